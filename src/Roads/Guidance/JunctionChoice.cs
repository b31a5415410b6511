using Territory.Roads.Network;
using Territory.Roads.Turns;

namespace Territory.Roads.Guidance;

/// <summary>Decides what has to be said where a route passes from one arc to the next: nothing, that the name changes, or which way to turn.</summary>
/// <remarks>
/// A bend that leaves no choice needs no word; nor does going straight on where every other way clearly branches off. What could be driven instead is
/// read from the graph the route was found in, so one-way streets and forbidden turns are no choice.
/// Source: the rules follow those of Luxen and Vetter's OSRM (Real-time routing with OpenStreetMap data, 2011) in spirit: obvious turns stay silent.
/// </remarks>
internal sealed class JunctionChoice(RoadTables tables, ArcBearings bearings)
{
    /// <summary>Up to so many degrees a road may count as the continuation of the one before.</summary>
    private const int ForwardDegrees = 50;

    /// <summary>So much straighter than every other way, and the way on is plain.</summary>
    private const int PlainlyStraighterDegrees = 30;

    /// <summary>Two classes of the same rank differ by one at most (a road and its link); beyond so many the lesser road is no rival.</summary>
    private const int RivalClasses = 4;

    /// <param name="name">Index of the name of the road being followed, or -1.</param>
    /// <returns>Null when nothing has to be said.</returns>
    public TurnDirection? At(TurnGraph graph, int vertex, int arc, int next, int name)
    {
        if (next == (arc ^ 1))
            return TurnDirection.UTurn;
        var nextName = tables.SegmentName[next >> 1];
        var isNewName = nextName >= 0 && nextName != name;
        TurnDirection? whenPlain = isNewName ? TurnDirection.Straight : null;
        var bend = bearings.Between(arc, next);
        var others = Others(graph, vertex, arc, next);
        if (others.Count == 0)
            return whenPlain;
        var isSameRoad = nextName >= 0 && nextName == tables.SegmentName[arc >> 1];
        var rivals = others.Where(other => IsRival(other, next)).ToList();
        if (Math.Abs(bend) > ForwardDegrees)
            return isSameRoad && rivals.Count == 0 ? null : TurnDirections.Of(bend);

        var forks = rivals.Where(other => Math.Abs(bearings.Between(arc, other)) < Math.Max(ForwardDegrees, Math.Abs(bend) + PlainlyStraighterDegrees)).ToList();
        if (isSameRoad && forks.All(other => tables.SegmentName[other >> 1] != nextName))
            return null;
        if (forks.Count > 0 && !forks.All(other => Math.Abs(bearings.Between(arc, other)) >= Math.Abs(bend) + PlainlyStraighterDegrees))
            return forks.Average(other => bearings.Between(arc, other)) < bend ? TurnDirection.SlightRight : TurnDirection.SlightLeft;
        return Math.Abs(bend) <= TurnDirections.StraightDegrees ? whenPlain : isNewName ? TurnDirections.Of(bend) : null;
    }

    /// <summary>The arcs that could be driven instead, turning round apart.</summary>
    public static List<int> Others(TurnGraph graph, int vertex, int arc, int next)
    {
        var others = new List<int>();
        for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
        {
            var other = graph.Arcs[graph.TurnHeads[turn]];
            if (other != next && other != (arc ^ 1) && !others.Contains(other))
                others.Add(other);
        }

        return others;
    }

    private bool IsRival(int other, int next)
    {
        var otherClass = (RoadClass)tables.SegmentClass[other >> 1];
        var nextClass = (RoadClass)tables.SegmentClass[next >> 1];
        return otherClass < RoadClass.Service ? otherClass - nextClass <= RivalClasses : nextClass >= RoadClass.Service;
    }
}
