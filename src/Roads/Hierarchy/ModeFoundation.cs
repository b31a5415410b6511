using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>What one profile needs of a network at any hour and whatever is closed: which turns there are, in which order they are contracted, where segments lie.</summary>
internal sealed class ModeFoundation
{
    private readonly Lazy<SegmentIndex> index;

    public ModeFoundation(RoadTables tables, TravelProfile profile, TurnGraph graph, HierarchyTopology topology)
    {
        Graph = graph;
        Topology = topology;
        index = new Lazy<SegmentIndex>(() => new SegmentIndex(tables, graph, profile.Mode));
    }

    /// <summary>With the profile's costs by the map alone.</summary>
    public TurnGraph Graph { get; }

    public HierarchyTopology Topology { get; }

    public SegmentIndex Index => index.Value;

    public static ModeFoundation Lay(RoadTables tables, TravelProfile profile)
    {
        var graph = TurnGraphBuilder.Build(tables, profile, ModeRoads.TimesOf(tables, profile, RoadConditions.None));
        return new ModeFoundation(tables, profile, graph, HierarchyTopology.Build(graph));
    }
}
