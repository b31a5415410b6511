using Territory.Roads.Search;

namespace Territory.Roads.Hierarchy;

/// <summary>Costs from (or to) a few vertices to every higher vertex over upward arcs; buffers are used again by the next run. One per thread.</summary>
/// <remarks>Vertices are settled in rank order, so each is final when it is reached. Complexity: the search space, some hundred vertices in a city.</remarks>
internal sealed class UpwardSearch
{
    public const int NoParent = -1;

    private readonly RankedArcs arcs;
    private readonly long[] costs;
    private readonly long[] labels;
    private readonly int[] parents;
    private readonly RankQueue queue = new();
    private readonly List<int> settled = [];

    private UpwardSearch(RankedArcs arcs, long[] costs)
    {
        this.arcs = arcs;
        this.costs = costs;
        labels = new long[arcs.First.Length - 1];
        Array.Fill(labels, PathCost.Limit);
        parents = new int[labels.Length];
    }

    /// <summary>From a path's beginning, along the arcs.</summary>
    public static UpwardSearch Forward(RoadHierarchy hierarchy) => new(hierarchy.Topology.Out, hierarchy.Weights.Out);

    /// <summary>From a path's end, against the arcs.</summary>
    public static UpwardSearch Backward(RoadHierarchy hierarchy) => new(hierarchy.Topology.In, hierarchy.Weights.In);

    /// <summary>What the last run reached, lowest first.</summary>
    public IReadOnlyList<int> Settled => settled;

    public long LabelOf(int vertex) => labels[vertex];

    /// <summary>The vertex that a settled one was reached from, or <see cref="NoParent"/> for a beginning.</summary>
    public int ParentOf(int vertex) => parents[vertex];

    public void Begin()
    {
        // Offers that no run has followed.
        while (!queue.IsEmpty)
            labels[queue.Pop()] = PathCost.Limit;
        foreach (var vertex in settled)
            labels[vertex] = PathCost.Limit;
        settled.Clear();
    }

    public void Offer(int vertex, long cost) => Offer(vertex, cost, NoParent);

    public void Run()
    {
        while (!queue.IsEmpty)
        {
            var vertex = queue.Pop();
            settled.Add(vertex);
            var label = labels[vertex];
            var end = arcs.First[vertex + 1];
            for (var arc = arcs.First[vertex]; arc < end; arc++)
            {
                // A shortcut may stand for no way at all, and a label below nothing would make that look like one.
                if (costs[arc] < PathCost.Limit)
                    Offer(arcs.Upper[arc], label + costs[arc], vertex);
            }
        }
    }

    private void Offer(int vertex, long cost, int parent)
    {
        ref var label = ref labels[vertex];
        if (cost >= label)
            return;
        if (label == PathCost.Limit)
            queue.Push(vertex);
        label = cost;
        parents[vertex] = parent;
    }
}
