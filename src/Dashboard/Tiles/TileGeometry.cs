namespace Territory.Dashboard.Tiles;

/// <summary>Writes geometry as the commands of a vector tile.</summary>
/// <remarks>
/// Algorithm: MoveTo, LineTo and ClosePath with zigzag-encoded differences from a cursor that runs on through the feature. An outer ring is
/// clockwise on the screen (positive area with y downwards), a hole the other way round.
/// Source: Mapbox Vector Tile Specification 2.1, section 4.3.
/// </remarks>
internal sealed class TileGeometry
{
    private const uint MoveTo = 1;
    private const uint LineTo = 2;
    private const uint ClosePath = 7;

    private readonly List<uint> _commands = [];
    private TilePoint _cursor;

    public IReadOnlyList<uint> Commands => _commands;

    public bool IsEmpty => _commands.Count == 0;

    public void AddPoint(TilePoint point)
    {
        Command(MoveTo, 1);
        Parameter(point);
    }

    /// <summary>Adds a line; one that has shrunk to a point is left out.</summary>
    public void AddLine(IReadOnlyList<TilePoint> line)
    {
        var points = WithoutRepeats(line);
        if (points.Count >= 2)
            Path(points, 0);
    }

    /// <summary>Adds a ring, closed or not, turned to the side that its role asks for.</summary>
    /// <returns>False when the ring has no area; it is then left out.</returns>
    public bool AddRing(IReadOnlyList<TilePoint> ring, bool isHole)
    {
        var points = WithoutRepeats(ring);
        if (points.Count > 1 && points[0] == points[^1])
            points.RemoveAt(points.Count - 1);
        var doubledArea = DoubledArea(points);
        if (points.Count < 3 || doubledArea == 0)
            return false;
        if (doubledArea > 0 == isHole)
            points.Reverse();
        Path(points, 0);
        Command(ClosePath, 1);
        return true;
    }

    /// <summary>Twice the signed area; positive when clockwise on the screen.</summary>
    public static long DoubledArea(IReadOnlyList<TilePoint> ring)
    {
        var sum = 0L;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }

        return sum;
    }

    private void Path(List<TilePoint> points, int first)
    {
        Command(MoveTo, 1);
        Parameter(points[first]);
        Command(LineTo, (uint)(points.Count - first - 1));
        for (var i = first + 1; i < points.Count; i++)
            Parameter(points[i]);
    }

    private void Command(uint id, uint count) => _commands.Add(id | (count << 3));

    private void Parameter(TilePoint point)
    {
        _commands.Add(ZigZag(point.X - _cursor.X));
        _commands.Add(ZigZag(point.Y - _cursor.Y));
        _cursor = point;
    }

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    private static List<TilePoint> WithoutRepeats(IReadOnlyList<TilePoint> points)
    {
        var kept = new List<TilePoint>(points.Count);
        foreach (var point in points)
        {
            if (kept.Count == 0 || kept[^1] != point)
                kept.Add(point);
        }

        return kept;
    }
}
