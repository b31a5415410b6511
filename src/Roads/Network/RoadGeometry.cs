using Territory.Model.Geography;

namespace Territory.Roads.Network;

/// <summary>What a map needs to draw one stretch of road.</summary>
public readonly record struct RoadGeometry(RoadClass Class, string? Name, RoadStructure Structure, bool IsOneWay, IReadOnlyList<GeoPoint> Polyline)
{
    public bool IsBridge => Structure.HasFlag(RoadStructure.Bridge);
}
