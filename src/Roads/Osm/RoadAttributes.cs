using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>What a way's tags say about it as a road.</summary>
internal sealed record RoadAttributes(
    RoadClass Class,
    WayDirection Direction,
    TravelModes Access,
    TravelModes ExemptFromDirection,
    RoadStructure Structure,
    string? Name,
    double? MaxSpeedKmh,
    double? MaxSpeedBackwardKmh,
    TimeSpan? Crossing);
