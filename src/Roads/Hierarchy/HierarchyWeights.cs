using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>The costs of a hierarchy's shortcuts for one set of arc and turn costs (customisation, 定制).</summary>
/// <remarks>
/// Each shortcut costs the least of its own turn and of all ways over lower vertices, found from the bottom up. Exact integers.
/// Complexity: the number of lower triangles. Source: Dibbelt, Strasser and Wagner, Customizable contraction hierarchies (2016), section 7.
/// </remarks>
internal sealed class HierarchyWeights
{
    private readonly HierarchyTopology topology;
    private readonly TurnGraph graph;

    private HierarchyWeights(HierarchyTopology topology, TurnGraph graph)
    {
        this.topology = topology;
        this.graph = graph;
        Out = new long[topology.Out.Count];
        In = new long[topology.In.Count];
    }

    /// <summary>By arc of <see cref="HierarchyTopology.Out"/>: packed <see cref="PathCost"/>.</summary>
    public long[] Out { get; }

    public long[] In { get; }

    public static HierarchyWeights Customize(HierarchyTopology topology, TurnGraph graph)
    {
        var weights = new HierarchyWeights(topology, graph);
        weights.TakeTurns();
        var costs = new long[topology.VertexCount];
        var outward = new BelowCursor(topology.Out);
        var inward = new BelowCursor(topology.In);
        for (var vertex = 0; vertex < topology.VertexCount; vertex++)
        {
            Relax(vertex, topology.Out, weights.Out, inward, weights.In, costs);
            Relax(vertex, topology.In, weights.In, outward, weights.Out, costs);
            outward.Pass(vertex);
            inward.Pass(vertex);
        }

        return weights;
    }

    private void TakeTurns()
    {
        Array.Fill(Out, PathCost.Limit);
        Array.Fill(In, PathCost.Limit);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
            {
                var head = graph.TurnHeads[turn];
                if (head == vertex)
                    continue;
                ref var weight = ref head > vertex ? ref Out[topology.Out.Find(vertex, head)] : ref In[topology.In.Find(head, vertex)];
                weight = Math.Min(weight, graph.CostOfTurn(turn));
            }
        }
    }

    /// <summary>All ways from (or to) a vertex over one lower vertex: along the opposite direction's arc down, and up again along this one's.</summary>
    private static void Relax(int vertex, RankedArcs arcs, long[] weights, BelowCursor opposite, long[] oppositeWeights, long[] costs)
    {
        var begin = arcs.First[vertex];
        var end = arcs.First[vertex + 1];
        if (begin == end)
            return;
        for (var arc = begin; arc < end; arc++)
            costs[arcs.Upper[arc]] = weights[arc];
        foreach (var below in opposite.Below(vertex))
        {
            var down = oppositeWeights[opposite.ArcOf(below)];
            var least = arcs.First[below];
            for (var arc = arcs.First[below + 1] - 1; arc >= least; arc--)
            {
                var upper = arcs.Upper[arc];
                if (upper <= vertex)
                    break;
                var cost = down + weights[arc];
                if (cost < costs[upper])
                    costs[upper] = cost;
            }
        }

        for (var arc = begin; arc < end; arc++)
            weights[arc] = Math.Min(costs[arcs.Upper[arc]], PathCost.Limit);
    }
}
