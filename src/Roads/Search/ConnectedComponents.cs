namespace Territory.Roads.Search;

/// <summary>The strongly connected components of a directed graph.</summary>
internal sealed class ConnectedComponents
{
    private ConnectedComponents(int[] componentOf, int largest, IReadOnlyList<int> sizes)
    {
        ComponentOf = componentOf;
        Largest = largest;
        Sizes = sizes;
    }

    public int[] ComponentOf { get; }

    /// <summary>The component with most nodes; of equal ones, the one with the lowest node.</summary>
    public int Largest { get; }

    /// <summary>Node counts of components, largest first; nodes without an arc count as components of one and are left out.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <remarks>
    /// Algorithm: depth-first search with low links, written with an explicit stack so that long chains of roads cannot exhaust the thread's.
    /// Complexity: linear in nodes and arcs. Source: Tarjan, Depth-first search and linear graph algorithms (1972).
    /// </remarks>
    public static ConnectedComponents Find(int[] first, int[] heads)
    {
        var count = first.Length - 1;
        var component = new int[count];
        var order = new int[count];
        var low = new int[count];
        var next = first.AsSpan(0, count).ToArray();
        var open = new Stack<int>();
        var path = new Stack<int>();
        Array.Fill(component, -1);
        var visited = 0;
        var components = 0;
        for (var root = 0; root < count; root++)
        {
            if (order[root] != 0)
                continue;
            Enter(root);
            while (path.TryPeek(out var node))
            {
                if (next[node] < first[node + 1])
                {
                    var head = heads[next[node]++];
                    if (order[head] == 0)
                        Enter(head);
                    else if (component[head] < 0)
                        low[node] = Math.Min(low[node], order[head]);
                }
                else
                {
                    Leave(node);
                }
            }
        }

        return Summarize(component, components, first, heads);

        void Enter(int node)
        {
            order[node] = low[node] = ++visited;
            open.Push(node);
            path.Push(node);
        }

        void Leave(int node)
        {
            path.Pop();
            if (path.TryPeek(out var parent))
                low[parent] = Math.Min(low[parent], low[node]);
            if (low[node] != order[node])
                return;
            int member;
            do
            {
                member = open.Pop();
                component[member] = components;
            }
            while (member != node);
            components++;
        }
    }

    private static ConnectedComponents Summarize(int[] component, int components, int[] first, int[] heads)
    {
        var sizes = new int[components];
        var lowest = new int[components];
        var hasArc = new bool[components];
        Array.Fill(lowest, int.MaxValue);
        for (var node = 0; node < component.Length; node++)
        {
            sizes[component[node]]++;
            lowest[component[node]] = Math.Min(lowest[component[node]], node);
            for (var arc = first[node]; arc < first[node + 1]; arc++)
                hasArc[component[node]] = hasArc[component[heads[arc]]] = true;
        }

        var largest = -1;
        for (var i = 0; i < components; i++)
        {
            if (hasArc[i] && (largest < 0 || sizes[i] > sizes[largest] || (sizes[i] == sizes[largest] && lowest[i] < lowest[largest])))
                largest = i;
        }

        return new ConnectedComponents(component, largest, [.. sizes.Where((_, i) => hasArc[i]).OrderDescending()]);
    }
}
