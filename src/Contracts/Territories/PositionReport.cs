namespace Territory.Contracts.Territories;

/// <summary>The latest positions of some movers at one moment.</summary>
[GenerateSerializer, Immutable, Alias("territory.PositionReport")]
public sealed record PositionReport(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] IReadOnlyList<MoverPosition> Movers);
