namespace Territory.Roads.Network;

/// <summary>Turns restrictions over ways into restrictions over segments.</summary>
internal sealed class RestrictionResolver(SegmentAssembly assembly)
{
    /// <summary>Null when the ways do not meet as the restriction says, or when it fits more than one pair of segments.</summary>
    public TurnRestriction? Resolve(WayRestriction restriction) =>
        restriction.ViaNode is { } node ? AtNode(restriction, assembly.JunctionOf(node)) : AlongWays(restriction);

    private TurnRestriction? AtNode(WayRestriction restriction, int node)
    {
        var from = OnlySegment(restriction.FromWay, node, arriving: true);
        var to = OnlySegment(restriction.ToWay, node, arriving: false);
        return node < 0 || from < 0 || to < 0 ? null : new TurnRestriction(restriction.IsMandatory, from, node, [], to, restriction.AppliesTo);
    }

    private TurnRestriction? AlongWays(WayRestriction restriction)
    {
        if (restriction.ViaWays.Count == 0)
            return null;
        var entry = SharedNode(restriction.FromWay, restriction.ViaWays[0]);
        if (entry < 0)
            return null;
        var chain = new List<int>();
        var at = entry;
        for (var i = 0; i < restriction.ViaWays.Count; i++)
        {
            var next = i + 1 < restriction.ViaWays.Count ? restriction.ViaWays[i + 1] : restriction.ToWay;
            var exit = SharedNode(restriction.ViaWays[i], next);
            if (exit < 0 || !Walk(restriction.ViaWays[i], at, exit, chain))
                return null;
            at = exit;
        }

        var from = OnlySegment(restriction.FromWay, entry, arriving: true);
        var to = OnlySegment(restriction.ToWay, at, arriving: false);
        return from < 0 || to < 0 ? null : new TurnRestriction(restriction.IsMandatory, from, entry, chain, to, restriction.AppliesTo);
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
