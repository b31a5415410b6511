using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>A network ready for fast shortest paths of one profile: its graph of turns, the shortcuts that any costs need, and their costs now. Immutable.</summary>
internal sealed class RoadHierarchy
{
    private RoadHierarchy(TurnGraph graph, HierarchyTopology topology)
    {
        Graph = graph;
        Topology = topology;
        Weights = HierarchyWeights.Customize(topology, graph);
    }

    public TurnGraph Graph { get; }

    public HierarchyTopology Topology { get; }

    public HierarchyWeights Weights { get; }

    public static RoadHierarchy Prepare(TurnGraph graph) => new(graph, HierarchyTopology.Build(graph));
}
