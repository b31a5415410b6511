using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>A network ready for fast shortest paths: its graph of turns, the shortcuts that any costs need, and their costs now. Immutable.</summary>
internal sealed class RoadHierarchy
{
    /// <param name="graph">With the costs that count.</param>
    /// <param name="topology">Of this graph or of one with the same turns.</param>
    public RoadHierarchy(TurnGraph graph, HierarchyTopology topology)
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
