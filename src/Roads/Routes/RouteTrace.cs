using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;

namespace Territory.Roads.Routes;

/// <summary>Lays the geometry of a path point by point, with the time at which each is passed: within a segment, time runs evenly with length.</summary>
internal sealed class RouteTrace(RoadTables tables)
{
    private long clock;
    private int legStart;

    public List<GeoPoint> Points { get; } = [];

    public List<long> Milliseconds { get; } = [];

    public void Follow(
        (List<RoadArc> Arcs, bool ArrivesFromStart, int FirstNode)? path,
        in SnappedPoint from,
        in NetworkPosition source,
        in SnappedPoint to,
        in NetworkPosition target)
    {
        clock = 0;
        legStart = Points.Count;
        Add(from.Location, 0);
        if (path is not { } found)
        {
            var cost = NetworkPosition.AlongSegment(source, target);
            Piece(from.Segment, from.Fraction, to.Fraction, cost.Milliseconds);
            Finish(to.Location);
            return;
        }

        var leavesToStart = LeavesToStart(source, found.FirstNode);
        Piece(from.Segment, from.Fraction, leavesToStart ? 0 : 1, (leavesToStart ? source.LeaveToStart : source.LeaveToEnd).Milliseconds);
        foreach (var arc in found.Arcs)
            Piece(arc.Segment, arc.IsForward ? 0 : 1, arc.IsForward ? 1 : 0, arc.Cost.Milliseconds);
        var arrival = found.ArrivesFromStart ? target.ArriveFromStart : target.ArriveFromEnd;
        Piece(to.Segment, found.ArrivesFromStart ? 0 : 1, to.Fraction, arrival.Milliseconds);
        Finish(to.Location);
    }

    private static bool LeavesToStart(in NetworkPosition source, int firstNode)
    {
        if (source.StartNode != source.EndNode)
            return firstNode == source.StartNode;
        return source.LeaveToStart < source.LeaveToEnd;
    }

    /// <summary>Adds the points passed after <paramref name="fromFraction"/> up to <paramref name="toFraction"/>, which may lie behind it.</summary>
    private void Piece(int segment, double fromFraction, double toFraction, uint milliseconds)
    {
        var start = tables.ShapeStart[segment];
        var count = tables.ShapeStart[segment + 1] - start;
        Span<double> along = count <= 256 ? stackalloc double[count] : new double[count];
        along[0] = 0;
        for (var i = 1; i < count; i++)
            along[i] = along[i - 1] + tables.ShapePoint(start + i - 1).MetersTo(tables.ShapePoint(start + i));
        var whole = along[^1] > 0 ? along[^1] : 1;
        var begin = clock;
        var span = Math.Abs(toFraction - fromFraction);
        var isForward = toFraction >= fromFraction;
        for (var step = 0; step < count; step++)
        {
            var i = isForward ? step : count - 1 - step;
            var fraction = along[i] / whole;
            var passed = isForward ? fraction - fromFraction : fromFraction - fraction;
            if (passed <= 0 || passed > span || span <= 0)
                continue;
            Add(tables.ShapePoint(start + i), begin + (long)Math.Round(milliseconds * (passed / span)));
        }

        clock = begin + milliseconds;
    }

    private void Finish(GeoPoint location) => Add(location, clock);

    /// <summary>Leaves out a point that repeats the last one of the same leg.</summary>
    private void Add(GeoPoint point, long milliseconds)
    {
        if (Points.Count > legStart && Points[^1] == point)
        {
            Milliseconds[^1] = milliseconds;
        }
        else
        {
            Points.Add(point);
            Milliseconds.Add(milliseconds);
        }
    }
}
