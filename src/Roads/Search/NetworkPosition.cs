using Territory.Roads.Network;
using Territory.Roads.Snapping;

namespace Territory.Roads.Search;

/// <summary>A snapped point in the terms of the search: what it costs to leave it and to arrive at it over either end of its segment.</summary>
internal readonly struct NetworkPosition
{
    private NetworkPosition(int segment, int startNode, int endNode)
    {
        Segment = segment;
        StartNode = startNode;
        EndNode = endNode;
    }

    /// <summary>-1 for a point that no road is near.</summary>
    public int Segment { get; }

    public int StartNode { get; }

    public int EndNode { get; }

    /// <summary>To the segment's start, against its direction.</summary>
    public PathCost LeaveToStart { get; private init; }

    public PathCost LeaveToEnd { get; private init; }

    /// <summary>From the segment's start, along its direction.</summary>
    public PathCost ArriveFromStart { get; private init; }

    public PathCost ArriveFromEnd { get; private init; }

    public static NetworkPosition None => new(-1, -1, -1)
    {
        LeaveToStart = PathCost.Unreached,
        LeaveToEnd = PathCost.Unreached,
        ArriveFromStart = PathCost.Unreached,
        ArriveFromEnd = PathCost.Unreached,
    };

    public bool IsOnRoad => Segment >= 0;

    public static NetworkPosition Of(RoadTables tables, ModeGraph graph, SnappedPoint? snapped)
    {
        if (snapped is not { } point)
            return None;
        var segment = point.Segment;
        var length = tables.SegmentLengthCentimeters[segment];
        var before = (int)Math.Round(length * point.Fraction);
        var forward = graph.ForwardMilliseconds[segment];
        var backward = graph.BackwardMilliseconds[segment];
        var forwardBefore = (int)Math.Round(forward * point.Fraction);
        var backwardBefore = (int)Math.Round(backward * point.Fraction);
        return new NetworkPosition(segment, graph.StartNode[segment], graph.EndNode[segment])
        {
            ArriveFromStart = Cost(forward, forwardBefore, before),
            LeaveToEnd = Cost(forward, forward - forwardBefore, length - before),
            LeaveToStart = Cost(backward, backwardBefore, before),
            ArriveFromEnd = Cost(backward, backward - backwardBefore, length - before),
        };
    }

    /// <summary>The cost of staying on the segment that both share, or unreached when they share none or the direct way is against the traffic.</summary>
    public static PathCost AlongSegment(in NetworkPosition source, in NetworkPosition target)
    {
        if (source.Segment != target.Segment || !source.IsOnRoad)
            return PathCost.Unreached;
        var isForwardOpen = target.ArriveFromStart.IsReached;
        var isBackwardOpen = target.LeaveToStart.IsReached;
        if (isForwardOpen && !(target.ArriveFromStart < source.ArriveFromStart))
            return Difference(target.ArriveFromStart, source.ArriveFromStart);
        if (isBackwardOpen && !(source.LeaveToStart < target.LeaveToStart))
            return Difference(source.LeaveToStart, target.LeaveToStart);
        return PathCost.Unreached;
    }

    private static PathCost Difference(PathCost larger, PathCost smaller) =>
        new((int)(larger.Milliseconds - smaller.Milliseconds), (int)(larger.Centimeters - smaller.Centimeters));

    private static PathCost Cost(int whole, int milliseconds, int centimeters) =>
        whole == ModeGraph.NotAllowed ? PathCost.Unreached : new PathCost(milliseconds, centimeters);
}
