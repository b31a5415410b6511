using Territory.Model.Ids;

namespace Territory.Model.DispatchOrders;

/// <summary>What the driver says to a version of the order.</summary>
/// <param name="Objection">Why it cannot be done so; null: it is accepted.</param>
/// <param name="OnBehalf">Why <paramref name="By"/> spoke for the driver (代答); null: it was the driver.</param>
public sealed record DriverAnswer(string? Objection, UserId By, DateTimeOffset At, string? OnBehalf = null);
