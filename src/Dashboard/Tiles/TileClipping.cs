namespace Territory.Dashboard.Tiles;

/// <summary>Cuts lines and rings to a tile with a margin, so that strokes run on across the seam.</summary>
internal static class TileClipping
{
    /// <summary>Units kept beyond each side.</summary>
    public const int Margin = 128;

    private const double Low = -Margin;
    private const double High = VectorTileLayer.Extent + Margin;

    /// <summary>The parts of a line within the box.</summary>
    /// <remarks>Algorithm: each segment cut parametrically, the pieces joined. Complexity: linear. Source: Liang, Barsky 1984.</remarks>
    public static List<List<TilePoint>> Line(List<(double X, double Y)> line)
    {
        var parts = new List<List<TilePoint>>();
        List<TilePoint>? part = null;
        for (var i = 1; i < line.Count; i++)
        {
            var (a, b) = (line[i - 1], line[i]);
            if (!Cut(a, b, out var from, out var to))
            {
                part = null;
                continue;
            }

            if (part is null || from > 0)
            {
                part = [At(a, b, from)];
                parts.Add(part);
            }

            part.Add(At(a, b, to));
            if (to < 1)
                part = null;
        }

        return parts;
    }

    /// <summary>The ring cut to the box; empty when nothing of it is inside.</summary>
    /// <remarks>Algorithm: cut by one side after the other. Complexity: linear. Source: Sutherland, Hodgman 1974. A ring that leaves and enters again runs along the box, outside the visible tile.</remarks>
    public static List<TilePoint> Ring(List<(double X, double Y)> ring)
    {
        ring = Side(ring, point => point.X - Low);
        ring = Side(ring, point => High - point.X);
        ring = Side(ring, point => point.Y - Low);
        ring = Side(ring, point => High - point.Y);
        return [.. ring.Select(Round)];
    }

    public static bool Contains((double X, double Y) point) =>
        point.X >= 0 && point.X < VectorTileLayer.Extent && point.Y >= 0 && point.Y < VectorTileLayer.Extent;

    public static TilePoint Round((double X, double Y) point) => new((int)Math.Round(point.X), (int)Math.Round(point.Y));

    private static bool Cut((double X, double Y) a, (double X, double Y) b, out double from, out double to)
    {
        (from, to) = (0, 1);
        return Edge(a.X - b.X, a.X - Low, ref from, ref to) && Edge(b.X - a.X, High - a.X, ref from, ref to)
            && Edge(a.Y - b.Y, a.Y - Low, ref from, ref to) && Edge(b.Y - a.Y, High - a.Y, ref from, ref to);
    }

    private static bool Edge(double direction, double room, ref double from, ref double to)
    {
        if (direction == 0)
            return room >= 0;
        var at = room / direction;
        if (direction < 0)
        {
            if (at > to)
                return false;
            from = Math.Max(from, at);
        }
        else
        {
            if (at < from)
                return false;
            to = Math.Min(to, at);
        }

        return from <= to;
    }

    private static List<(double X, double Y)> Side(List<(double X, double Y)> ring, Func<(double X, double Y), double> inside)
    {
        var kept = new List<(double X, double Y)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (insideA, insideB) = (inside(a), inside(b));
            if (insideA >= 0)
                kept.Add(a);
            if (insideA >= 0 != insideB >= 0)
            {
                var at = insideA / (insideA - insideB);
                kept.Add((a.X + (at * (b.X - a.X)), a.Y + (at * (b.Y - a.Y))));
            }
        }

        return kept;
    }

    private static TilePoint At((double X, double Y) a, (double X, double Y) b, double share) =>
        Round((a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y))));
}
