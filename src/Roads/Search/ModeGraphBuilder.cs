using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Search;

/// <summary>Derives the main connected network of a mode from the tables.</summary>
internal static class ModeGraphBuilder
{
    public static ModeGraph Build(RoadTables tables, TravelProfile profile)
    {
        var count = tables.SegmentCount;
        var forward = new int[count];
        var backward = new int[count];
        for (var segment = 0; segment < count; segment++)
        {
            forward[segment] = profile.MillisecondsAlong(tables, segment, forward: true);
            backward[segment] = profile.MillisecondsAlong(tables, segment, forward: false);
        }

        var (start, end, nodeCount) = Ends(tables, profile.Mode.ToSet());
        var components = StronglyConnected(start, end, forward, backward, nodeCount);
        var number = NumberMainNodes(tables, components, start, end, forward, backward);
        for (var segment = 0; segment < count; segment++)
        {
            var isOpen = forward[segment] != ModeGraph.NotAllowed || backward[segment] != ModeGraph.NotAllowed;
            var isMain = isOpen && number[start[segment]] >= 0 && number[end[segment]] >= 0;
            start[segment] = isMain ? number[start[segment]] : -1;
            end[segment] = isMain ? number[end[segment]] : -1;
        }

        var mainCount = number.Count(n => n >= 0);
        var (firstArc, arcs) = Arcs(tables, mainCount, start, end, forward, backward);
        return new ModeGraph
        {
            Mode = profile.Mode,
            FirstArc = firstArc,
            Arcs = arcs,
            StartNode = start,
            EndNode = end,
            ForwardMilliseconds = forward,
            BackwardMilliseconds = backward,
            ComponentSizes = components.Sizes,
        };
    }

    /// <summary>Node numbers at both ends of each segment, where a barrier that stops the mode gives every segment a dead end of its own.</summary>
    private static (int[] Start, int[] End, int NodeCount) Ends(RoadTables tables, TravelModes mode)
    {
        var blocked = new HashSet<int>();
        for (var i = 0; i < tables.BarrierNodes.Length; i++)
        {
            if (((TravelModes)tables.BarrierModes[i] & mode) != TravelModes.None)
                blocked.Add(tables.BarrierNodes[i]);
        }

        var start = tables.SegmentFrom.AsSpan().ToArray();
        var end = tables.SegmentTo.AsSpan().ToArray();
        var next = tables.NodeCount;
        if (blocked.Count == 0)
            return (start, end, next);
        for (var segment = 0; segment < start.Length; segment++)
        {
            if (blocked.Contains(start[segment]))
                start[segment] = next++;
            if (blocked.Contains(end[segment]))
                end[segment] = next++;
        }

        return (start, end, next);
    }

    private static ConnectedComponents StronglyConnected(int[] start, int[] end, int[] forward, int[] backward, int nodeCount)
    {
        var first = new int[nodeCount + 1];
        for (var segment = 0; segment < start.Length; segment++)
        {
            if (forward[segment] != ModeGraph.NotAllowed)
                first[start[segment] + 1]++;
            if (backward[segment] != ModeGraph.NotAllowed)
                first[end[segment] + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
            first[node + 1] += first[node];
        var heads = new int[first[nodeCount]];
        var fill = first.AsSpan().ToArray();
        for (var segment = 0; segment < start.Length; segment++)
        {
            if (forward[segment] != ModeGraph.NotAllowed)
                heads[fill[start[segment]]++] = end[segment];
            if (backward[segment] != ModeGraph.NotAllowed)
                heads[fill[end[segment]]++] = start[segment];
        }

        return ConnectedComponents.Find(first, heads);
    }

    /// <summary>New numbers along a Hilbert curve for the nodes of the largest component that have an arc; -1 for the rest.</summary>
    private static int[] NumberMainNodes(
        RoadTables tables, ConnectedComponents components, int[] start, int[] end, int[] forward, int[] backward)
    {
        var number = new int[components.ComponentOf.Length];
        Array.Fill(number, -1);
        var keys = new List<(ulong Key, int Node)>();
        for (var segment = 0; segment < start.Length; segment++)
        {
            if (forward[segment] == ModeGraph.NotAllowed && backward[segment] == ModeGraph.NotAllowed)
                continue;
            Offer(start[segment], tables.ShapeStart[segment]);
            Offer(end[segment], tables.ShapeStart[segment + 1] - 1);
        }

        keys.Sort();
        for (var i = 0; i < keys.Count; i++)
            number[keys[i].Node] = i;
        return number;

        void Offer(int node, int shape)
        {
            if (components.ComponentOf[node] != components.Largest || number[node] >= 0)
                return;
            number[node] = 0;
            keys.Add((HilbertCurve.Key(tables.ShapeLongitude[shape], tables.ShapeLatitude[shape]), node));
        }
    }

    private static (int[] FirstArc, RoadArc[] Arcs) Arcs(
        RoadTables tables, int nodeCount, int[] start, int[] end, int[] forward, int[] backward)
    {
        var arcs = new List<(int Tail, RoadArc Arc)>();
        for (var segment = 0; segment < start.Length; segment++)
        {
            // A loop back to its own node never shortens a path; its points are still reached from that node.
            if (start[segment] < 0 || start[segment] == end[segment])
                continue;
            var length = tables.SegmentLengthCentimeters[segment];
            if (forward[segment] != ModeGraph.NotAllowed)
                arcs.Add((start[segment], new RoadArc(end[segment], segment * 2, new PathCost(forward[segment], length))));
            if (backward[segment] != ModeGraph.NotAllowed)
                arcs.Add((end[segment], new RoadArc(start[segment], (segment * 2) + 1, new PathCost(backward[segment], length))));
        }

        var firstArc = new int[nodeCount + 1];
        foreach (var (tail, _) in arcs)
            firstArc[tail + 1]++;
        for (var node = 0; node < nodeCount; node++)
            firstArc[node + 1] += firstArc[node];
        var fill = firstArc.AsSpan().ToArray();
        var sorted = new RoadArc[arcs.Count];
        foreach (var (tail, arc) in arcs)
            sorted[fill[tail]++] = arc;
        return (firstArc, sorted);
    }
}
