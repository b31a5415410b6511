using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>The costs between places on one segment of which the target lies behind on an arc of the source: straight back on the other arc, or round about.</summary>
/// <remarks>
/// Whichever places they are, the way from one end of an arc round to an end of an arc is the same, so it is searched once for each arc and then only
/// what is left and what is to come is added. One per thread.
/// </remarks>
internal sealed class RoundTrips(RoadHierarchy hierarchy)
{
    private readonly UpwardSearch forward = UpwardSearch.Forward(hierarchy);
    private readonly UpwardSearch backward = UpwardSearch.Backward(hierarchy);
    private readonly Dictionary<int, Ways> waysOf = [];

    /// <param name="source">With a target behind on one of its arcs.</param>
    public PathCost Cost(in RoadPosition source, in RoadPosition target) => ArcPlace.IsBehind(source.Along, target.Along)
        ? Cost(source.Along, source.Against, target.Along, target.Against)
        : Cost(source.Against, source.Along, target.Against, target.Along);

    /// <param name="behind">The source on the arc on which the target is behind.</param>
    /// <param name="other">The source on the opposite arc, on which the target is ahead, if it is open.</param>
    private PathCost Cost(in ArcPlace behind, in ArcPlace other, in ArcPlace target, in ArcPlace targetOther)
    {
        if (!waysOf.TryGetValue(behind.Vertex, out var ways))
            waysOf.Add(behind.Vertex, ways = Find(behind, other));
        var best = ArcPlace.Direct(other, targetOther);
        best = Least(best, behind.After.Packed + ways.Round - target.After.Packed, ways.Round);
        if (!other.IsOpen)
            return best;
        best = Least(best, other.After.Packed + ways.FromOther - target.After.Packed, ways.FromOther);
        return targetOther.IsOpen ? Least(best, behind.After.Packed + ways.ToOther - targetOther.After.Packed, ways.ToOther) : best;
    }

    private Ways Find(in ArcPlace place, in ArcPlace other)
    {
        var round = Search(place.Vertex, isBegun: false, place);
        return other.IsOpen
            ? new Ways(round, Search(other.Vertex, isBegun: true, place), Search(place.Vertex, isBegun: true, other))
            : new Ways(round, PathCost.Limit, PathCost.Limit);
    }

    /// <summary>From the end of a vertex's arc to the end of a place's arc.</summary>
    /// <param name="isBegun">False: at least one turn is taken, so that a vertex can be its own target.</param>
    private long Search(int from, bool isBegun, in ArcPlace to)
    {
        forward.Begin();
        backward.Begin();
        var graph = hierarchy.Graph;
        if (isBegun)
            forward.Offer(from, 0);
        for (var turn = graph.FirstTurn[from]; turn < graph.FirstTurn[from + 1] && !isBegun; turn++)
            forward.Offer(graph.TurnHeads[turn], graph.CostOfTurn(turn));
        backward.Offer(to.Vertex, 0);
        foreach (var vertex in to.Further)
            backward.Offer(vertex, 0);
        forward.Run();
        backward.Run();
        var best = PathCost.Limit;
        foreach (var vertex in forward.Settled)
            best = Math.Min(best, forward.LabelOf(vertex) + backward.LabelOf(vertex));
        return best;
    }

    private static PathCost Least(PathCost best, long cost, long way) => way < PathCost.Limit && cost < best.Packed ? new PathCost(cost) : best;

    /// <param name="Round">From the arc's end back to it.</param>
    /// <param name="FromOther">From the opposite arc's end to this one's.</param>
    /// <param name="ToOther">From the arc's end to the opposite one's.</param>
    private readonly record struct Ways(long Round, long FromOther, long ToOther);
}
