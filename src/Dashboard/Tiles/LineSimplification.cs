namespace Territory.Dashboard.Tiles;

/// <summary>Leaves out points of a line that make no visible difference.</summary>
/// <remarks>
/// Algorithm: Douglas and Peucker with a stack. Complexity: O(n log n) for roads, O(n^2) at worst. Source: Douglas, Peucker 1973,
/// "Algorithms for the reduction of the number of points required to represent a digitized line".
/// </remarks>
internal static class LineSimplification
{
    /// <summary>The line with every left-out point within the tolerance of it; the ends stay.</summary>
    public static List<(double X, double Y)> Simplify(List<(double X, double Y)> points, double tolerance)
    {
        if (points.Count <= 2)
            return points;
        var keep = new bool[points.Count];
        keep[0] = keep[^1] = true;
        var parts = new Stack<(int First, int Last)>();
        parts.Push((0, points.Count - 1));
        while (parts.TryPop(out var part))
        {
            var farthest = -1;
            var most = tolerance * tolerance;
            for (var i = part.First + 1; i < part.Last; i++)
            {
                var distance = SquaredDistance(points[i], points[part.First], points[part.Last]);
                if (distance > most)
                    (most, farthest) = (distance, i);
            }

            if (farthest < 0)
                continue;
            keep[farthest] = true;
            parts.Push((part.First, farthest));
            parts.Push((farthest, part.Last));
        }

        return [.. points.Where((_, i) => keep[i])];
    }

    private static double SquaredDistance((double X, double Y) point, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / length, 0, 1);
        var (ex, ey) = (point.X - a.X - (along * dx), point.Y - a.Y - (along * dy));
        return (ex * ex) + (ey * ey);
    }
}
