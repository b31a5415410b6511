using Territory.Model.DispatchOrders;

namespace Territory.Contracts.DispatchOrders;

/// <summary>A dispatch order as it is now, and what is on record of the day so far.</summary>
[GenerateSerializer, Immutable, Alias("territory.DispatchOrderSnapshot")]
public sealed record DispatchOrderSnapshot(
    [property: Id(0)] DispatchOrder Order,
    [property: Id(1)] DispatchOutcome Outcome);
