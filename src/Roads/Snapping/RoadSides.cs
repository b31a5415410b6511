using Territory.Roads.Network;

namespace Territory.Roads.Snapping;

/// <summary>Tells on which side of a segment, from From to To, the point lies that it was the nearest road to.</summary>
internal static class RoadSides
{
    /// <summary>A point nearer to the road's middle than this lies on it.</summary>
    private const double BesideMeters = 2;

    /// <summary>The sine of 20 degrees: what lies so nearly straight ahead of a road's end or behind it is on neither side.</summary>
    private const double LeastSine = 0.342;

    /// <param name="plane">Around the point.</param>
    /// <param name="piece">Of the segment, from 0: the one that the nearest place lies on.</param>
    /// <param name="share">How far along the piece, 0 to 1.</param>
    public static RoadSide Of(RoadTables tables, in TangentPlane plane, int segment, int piece, double share)
    {
        var (first, last) = (tables.ShapeStart[segment], tables.ShapeStart[segment + 1] - 1);
        var (a, b) = (first + piece, first + piece + 1);
        var (x0, y0) = plane.Project(tables.ShapeLongitude[a], tables.ShapeLatitude[a]);
        var (x1, y1) = plane.Project(tables.ShapeLongitude[b], tables.ShapeLatitude[b]);
        var (toX, toY) = (-(x0 + (share * (x1 - x0))), -(y0 + (share * (y1 - y0))));
        var meters = Math.Sqrt((toX * toX) + (toY * toY));
        if (meters < BesideMeters)
            return RoadSide.On;

        // At a bend the pieces before and after may disagree, in a hairpin they do; the direction between them does not.
        var before = share > 0 ? Direction(tables, plane, b, first, -1) : Direction(tables, plane, a, first, -1);
        var after = share < 1 ? Direction(tables, plane, a, last, 1) : Direction(tables, plane, b, last, 1);
        var (alongX, alongY) = (after.X - before.X, after.Y - before.Y);
        var along = Math.Sqrt((alongX * alongX) + (alongY * alongY));
        var sine = ((alongX * toY) - (alongY * toX)) / (along * meters);
        return sine >= LeastSine ? RoadSide.Left : sine <= -LeastSine ? RoadSide.Right : RoadSide.On;
    }

    /// <summary>The direction from one shape point to the next different one, of length 1; nothing where there is none.</summary>
    private static (double X, double Y) Direction(RoadTables tables, in TangentPlane plane, int from, int end, int step)
    {
        var (x0, y0) = plane.Project(tables.ShapeLongitude[from], tables.ShapeLatitude[from]);
        for (var at = from; at != end;)
        {
            at += step;
            var (x, y) = plane.Project(tables.ShapeLongitude[at], tables.ShapeLatitude[at]);
            var length = Math.Sqrt(((x - x0) * (x - x0)) + ((y - y0) * (y - y0)));
            if (length > 0)
                return ((x - x0) / length, (y - y0) / length);
        }

        return default;
    }
}
