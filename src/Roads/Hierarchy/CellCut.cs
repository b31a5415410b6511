namespace Territory.Roads.Hierarchy;

/// <summary>Cuts a cell of the network in two with few edges between the parts.</summary>
/// <remarks>
/// Algorithm: nodes are sorted along each of eight compass directions; large cells take the least edge cut between the first and the last quarter
/// (a maximum flow), small ones the best place to cut the sorted order itself. The cut with the fewest edges for the size of its smaller part wins.
/// Complexity: O(cut x m) a direction. Source: Schild and Sommer, On balanced separators in road networks (2015), "inertial flow".
/// </remarks>
internal static class CellCut
{
    private const int SmallCell = 24;

    /// <summary>Of the nodes, at each end of a direction: one in so many is fixed to its side.</summary>
    private const int FixedShare = 4;

    private static readonly (int X, int Y)[] Directions = [(1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (1, -2)];

    /// <summary>1 or 2 for each node of a cell of at least two nodes; both occur.</summary>
    public static byte[] Find(CellGraph cell)
    {
        var (first, heads, edges) = Neighbours(cell);
        var flow = cell.NodeCount > SmallCell ? new UnitFlow(first, heads, edges) : null;
        byte[]? best = null;
        var bestCut = int.MaxValue;
        var bestSmaller = 1;
        var order = new int[cell.NodeCount];
        var keys = new long[cell.NodeCount];
        var side = new byte[cell.NodeCount];
        foreach (var (x, y) in Directions)
        {
            for (var node = 0; node < order.Length; node++)
            {
                order[node] = node;

                // The node's number below the key keeps the order the same wherever two lie level.
                keys[node] = ((((long)cell.X[node] * x) + ((long)cell.Y[node] * y)) * int.MaxValue) + node;
            }

            Array.Sort(keys, order);
            Array.Clear(side);
            var cut = flow is null ? Sweep(order, first, heads, side) : Flow(flow, order, side, LimitFor(bestCut, bestSmaller, order.Length));
            if (cut is not { } edgesCut)
                continue;
            var smaller = SmallerPart(side);
            if (best is not null && (long)edgesCut * bestSmaller >= (long)bestCut * smaller)
                continue;
            (bestCut, bestSmaller) = (edgesCut, smaller);
            best = [.. side];
        }

        return best!;
    }

    /// <summary>No cut with more edges can beat the best one, not even in two equal halves.</summary>
    private static int LimitFor(int bestCut, int bestSmaller, int count) =>
        bestCut == int.MaxValue ? int.MaxValue : (int)((long)bestCut * ((count + 1) / 2) / bestSmaller);

    private static int? Flow(UnitFlow flow, int[] order, byte[] side, int limit)
    {
        var fixedNodes = Math.Max(1, order.Length / FixedShare);
        for (var i = 0; i < fixedNodes; i++)
        {
            side[order[i]] = 1;
            side[order[^(i + 1)]] = 2;
        }

        return flow.Cut(side, limit);
    }

    private static int? Sweep(int[] order, int[] first, int[] heads, byte[] side)
    {
        var fixedNodes = Math.Max(1, order.Length / FixedShare);
        Array.Fill(side, (byte)2);
        var cut = 0;
        var best = int.MaxValue;
        var bestTaken = fixedNodes;
        for (var taken = 1; taken <= order.Length - fixedNodes; taken++)
        {
            var node = order[taken - 1];
            side[node] = 1;
            for (var entry = first[node]; entry < first[node + 1]; entry++)
                cut += side[heads[entry]] == 1 ? -1 : 1;
            var isBetter = cut < best || (cut == best && Math.Abs((2 * taken) - order.Length) < Math.Abs((2 * bestTaken) - order.Length));
            if (taken >= fixedNodes && isBetter)
                (best, bestTaken) = (cut, taken);
        }

        for (var i = 0; i < order.Length; i++)
            side[order[i]] = i < bestTaken ? (byte)1 : (byte)2;
        return best;
    }

    private static int SmallerPart(ReadOnlySpan<byte> side)
    {
        var first = side.Count((byte)1);
        return Math.Min(first, side.Length - first);
    }

    private static (int[] First, int[] Heads, int[] Edges) Neighbours(CellGraph cell)
    {
        var first = new int[cell.NodeCount + 1];
        for (var edge = 0; edge < cell.EdgeCount; edge++)
        {
            if (cell.From[edge] == cell.To[edge])
                continue;
            first[cell.From[edge] + 1]++;
            first[cell.To[edge] + 1]++;
        }

        for (var node = 0; node < cell.NodeCount; node++)
            first[node + 1] += first[node];
        var heads = new int[first[^1]];
        var edges = new int[first[^1]];
        var fill = first.AsSpan().ToArray();
        var count = 0;
        for (var edge = 0; edge < cell.EdgeCount; edge++)
        {
            if (cell.From[edge] == cell.To[edge])
                continue;
            Put(cell.From[edge], cell.To[edge], 2 * count);
            Put(cell.To[edge], cell.From[edge], (2 * count) + 1);
            count++;
        }

        return (first, heads, edges);

        void Put(int node, int head, int edge)
        {
            heads[fill[node]] = head;
            edges[fill[node]++] = edge;
        }
    }
}
