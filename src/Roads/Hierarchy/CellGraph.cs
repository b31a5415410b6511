namespace Territory.Roads.Hierarchy;

/// <summary>A part of the road network while it is being cut: its own node numbers, undirected edges without direction or length.</summary>
/// <param name="X">By node, in metres east of a common origin.</param>
/// <param name="Y">By node, in metres north.</param>
/// <param name="From">By edge.</param>
/// <param name="To">By edge; equal to <paramref name="From"/> for a loop.</param>
/// <param name="Segments">By edge: the segment it stands for.</param>
internal sealed record CellGraph(int[] X, int[] Y, int[] From, int[] To, int[] Segments)
{
    public int NodeCount => X.Length;

    public int EdgeCount => From.Length;

    /// <summary>The two parts that a cut leaves, and the edges of the cut with whether each runs from the first part to the second.</summary>
    public (CellGraph First, CellGraph Second, List<(int Segment, bool IsFromFirst)> Cut) Split(ReadOnlySpan<byte> side)
    {
        var local = new int[NodeCount];
        var firstCount = 0;
        for (var node = 0; node < NodeCount; node++)
            local[node] = side[node] == 1 ? firstCount++ : node - firstCount;
        var cut = new List<(int, bool)>();
        var firstEdges = new List<int>();
        var secondEdges = new List<int>();
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            if (side[From[edge]] != side[To[edge]])
                cut.Add((Segments[edge], side[From[edge]] == 1));
            else
                (side[From[edge]] == 1 ? firstEdges : secondEdges).Add(edge);
        }

        return (Part(side, 1, firstCount, firstEdges, local), Part(side, 2, NodeCount - firstCount, secondEdges, local), cut);
    }

    private CellGraph Part(ReadOnlySpan<byte> side, byte wanted, int count, List<int> edges, int[] local)
    {
        var x = new int[count];
        var y = new int[count];
        for (var node = 0; node < NodeCount; node++)
        {
            if (side[node] == wanted)
                (x[local[node]], y[local[node]]) = (X[node], Y[node]);
        }

        return new CellGraph(
            x,
            y,
            [.. edges.Select(edge => local[From[edge]])],
            [.. edges.Select(edge => local[To[edge]])],
            [.. edges.Select(edge => Segments[edge])]);
    }
}
