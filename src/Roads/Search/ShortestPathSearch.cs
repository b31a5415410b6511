namespace Territory.Roads.Search;

/// <summary>Time-optimal paths from one position to many, with buffers that are used again by the next run. One per thread.</summary>
/// <remarks>
/// Algorithm: Dijkstra on integer costs (time first, then length) with a 4-ary heap and lazy deletion; it stops when every wanted node is settled.
/// Because each arc takes at least a millisecond, all arcs into a node are relaxed before it is settled: time and length do not depend on
/// the order in which ties are handled.
/// Complexity: O((n + m) log n) for the part of the network nearer than the last wanted node.
/// Source: Dijkstra, A note on two problems in connexion with graphs (1959).
/// </remarks>
internal sealed class ShortestPathSearch
{
    private const int NoParent = -1;

    private readonly ModeGraph graph;
    private readonly PathCost[] labels;
    private readonly int[] parentArc;
    private readonly int[] touched;
    private readonly QuaternaryHeap heap = new();
    private int touchedCount;

    public ShortestPathSearch(ModeGraph graph)
    {
        this.graph = graph;
        labels = new PathCost[graph.NodeCount];
        Array.Fill(labels, PathCost.Unreached);
        parentArc = new int[graph.NodeCount];
        touched = new int[graph.NodeCount];
    }

    /// <summary>Finds the costs from the source to all wanted nodes.</summary>
    /// <param name="wanted">One flag per node of the graph.</param>
    /// <param name="wantedCount">How many of them are set.</param>
    public void Run(in NetworkPosition source, ReadOnlySpan<bool> wanted, int wantedCount)
    {
        Reset();
        if (!source.IsOnRoad)
            return;
        Offer(source.StartNode, source.LeaveToStart, NoParent);
        Offer(source.EndNode, source.LeaveToEnd, NoParent);
        var remaining = wantedCount;
        while (remaining > 0 && !heap.IsEmpty)
        {
            var (milliseconds, node) = heap.Pop();
            var label = labels[node];
            if (label.Milliseconds != milliseconds)
                continue;
            if (wanted[node])
                remaining--;
            var last = graph.FirstArc[node + 1];
            for (var i = graph.FirstArc[node]; i < last; i++)
            {
                ref readonly var arc = ref graph.Arcs[i];
                var cost = label + arc.Cost;
                if (!(cost < label))
                    Offer(arc.Head, cost, i);
            }
        }
    }

    /// <summary>The cost of the best path to a target whose end nodes were wanted.</summary>
    public PathCost CostTo(in NetworkPosition source, in NetworkPosition target)
    {
        if (!target.IsOnRoad || !source.IsOnRoad)
            return PathCost.Unreached;
        var best = NetworkPosition.AlongSegment(source, target);
        var overStart = Through(target.StartNode, target.ArriveFromStart);
        var overEnd = Through(target.EndNode, target.ArriveFromEnd);
        if (overStart < best)
            best = overStart;
        return overEnd < best ? overEnd : best;
    }

    /// <summary>The arcs of the best path from the source's segment to the target's, both segments left out; null when the best way stays on one segment.</summary>
    public (List<RoadArc> Arcs, bool ArrivesFromStart, int FirstNode)? PathTo(in NetworkPosition source, in NetworkPosition target)
    {
        var direct = NetworkPosition.AlongSegment(source, target);
        var overStart = Through(target.StartNode, target.ArriveFromStart);
        var overEnd = Through(target.EndNode, target.ArriveFromEnd);
        if (!(overStart < direct) && !(overEnd < direct))
            return null;
        var arrivesFromStart = !(overEnd < overStart);
        var node = arrivesFromStart ? target.StartNode : target.EndNode;
        var arcs = new List<RoadArc>();
        while (parentArc[node] != NoParent)
        {
            var arc = graph.Arcs[parentArc[node]];
            arcs.Add(arc);
            node = arc.IsForward ? graph.StartNode[arc.Segment] : graph.EndNode[arc.Segment];
        }

        arcs.Reverse();
        return (arcs, arrivesFromStart, node);
    }

    private PathCost Through(int node, PathCost arrival) =>
        labels[node].IsReached && arrival.IsReached ? labels[node] + arrival : PathCost.Unreached;

    private void Offer(int node, PathCost cost, int arc)
    {
        ref var label = ref labels[node];
        if (!(cost < label))
            return;
        if (!label.IsReached)
            touched[touchedCount++] = node;

        // When only the length improves, the entry already in the heap has the right time.
        if (label.Milliseconds != cost.Milliseconds)
            heap.Push(cost.Milliseconds, node);
        label = cost;
        parentArc[node] = arc;
    }

    private void Reset()
    {
        for (var i = 0; i < touchedCount; i++)
            labels[touched[i]] = PathCost.Unreached;
        touchedCount = 0;
        heap.Clear();
    }
}
