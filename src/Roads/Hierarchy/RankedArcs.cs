namespace Territory.Roads.Hierarchy;

/// <summary>Arcs of a hierarchy in one direction, stored at their lower end, with the way back from the upper end.</summary>
internal sealed class RankedArcs
{
    private RankedArcs(int[] first, int[] upper, int[] firstBelow, int[] below)
    {
        First = first;
        Upper = upper;
        FirstBelow = firstBelow;
        Below = below;
    }

    /// <summary>First arc of each vertex, with one entry more at the end.</summary>
    public int[] First { get; }

    /// <summary>By arc: its upper end; ascending at each vertex.</summary>
    public int[] Upper { get; }

    /// <summary>First entry of <see cref="Below"/> of each vertex, with one entry more at the end.</summary>
    public int[] FirstBelow { get; }

    /// <summary>The lower ends of arcs whose upper end the vertex is, ascending.</summary>
    public int[] Below { get; }

    public int Count => Upper.Length;

    public static RankedArcs From(int[] first, int[] upper)
    {
        var count = first.Length - 1;
        var firstBelow = new int[count + 1];
        foreach (var head in upper)
            firstBelow[head + 1]++;
        for (var vertex = 0; vertex < count; vertex++)
            firstBelow[vertex + 1] += firstBelow[vertex];
        var below = new int[upper.Length];
        var fill = firstBelow.AsSpan().ToArray();
        for (var vertex = 0; vertex < count; vertex++)
        {
            for (var arc = first[vertex]; arc < first[vertex + 1]; arc++)
                below[fill[upper[arc]]++] = vertex;
        }

        return new RankedArcs(first, upper, firstBelow, below);
    }

    /// <summary>The arc from a lower to an upper vertex, or -1.</summary>
    public int Find(int lower, int upper)
    {
        var found = Array.BinarySearch(Upper, First[lower], First[lower + 1] - First[lower], upper);
        return found < 0 ? -1 : found;
    }
}
