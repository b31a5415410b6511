using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Routes;

/// <summary>Lays the geometry of a path point by point, with the time at which each is passed: within a segment, time runs evenly with length.</summary>
internal sealed class RouteTrace(RoadTables tables, TurnGraph graph)
{
    private readonly List<int> firstPoints = [];
    private readonly List<long> entryMilliseconds = [];
    private readonly List<long> entryCentimeters = [];
    private double[] along = new double[256];
    private PathCost passed;
    private int legStart;

    public List<GeoPoint> Points { get; } = [];

    /// <summary>By point: when it is reached, from its leg's start.</summary>
    public List<long> Reached { get; } = [];

    /// <summary>By point: when it is left; later than reached at a junction whose turn takes time.</summary>
    public List<long> Left { get; } = [];

    /// <param name="vertices">Of the path, the source's arc and the target's included.</param>
    public LegPath Follow(
        IReadOnlyList<int> vertices, in SnappedPoint from, in RoadPosition source, in SnappedPoint to, in RoadPosition target)
    {
        passed = default;
        legStart = Points.Count;
        firstPoints.Clear();
        entryMilliseconds.Clear();
        entryCentimeters.Clear();
        Add(from.Location, 0);
        Enter();
        if (vertices.Count == 1)
            Piece(from.Segment, from.Fraction, to.Fraction, RoadPosition.Direct(source, target));
        else
            Arcs(vertices, from, source, to, target);
        Add(to.Location, passed.Milliseconds);
        return new LegPath
        {
            Graph = graph,
            Vertices = [.. vertices],
            FirstPoints = [.. firstPoints],
            Milliseconds = [.. entryMilliseconds, passed.Milliseconds],
            Centimeters = [.. entryCentimeters, passed.Centimeters],
            From = from,
            To = to,
        };
    }

    private static bool IsAlong(int arc) => (arc & 1) == 0;

    private static double EndOf(int arc) => IsAlong(arc) ? 1 : 0;

    private void Arcs(IReadOnlyList<int> vertices, in SnappedPoint from, in RoadPosition source, in SnappedPoint to, in RoadPosition target)
    {
        var first = graph.Arcs[vertices[0]];
        Piece(first >> 1, from.Fraction, EndOf(first), (IsAlong(first) ? source.Along : source.Against).After);
        for (var i = 1; i < vertices.Count; i++)
        {
            var arc = graph.Arcs[vertices[i]];
            Enter();
            Wait(vertices[i - 1], vertices[i]);
            if (i == vertices.Count - 1)
                Piece(arc >> 1, 1 - EndOf(arc), to.Fraction, (IsAlong(arc) ? target.Along : target.Against).Before);
            else
                Whole(arc, new PathCost(graph.ArcCosts[vertices[i]]));
        }
    }

    private void Enter()
    {
        firstPoints.Add(Points.Count - 1);
        entryMilliseconds.Add(passed.Milliseconds);
        entryCentimeters.Add(passed.Centimeters);
    }

    /// <summary>The time that a turn takes is spent at the junction.</summary>
    private void Wait(int vertex, int next)
    {
        passed += new PathCost(PathCost.OfTime(graph.MillisecondsOfTurn(vertex, next)));
        Left[^1] = passed.Milliseconds;
    }

    /// <summary>Adds the points of an arc after its first.</summary>
    private void Whole(int arc, PathCost cost)
    {
        var start = tables.ShapeStart[arc >> 1];
        var count = tables.ShapeStart[(arc >> 1) + 1] - start;
        var begin = passed.Milliseconds;
        if (count > 2)
        {
            var whole = Measure(start, count);
            for (var step = 1; step < count - 1; step++)
            {
                var i = IsAlong(arc) ? step : count - 1 - step;
                var share = IsAlong(arc) ? along[i] / whole : 1 - (along[i] / whole);
                Add(tables.ShapePoint(start + i), begin + (long)Math.Round(cost.Milliseconds * share));
            }
        }

        passed += cost;
        Add(tables.ShapePoint(IsAlong(arc) ? start + count - 1 : start), passed.Milliseconds);
    }

    /// <summary>Adds the points passed after <paramref name="fromFraction"/> up to <paramref name="toFraction"/>, which may lie behind it.</summary>
    private void Piece(int segment, double fromFraction, double toFraction, PathCost cost)
    {
        var start = tables.ShapeStart[segment];
        var count = tables.ShapeStart[segment + 1] - start;
        var whole = Measure(start, count);
        var begin = passed.Milliseconds;
        var span = Math.Abs(toFraction - fromFraction);
        var isForward = toFraction >= fromFraction;
        for (var step = 0; step < count; step++)
        {
            var i = isForward ? step : count - 1 - step;
            var fraction = along[i] / whole;
            var done = isForward ? fraction - fromFraction : fromFraction - fraction;
            if (done <= 0 || done > span || span <= 0)
                continue;
            Add(tables.ShapePoint(start + i), begin + (long)Math.Round(cost.Milliseconds * (done / span)));
        }

        passed += cost;
    }

    /// <summary>Fills <see cref="along"/> with how far each shape point lies from the first, and returns the whole length, never 0.</summary>
    /// <remarks>
    /// In the plane at the first point's latitude, in integer coordinates: only shares of the whole are taken from it, which differ from those on the
    /// sphere by less than a thousandth even for a segment of ten kilometres. Great circles took half of the time of laying a route.
    /// </remarks>
    private double Measure(int start, int count)
    {
        if (along.Length < count)
            along = new double[Math.Max(count, 2 * along.Length)];
        var shrink = Math.Cos(double.DegreesToRadians(tables.ShapeLatitude[start] / RoadTables.CoordinateScale));
        along[0] = 0;
        for (var i = 1; i < count; i++)
        {
            var east = (double)(tables.ShapeLongitude[start + i] - tables.ShapeLongitude[start + i - 1]) * shrink;
            var north = (double)(tables.ShapeLatitude[start + i] - tables.ShapeLatitude[start + i - 1]);
            along[i] = along[i - 1] + Math.Sqrt((east * east) + (north * north));
        }

        return along[count - 1] > 0 ? along[count - 1] : 1;
    }

    /// <summary>A point that repeats the last one of the same leg is that one, left later.</summary>
    private void Add(GeoPoint point, long milliseconds)
    {
        if (Points.Count > legStart && Points[^1] == point)
        {
            Left[^1] = milliseconds;
        }
        else
        {
            Points.Add(point);
            Reached.Add(milliseconds);
            Left.Add(milliseconds);
        }
    }
}
