using Territory.Roads.Turns;

namespace Territory.Roads.Search;

/// <summary>Time-optimal paths from one position to everywhere, with turns, by plain Dijkstra: what every faster search must agree with, and what isochrones need.</summary>
/// <remarks>
/// Algorithm: Dijkstra on integer costs (time first, then length) with a 4-ary heap and lazy deletion. Because each arc takes at least a
/// millisecond, all turns into an arc are relaxed before it is settled: time and length do not depend on the order of ties.
/// Complexity: O((n + m) log n). Buffers are used again by the next run; one per thread.
/// Source: Dijkstra, A note on two problems in connexion with graphs (1959).
/// </remarks>
internal sealed class TurnSearch
{
    private readonly TurnGraph graph;
    private readonly long[] labels;
    private readonly QuaternaryHeap heap = new();
    private readonly List<int> reached = [];

    public TurnSearch(TurnGraph graph)
    {
        this.graph = graph;
        labels = new long[graph.VertexCount];
        Array.Fill(labels, PathCost.Limit);
    }

    /// <summary>What the last run reached.</summary>
    public IReadOnlyList<int> Reached => reached;

    public PathCost LabelOf(int vertex) => new(labels[vertex]);

    /// <summary>Finds all costs up to a time.</summary>
    public void Run(in RoadPosition source, long mostMilliseconds = long.MaxValue)
    {
        Reset();
        if (source.Along.IsOpen)
            Offer(source.Along.Vertex, source.Along.After.Packed);
        if (source.Against.IsOpen)
            Offer(source.Against.Vertex, source.Against.After.Packed);
        Settle(mostMilliseconds);
    }

    public PathCost CostTo(in RoadPosition source, in RoadPosition target)
    {
        var best = RoadPosition.Direct(source, target);
        best = Least(best, Arriving(source.Along, target.Along));
        return Least(best, Arriving(source.Against, target.Against));
    }

    private PathCost Arriving(in ArcPlace source, in ArcPlace target)
    {
        if (!target.IsOpen)
            return PathCost.Unreached;
        var best = ArcPlace.IsBehind(source, target) ? RoundTo(target.Vertex) : LabelOf(target.Vertex);
        foreach (var vertex in target.Further)
            best = Least(best, LabelOf(vertex));
        return best.IsReached ? best - target.After : PathCost.Unreached;
    }

    /// <summary>The cost of coming back to a vertex that the search began at, from those that turn into it.</summary>
    private PathCost RoundTo(int vertex)
    {
        var best = PathCost.Unreached;
        foreach (var tail in reached)
        {
            for (var turn = graph.FirstTurn[tail]; turn < graph.FirstTurn[tail + 1]; turn++)
            {
                if (graph.TurnHeads[turn] == vertex)
                    best = Least(best, new PathCost(labels[tail] + graph.CostOfTurn(turn)));
            }
        }

        return best;
    }

    private void Settle(long mostMilliseconds)
    {
        while (!heap.IsEmpty)
        {
            var (milliseconds, vertex) = heap.Pop();
            var label = labels[vertex];
            if (new PathCost(label).Milliseconds != milliseconds)
                continue;
            if (milliseconds > mostMilliseconds)
                break;
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
                Offer(graph.TurnHeads[turn], label + graph.CostOfTurn(turn));
        }
    }

    private void Offer(int vertex, long cost)
    {
        ref var label = ref labels[vertex];
        if (cost >= label)
            return;
        if (label == PathCost.Limit)
            reached.Add(vertex);

        // When only the length improves, the entry already in the heap has the right time.
        var milliseconds = new PathCost(cost).Milliseconds;
        if (new PathCost(label).Milliseconds != milliseconds)
            heap.Push((uint)milliseconds, vertex);
        label = cost;
    }

    private void Reset()
    {
        foreach (var vertex in reached)
            labels[vertex] = PathCost.Limit;
        reached.Clear();
        heap.Clear();
    }

    private static PathCost Least(PathCost a, PathCost b) => b < a ? b : a;
}
