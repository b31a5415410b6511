using Territory.Roads.Search;

namespace Territory.Roads.Turns;

/// <summary>A network as one profile travels it: its vertices are the directions of segments (arcs), its edges the turns from one into the next.</summary>
/// <remarks>
/// Turning costs and restrictions belong to pairs of arcs, so arcs are what a path is made of. A restriction over several ways gives the arcs in
/// between a second vertex for those who came the restricted way. A label of a vertex stands for having travelled the whole arc. Vertices are
/// numbered in the order in which a hierarchy contracts them.
/// Source: Geisberger and Vetter, Efficient routing in road networks with turn costs (2011); Delling, Goldberg, Pajor and Werneck, Customizable
/// route planning in road networks (2017), section 3.
/// </remarks>
internal sealed class TurnGraph
{
    /// <summary>Twice the segment, plus one when the vertex travels it from To to From.</summary>
    public required int[] Arcs { get; init; }

    /// <summary>Packed <see cref="PathCost"/> of travelling the whole arc.</summary>
    public required long[] ArcCosts { get; init; }

    /// <summary>First turn out of each vertex, with one entry more at the end.</summary>
    public required int[] FirstTurn { get; init; }

    public required int[] TurnHeads { get; init; }

    public required int[] TurnMilliseconds { get; init; }

    /// <summary>By arc: the vertex of those who begin on it, or -1 where the arc is closed or leads nowhere.</summary>
    public required int[] VertexOfArc { get; init; }

    /// <summary>Further vertices of arcs inside restrictions over several ways; most arcs have none.</summary>
    public required IReadOnlyDictionary<int, int[]> RestrictedVertices { get; init; }

    /// <summary>Sizes in arcs of the strongly connected networks, largest first, those included that are too small to be kept.</summary>
    public required IReadOnlyList<int> ComponentSizes { get; init; }

    public int VertexCount => Arcs.Length;

    public int TurnCount => TurnHeads.Length;

    /// <summary>Whether a direction of the segment can be left and reached again.</summary>
    public bool Contains(int segment) => VertexOfArc[2 * segment] >= 0 || VertexOfArc[(2 * segment) + 1] >= 0;

    /// <summary>What it takes to go from the end of one arc to the end of the next.</summary>
    public long CostOfTurn(int turn) => PathCost.OfTime(TurnMilliseconds[turn]) + ArcCosts[TurnHeads[turn]];

    /// <summary>What the turn between two vertices costs of itself; of several, the cheapest.</summary>
    public int MillisecondsOfTurn(int from, int to)
    {
        var least = int.MaxValue;
        for (var turn = FirstTurn[from]; turn < FirstTurn[from + 1]; turn++)
        {
            if (TurnHeads[turn] == to)
                least = Math.Min(least, TurnMilliseconds[turn]);
        }

        return least < int.MaxValue ? least : throw new ArgumentException($"Vertex {from} does not turn into {to}.", nameof(to));
    }
}
