namespace Territory.Roads.Network;

/// <summary>Turns restrictions over ways into restrictions over segments.</summary>
internal sealed class RestrictionResolver(SegmentAssembly assembly)
{
    /// <summary>More via ways than this are no turn that anyone signs; their order is not looked for.</summary>
    private const int MaxViaWays = 16;

    /// <summary>Ways of a chain meet two others each, so that hardly any step is tried in vain. Ways that all meet in one node have as many orders as there are.</summary>
    private const int MostTries = 1000;

    /// <summary>OpenStreetMap's ways have 2,000 nodes at most; longer ones, gone through for each of thousands of restrictions, would take hours.</summary>
    private const int MostSegments = 2000;

    /// <summary>Null when the ways do not meet as the restriction says, when it fits more than one pair of segments, or when a way is longer than any real one.</summary>
    public TurnRestriction? Resolve(WayRestriction restriction)
    {
        if (restriction.ViaWays.Append(restriction.FromWay).Append(restriction.ToWay).Any(IsOverlong))
            return null;
        return restriction.ViaNode is { } node ? AtNode(restriction, assembly.JunctionOf(node)) : AlongWays(restriction);
    }

    private bool IsOverlong(int way)
    {
        var (start, end) = Bounds(way);
        return end - start > MostSegments;
    }

    private TurnRestriction? AtNode(WayRestriction restriction, int node)
    {
        var from = OnlySegment(restriction.FromWay, node, arriving: true);
        var to = OnlySegment(restriction.ToWay, node, arriving: false);
        return node < 0 || from < 0 || to < 0 ? null : Turn(restriction, from, node, [], to);
    }

    private TurnRestriction? AlongWays(WayRestriction restriction)
    {
        if (InOrder(restriction) is not { } via)
            return null;
        var entry = SharedNode(restriction.FromWay, via[0]);
        if (entry < 0)
            return null;
        var chain = new List<int>();
        var at = entry;
        for (var i = 0; i < via.Length; i++)
        {
            var next = i + 1 < via.Length ? via[i + 1] : restriction.ToWay;
            var exit = SharedNode(via[i], next);
            if (exit < 0 || !Walk(via[i], at, exit, chain))
                return null;
            at = exit;
        }

        var from = OnlySegment(restriction.FromWay, entry, arriving: true);
        var to = OnlySegment(restriction.ToWay, at, arriving: false);
        return from < 0 || to < 0 ? null : Turn(restriction, from, entry, chain, to);
    }

    private static TurnRestriction Turn(WayRestriction restriction, int from, int viaNode, IReadOnlyList<int> viaSegments, int to) =>
        new(restriction.IsMandatory, from, viaNode, viaSegments, to, restriction.AppliesTo)
        {
            HeavierThanTenKilograms = restriction.HeavierThanTenKilograms,
            Schedule = restriction.Schedule,
        };

    /// <summary>The via ways so that each meets the next, the first the from way and the last the to way; null when there is no such order.</summary>
    private int[]? InOrder(WayRestriction restriction)
    {
        var chain = new List<int>();
        var left = restriction.ViaWays.ToList();
        var tries = 0;
        return left.Count is > 0 and <= MaxViaWays && Extend(restriction.FromWay) ? [.. chain] : null;

        bool Extend(int last)
        {
            if (left.Count == 0)
                return SharedNode(last, restriction.ToWay) >= 0;
            for (var i = 0; i < left.Count && tries < MostTries; i++)
            {
                var way = left[i];
                tries++;
                if (SharedNode(last, way) < 0)
                    continue;
                left.RemoveAt(i);
                chain.Add(way);
                if (Extend(way))
                    return true;
                chain.RemoveAt(chain.Count - 1);
                left.Insert(i, way);
            }

            return false;
        }
    }

    /// <summary>The one segment of the way that ends (or begins) at the node; -1 when there is none or more than one.</summary>
    private int OnlySegment(int way, int node, bool arriving)
    {
        var found = -1;
        var (start, end) = Bounds(way);
        for (var segment = start; segment < end; segment++)
        {
            var usable = (assembly.ToOf(segment) == node && assembly.AllowsVehicles(segment, forward: arriving))
                || (assembly.FromOf(segment) == node && assembly.AllowsVehicles(segment, forward: !arriving));
            if (!usable)
                continue;
            if (found >= 0)
                return -1;
            found = segment;
        }

        return found;
    }

    private int SharedNode(int first, int second)
    {
        var nodes = NodesOf(first).ToHashSet();
        return NodesOf(second).FirstOrDefault(nodes.Contains, -1);
    }

    private IEnumerable<int> NodesOf(int way)
    {
        var (start, end) = Bounds(way);
        for (var segment = start; segment < end; segment++)
        {
            yield return assembly.FromOf(segment);
            yield return assembly.ToOf(segment);
        }
    }

    /// <summary>Appends the way's segments between two of its nodes, in travel order.</summary>
    private bool Walk(int way, int entry, int exit, List<int> chain)
    {
        var (start, end) = Bounds(way);
        for (var segment = start; segment < end; segment++)
        {
            if (assembly.FromOf(segment) != entry && assembly.FromOf(segment) != exit)
                continue;
            var goal = assembly.FromOf(segment) == entry ? exit : entry;
            var last = segment;
            while (last < end && assembly.ToOf(last) != goal)
                last++;
            if (last == end)
                continue;
            var run = Enumerable.Range(segment, last - segment + 1);
            chain.AddRange(goal == exit ? run : run.Reverse());
            return true;
        }

        return false;
    }

    private (int Start, int End) Bounds(int way)
    {
        var range = assembly.SegmentsOf(way);
        return (range.Start.Value, range.End.Value);
    }
}
