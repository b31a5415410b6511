using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>What a way's tags say about it as a road.</summary>
internal sealed record RoadAttributes
{
    public required RoadClass Class { get; init; }

    /// <summary>Who may go along the node order, one-ways heeded.</summary>
    public required TravelModes Forward { get; init; }

    public required TravelModes Backward { get; init; }

    public required TravelModes DestinationOnly { get; init; }

    public required IReadOnlyList<WayRule> Rules { get; init; }

    public required RoadStructure Structure { get; init; }

    public required RoadSurface Surface { get; init; }

    public required RoadTraits Traits { get; init; }

    public required VehicleLimits Limits { get; init; }

    public string? Name { get; init; }

    public double? MaxSpeedKmh { get; init; }

    public double? MaxSpeedBackwardKmh { get; init; }

    public TimeSpan? Crossing { get; init; }
}
