namespace Territory.Roads.Reach;

/// <summary>The connected regions of a grid of inside and outside nodes.</summary>
/// <remarks>
/// Nodes are neighbours along the edges of a grid whose cells are halved by the diagonal to the north-east, the same for inside and outside: in such a triangulation
/// two regions cannot cross, so there are no doubtful corners. Complexity: linear. Source: Rosenfeld, Connectivity in digital pictures (1970), for six neighbours.
/// </remarks>
internal sealed class GridRegions
{
    private readonly List<int> sizes = [];

    private GridRegions(int nodes) => RegionOf = new int[nodes];

    /// <summary>By node, from 0; the region of the first node is what surrounds everything when the margin is outside.</summary>
    public int[] RegionOf { get; }

    /// <summary>Nodes of each region.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    public static GridRegions Find(bool[] isInside, int columns)
    {
        var regions = new GridRegions(isInside.Length);
        Array.Fill(regions.RegionOf, -1);
        ReadOnlySpan<int> steps = [1, -1, columns, -columns, columns + 1, -columns - 1];
        var open = new Stack<int>();
        for (var start = 0; start < isInside.Length; start++)
        {
            if (regions.RegionOf[start] < 0)
                regions.Flood(start, isInside, steps, columns, open);
        }

        return regions;
    }

    private void Flood(int start, bool[] isInside, ReadOnlySpan<int> steps, int columns, Stack<int> open)
    {
        var region = sizes.Count;
        var size = 0;
        RegionOf[start] = region;
        open.Push(start);
        while (open.TryPop(out var node))
        {
            size++;
            var column = node % columns;
            foreach (var step in steps)
            {
                var next = node + step;
                if ((uint)next >= (uint)isInside.Length || RegionOf[next] >= 0 || isInside[next] != isInside[node])
                    continue;

                // A step of one column must not wrap into the next row.
                if (Math.Abs((next % columns) - column) > 1)
                    continue;
                RegionOf[next] = region;
                open.Push(next);
            }
        }

        sizes.Add(size);
    }
}
