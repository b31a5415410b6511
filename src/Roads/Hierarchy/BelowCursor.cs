namespace Territory.Roads.Hierarchy;

/// <summary>Finds, vertex by vertex upward, the arcs that end at a vertex, without a stored index: each lower vertex's arcs come up in their own order.</summary>
internal sealed class BelowCursor
{
    private readonly RankedArcs arcs;
    private readonly int[] next;

    public BelowCursor(RankedArcs arcs)
    {
        this.arcs = arcs;
        next = arcs.First.AsSpan(0, arcs.First.Length - 1).ToArray();
    }

    public ReadOnlySpan<int> Below(int vertex) => arcs.Below.AsSpan(arcs.FirstBelow[vertex]..arcs.FirstBelow[vertex + 1]);

    /// <summary>The arc from a vertex of <see cref="Below"/> to the vertex that was not passed yet.</summary>
    public int ArcOf(int below) => next[below];

    /// <summary>Every vertex has to be passed once, in ascending order.</summary>
    public void Pass(int vertex)
    {
        foreach (var below in Below(vertex))
            next[below]++;
    }
}
