using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Traffic lights on nodes: at junctions, at stop lines, and at crossings for people on foot.</summary>
/// <remarks>Source: the OpenStreetMap wiki on highway=traffic_signals, traffic_signals:direction and crossing.</remarks>
internal static class SignalTagReader
{
    /// <summary>The way directions that lights at the node stop; none when there are no lights.</summary>
    public static SegmentDirections StoppedBy(OsmTags tags)
    {
        if (!tags.Is("highway", "traffic_signals") && !tags.Is("crossing", "traffic_signals") && !tags.Is("crossing:signals", "yes"))
            return SegmentDirections.None;
        return tags["traffic_signals:direction"] switch
        {
            "forward" => SegmentDirections.Forward,
            "backward" => SegmentDirections.Backward,
            _ => SegmentDirections.Both,
        };
    }
}
