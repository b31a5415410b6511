namespace Territory.Roads.Hierarchy;

/// <summary>Replaces shortcuts by the turns they stand for.</summary>
internal sealed class ShortcutUnpacker(RoadHierarchy hierarchy)
{
    /// <summary>Appends the vertices after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    public void Append(int from, int to, List<int> path)
    {
        var weight = WeightOf(from, to);
        if (IsTurn(from, to, weight))
        {
            path.Add(to);
            return;
        }

        var middle = MiddleOf(from, to, weight);
        Append(from, middle, path);
        Append(middle, to, path);
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
        var down = downs.FirstBelow[from];
        var up = ups.FirstBelow[to];
        while (down < downs.FirstBelow[from + 1] && up < ups.FirstBelow[to + 1])
        {
            var difference = downs.Below[down] - ups.Below[up];
            if (difference == 0 && WeightOf(from, downs.Below[down]) + WeightOf(ups.Below[up], to) == weight)
                return downs.Below[down];
            down += difference <= 0 ? 1 : 0;
            up += difference >= 0 ? 1 : 0;
        }

        throw new InvalidOperationException($"The shortcut from {from} to {to} stands for no path; the hierarchy's costs do not belong to it.");
    }
}
