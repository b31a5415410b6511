namespace Territory.Roads.Hierarchy;

/// <summary>Replaces shortcuts by the turns they stand for. One per thread.</summary>
/// <remarks>Shortcuts that wait stand on a stack of their own: how deep they lie in each other is bounded by nothing but the number of vertices.</remarks>
internal sealed class ShortcutUnpacker(RoadHierarchy hierarchy)
{
    private readonly Stack<(int From, int To)> waiting = [];

    /// <summary>Appends the vertices after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    public void Append(int from, int to, List<int> path)
    {
        waiting.Push((from, to));
        while (waiting.TryPop(out var next))
        {
            var weight = WeightOf(next.From, next.To);
            if (IsTurn(next.From, next.To, weight))
            {
                path.Add(next.To);
                continue;
            }

            var middle = MiddleOf(next.From, next.To, weight);
            waiting.Push((middle, next.To));
            waiting.Push((next.From, middle));
        }
    }

    private long WeightOf(int from, int to)
    {
        var (topology, weights) = (hierarchy.Topology, hierarchy.Weights);
        return from < to ? weights.Out[topology.Out.Find(from, to)] : weights.In[topology.In.Find(to, from)];
    }

    private bool IsTurn(int from, int to, long weight)
    {
        var graph = hierarchy.Graph;
        for (var turn = graph.FirstTurn[from]; turn < graph.FirstTurn[from + 1]; turn++)
        {
            if (graph.TurnHeads[turn] == to && graph.CostOfTurn(turn) == weight)
                return true;
        }

        return false;
    }

    /// <summary>The lower vertex over which the shortcut costs what it costs: one that <paramref name="from"/> leads down to and that leads up to <paramref name="to"/>.</summary>
    private int MiddleOf(int from, int to, long weight)
    {
        var (downs, ups) = (hierarchy.Topology.In, hierarchy.Topology.Out);
        var ledTo = downs.Below.AsSpan(downs.FirstBelow[from]..downs.FirstBelow[from + 1]);
        var leading = ups.Below.AsSpan(ups.FirstBelow[to]..ups.FirstBelow[to + 1]);
        foreach (var middle in ledTo.Length < leading.Length ? ledTo : leading)
        {
            var (down, up) = (downs.Find(middle, from), ups.Find(middle, to));
            if (down >= 0 && up >= 0 && hierarchy.Weights.In[down] + hierarchy.Weights.Out[up] == weight)
                return middle;
        }

        throw new InvalidOperationException($"The shortcut from {from} to {to} stands for no path; the hierarchy's costs do not belong to it.");
    }
}
