using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>Everything a region needs from one OpenStreetMap extract. Maps that show it must say "© OpenStreetMap contributors".</summary>
public sealed record OsmExtract(RoadNetwork Roads, IReadOnlyList<OsmOutlet> Outlets, OsmImportCounts Counts)
{
    /// <summary>Also inside <see cref="RoadNetwork.MapFeatures"/>, so that a saved network keeps them.</summary>
    public IReadOnlyList<MapFeature> MapFeatures => Roads.MapFeatures;

    /// <summary>Of roads and outlets together.</summary>
    public GeoBounds Bounds { get; } = Outlets.Aggregate(Roads.Bounds, (bounds, outlet) => bounds.Including(outlet.Location));
}
