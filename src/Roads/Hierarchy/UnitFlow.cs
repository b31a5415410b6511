namespace Territory.Roads.Hierarchy;

/// <summary>Least edge cuts between two ends of an undirected graph whose edges count one each.</summary>
/// <remarks>
/// Algorithm: blocking flows in layers. Complexity: O(m sqrt m) for unit capacities; in road networks a few passes, as cuts are small.
/// Source: Dinic (1970); Even and Tarjan, Network flow and testing graph connectivity (1975).
/// </remarks>
internal sealed class UnitFlow
{
    private readonly int[] first;
    private readonly int[] heads;
    private readonly int[] edges;
    private readonly sbyte[] flow;
    private readonly int[] level;
    private readonly int[] next;
    private readonly int[] queue;
    private readonly int[] path;

    /// <param name="first">First neighbour of each node, with one entry more at the end.</param>
    /// <param name="heads">Neighbours.</param>
    /// <param name="edges">By neighbour entry: twice the edge, plus one at the edge's second end.</param>
    public UnitFlow(int[] first, int[] heads, int[] edges)
    {
        this.first = first;
        this.heads = heads;
        this.edges = edges;
        var count = first.Length - 1;
        flow = new sbyte[heads.Length / 2];
        level = new int[count];
        next = new int[count];
        queue = new int[count];
        path = new int[count];
    }

    /// <summary>The value of the least cut, or null when it is above the limit.</summary>
    /// <param name="side">By node: 1 where the flow begins, 2 where it ends, 0 in between. Zeros on the beginning's side of the cut become 1, the others 2.</param>
    public int? Cut(Span<byte> side, int limit)
    {
        Array.Clear(flow);
        var value = 0;
        while (Layer(side))
        {
            first.AsSpan(0, next.Length).CopyTo(next);
            for (var node = 0; node < side.Length; node++)
            {
                if (side[node] != 1)
                    continue;
                while (Augment(node, side))
                {
                    if (++value > limit)
                        return null;
                }
            }
        }

        for (var node = 0; node < side.Length; node++)
        {
            if (side[node] == 0)
                side[node] = level[node] >= 0 ? (byte)1 : (byte)2;
        }

        return value;
    }

    private int Residual(int entry) => (edges[entry] & 1) == 0 ? 1 - flow[edges[entry] >> 1] : 1 + flow[edges[entry] >> 1];

    private bool Layer(ReadOnlySpan<byte> side)
    {
        Array.Fill(level, -1);
        var tail = 0;
        for (var node = 0; node < side.Length; node++)
        {
            if (side[node] == 1)
            {
                level[node] = 0;
                queue[tail++] = node;
            }
        }

        var reached = false;
        for (var at = 0; at < tail; at++)
        {
            var node = queue[at];
            for (var entry = first[node]; entry < first[node + 1]; entry++)
            {
                var head = heads[entry];
                if (level[head] >= 0 || Residual(entry) == 0)
                    continue;
                level[head] = level[node] + 1;
                if (side[head] == 2)
                    reached = true;
                else
                    queue[tail++] = head;
            }
        }

        return reached;
    }

    /// <summary>Sends one unit along a path of ascending layers, or marks what leads nowhere.</summary>
    private bool Augment(int start, ReadOnlySpan<byte> side)
    {
        var depth = 0;
        var node = start;
        while (true)
        {
            if (side[node] == 2)
            {
                for (var i = 0; i < depth; i++)
                    flow[edges[path[i]] >> 1] += (edges[path[i]] & 1) == 0 ? (sbyte)1 : (sbyte)-1;
                return true;
            }

            var entry = next[node];
            while (entry < first[node + 1] && (level[heads[entry]] != level[node] + 1 || Residual(entry) == 0))
                entry++;
            next[node] = entry;
            if (entry < first[node + 1])
            {
                path[depth++] = entry;
                node = heads[entry];
                continue;
            }

            if (depth == 0)
                return false;
            level[node] = int.MaxValue;
            depth--;
            node = depth == 0 ? start : heads[path[depth - 1]];
        }
    }

}
