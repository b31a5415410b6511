using Territory.Roads.Network;
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
    /// <summary>Stands for a turn that a restriction forbids at the hours in question.</summary>
    public const ushort ForbiddenNow = ushort.MaxValue;

    /// <summary>Turns are counted in steps of so many milliseconds: two bytes each, of which a city has some hundred thousand.</summary>
    public const int TurnStepMilliseconds = 10;

    /// <summary>Twice the segment, plus one when the vertex travels it from To to From.</summary>
    public required int[] Arcs { get; init; }

    /// <summary>Packed <see cref="PathCost"/> of travelling the whole arc.</summary>
    public required long[] ArcCosts { get; init; }

    /// <summary>First turn out of each vertex, with one entry more at the end.</summary>
    public required int[] FirstTurn { get; init; }

    public required int[] TurnHeads { get; init; }

    /// <summary>What each turn costs of itself, in steps; <see cref="ForbiddenNow"/> where a restriction is in force.</summary>
    public required ushort[] TurnSteps { get; init; }

    /// <summary>By turn: the restrictions that forbid it at some hours only; most turns have none.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<TurnRestriction>> TimedTurns { get; init; }

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

    /// <summary>Whether a direction of the segment is open now.</summary>
    public bool IsOpen(int segment) => IsArcOpen(2 * segment) || IsArcOpen((2 * segment) + 1);

    /// <summary>Whether a vehicle may be on the arc now.</summary>
    public bool IsArcOpen(int arc) => VertexOfArc[arc] is >= 0 and var vertex && ArcCosts[vertex] < PathCost.Limit;

    /// <summary>What it takes to go from the end of one arc to the end of the next.</summary>
    public long CostOfTurn(int turn) =>
        TurnSteps[turn] == ForbiddenNow ? PathCost.Limit : PathCost.OfTime(TurnSteps[turn] * TurnStepMilliseconds) + ArcCosts[TurnHeads[turn]];

    /// <summary>The same arcs and turns at other times; what is closed then keeps its vertex and costs <see cref="PathCost.Limit"/>.</summary>
    /// <param name="isInForce">Of a restriction that holds at some hours only.</param>
    public TurnGraph At(RoadTables tables, ArcTimes times, Predicate<TurnRestriction> isInForce)
    {
        var costs = new long[VertexCount];
        for (var vertex = 0; vertex < costs.Length; vertex++)
        {
            var arc = Arcs[vertex];
            costs[vertex] = times.IsOpen(arc) ? new PathCost(times[arc], tables.SegmentLengthCentimeters[arc >> 1]).Packed : PathCost.Limit;
        }

        var forbidden = TimedTurns.Where(pair => pair.Value.Any(restriction => isInForce(restriction))).Select(pair => pair.Key).ToList();
        var steps = TurnSteps;
        if (forbidden.Count > 0)
        {
            steps = [.. TurnSteps];
            foreach (var turn in forbidden)
                steps[turn] = ForbiddenNow;
        }

        return new TurnGraph
        {
            Arcs = Arcs,
            ArcCosts = costs,
            FirstTurn = FirstTurn,
            TurnHeads = TurnHeads,
            TurnSteps = steps,
            TimedTurns = TimedTurns,
            VertexOfArc = VertexOfArc,
            RestrictedVertices = RestrictedVertices,
            ComponentSizes = ComponentSizes,
        };
    }

    /// <summary>What the turn between two vertices costs of itself; of several, the cheapest.</summary>
    public int MillisecondsOfTurn(int from, int to)
    {
        var least = int.MaxValue;
        for (var turn = FirstTurn[from]; turn < FirstTurn[from + 1]; turn++)
        {
            if (TurnHeads[turn] == to)
                least = Math.Min(least, TurnSteps[turn] * TurnStepMilliseconds);
        }

        return least < int.MaxValue ? least : throw new ArgumentException($"Vertex {from} does not turn into {to}.", nameof(to));
    }
}
