using Territory.Model.Ids;

namespace Territory.Model.DispatchOrders;

/// <summary>A signature on a version of a dispatch order.</summary>
/// <param name="Attachment">The drawn signature, where there is one.</param>
public sealed record OrderSignature(SignerRole Role, string Name, UserId By, DateTimeOffset At, string? Attachment);
