using Territory.Roads.Map;

namespace Territory.Roads.Osm;

/// <summary>A way that is a road, an outlet, something to draw, or the border of an area; its node ids lie in the pass's list.</summary>
internal sealed record KeptWay(long Id, int First, int Count)
{
    public RoadAttributes? Road { get; init; }

    public OsmOutlet? Outlet { get; init; }

    public MapFeatureKind? Area { get; init; }

    public MapFeatureKind? Line { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }
}
