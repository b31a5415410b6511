using Territory.Model.Ids;

namespace Territory.Model.DispatchOrders;

/// <summary>A signature on a version of a dispatch order.</summary>
/// <param name="OnBehalf">Why <paramref name="By"/> signed in the driver's place (代签); null: nobody else's signature was given.</param>
/// <param name="Attachment">The drawn signature, where there is one.</param>
public sealed record OrderSignature(SignerRole Role, string Name, UserId By, DateTimeOffset At, string? Attachment, string? OnBehalf = null);
