namespace Territory.Roads.Hierarchy;

/// <summary>The order in which a hierarchy contracts the directions of segments: what separates large parts of the map comes last.</summary>
/// <remarks>
/// Algorithm: the network is cut in two again and again; both directions of the edges of a cut separate the turns of its two parts, so they come
/// after everything in the parts, first all that lead one way, then all that lead back, which leaves fewest shortcuts.
/// Complexity: that of <see cref="CellCut"/> times the depth of the cuts.
/// Source: George, Nested dissection of a regular finite element mesh (1973); Buchhold, Wagner, Zeitz and Zuendorf, Customizable contraction
/// hierarchies with turn costs (2020).
/// </remarks>
internal static class NestedDissection
{
    /// <summary>Directions of segments (twice the segment, plus one against it), each of the cell's segments twice.</summary>
    public static int[] Order(CellGraph network)
    {
        var order = new List<int>(2 * network.EdgeCount);
        Contract(network, order);
        return [.. order];
    }

    private static void Contract(CellGraph cell, List<int> order)
    {
        if (cell.EdgeCount == 0)
            return;
        if (cell.NodeCount == 1)
        {
            foreach (var loop in cell.Segments)
                order.AddRange([2 * loop, (2 * loop) + 1]);
            return;
        }

        var (first, second, cut) = cell.Split(CellCut.Find(cell));
        Contract(first, order);
        Contract(second, order);
        foreach (var (segment, isFromFirst) in cut)
            order.Add((2 * segment) + (isFromFirst ? 0 : 1));
        foreach (var (segment, isFromFirst) in cut)
            order.Add((2 * segment) + (isFromFirst ? 1 : 0));
    }
}
