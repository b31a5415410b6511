using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Routes;

/// <summary>Lays the geometry of a path point by point, with the time at which each is passed: within a segment, time runs evenly with length.</summary>
internal sealed class RouteTrace(RoadTables tables, TurnGraph graph)
{
    private long clock;
    private int legStart;

    public List<GeoPoint> Points { get; } = [];

    public List<long> Milliseconds { get; } = [];

    /// <param name="vertices">Of the path, the source's arc and the target's included.</param>
    public void Follow(
        IReadOnlyList<int> vertices, in SnappedPoint from, in RoadPosition source, in SnappedPoint to, in RoadPosition target)
    {
        clock = 0;
        legStart = Points.Count;
        Add(from.Location, 0);
        if (vertices.Count == 1)
        {
            Piece(from.Segment, from.Fraction, to.Fraction, RoadPosition.Direct(source, target).Milliseconds);
            Add(to.Location, clock);
            return;
        }

        var first = graph.Arcs[vertices[0]];
        Piece(first >> 1, from.Fraction, EndOf(first), (IsAlong(first) ? source.Along : source.Against).After.Milliseconds);
        for (var i = 1; i < vertices.Count; i++)
        {
            var arc = graph.Arcs[vertices[i]];
            Wait(vertices[i - 1], vertices[i]);
            if (i == vertices.Count - 1)
                Piece(arc >> 1, 1 - EndOf(arc), to.Fraction, (IsAlong(arc) ? target.Along : target.Against).Before.Milliseconds);
            else
                Piece(arc >> 1, 1 - EndOf(arc), EndOf(arc), new PathCost(graph.ArcCosts[vertices[i]]).Milliseconds);
        }

        Add(to.Location, clock);
    }

    private static bool IsAlong(int arc) => (arc & 1) == 0;

    private static double EndOf(int arc) => IsAlong(arc) ? 1 : 0;

    /// <summary>The time that a turn takes is spent at the junction.</summary>
    private void Wait(int vertex, int next)
    {
        clock += graph.MillisecondsOfTurn(vertex, next);
        Milliseconds[^1] = clock;
    }

    /// <summary>Adds the points passed after <paramref name="fromFraction"/> up to <paramref name="toFraction"/>, which may lie behind it.</summary>
    private void Piece(int segment, double fromFraction, double toFraction, long milliseconds)
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
