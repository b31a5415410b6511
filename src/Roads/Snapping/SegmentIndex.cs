using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Snapping;

/// <summary>Finds the nearest segment of a mode's main network.</summary>
/// <remarks>
/// Algorithm: a packed tree of bounding boxes over segments sorted along a Hilbert curve, searched best first by box distance, in a plane
/// tangent at the query point.
/// Complexity: O(n log n) to build, about O(log n) a query.
/// Source: Kamel and Faloutsos, Hilbert R-tree (1994); Hjaltason and Samet, Distance browsing in spatial databases (1999).
/// </remarks>
internal sealed class SegmentIndex
{
    private const int Fanout = 16;

    /// <summary>Squares of distances that differ by less are equal.</summary>
    private const double TieSquareMeters = 1e-6;

    private readonly RoadTables tables;
    private readonly TurnGraph graph;
    private readonly TravelMode mode;
    private readonly int[] leaves;

    /// <summary>Boxes level by level from the leaves up; entry i of a level covers entries 16 i to 16 i + 15 of the level below.</summary>
    private readonly List<Box[]> levels = [];

    public SegmentIndex(RoadTables tables, TurnGraph graph, TravelMode mode)
    {
        this.tables = tables;
        this.graph = graph;
        this.mode = mode;
        leaves = [.. Enumerable.Range(0, tables.SegmentCount).Where(graph.Contains).OrderBy(MiddleKey).ThenBy(segment => segment)];
        var boxes = Array.ConvertAll(leaves, BoxOf);
        levels.Add(boxes);
        while (boxes.Length > 1)
        {
            boxes = [.. boxes.Chunk(Fanout).Select(group => group.Aggregate(Box.Union))];
            levels.Add(boxes);
        }
    }

    /// <param name="now">The same graph with today's costs: what is closed is passed over.</param>
    public SnappedPoint? Nearest(GeoPoint point, double maxMeters, TurnGraph now)
    {
        if (leaves.Length == 0 || !point.IsValid)
            return null;
        var plane = new TangentPlane(point);
        var queue = new PriorityQueue<(int Level, int Entry), double>();
        var best = new Candidate(-1, maxMeters * maxMeters, 0);
        queue.Enqueue((levels.Count - 1, 0), 0);
        while (queue.TryDequeue(out var item, out var squared) && squared <= best.SquaredMeters + TieSquareMeters)
        {
            if (item.Level == 0)
            {
                if (!now.IsOpen(leaves[item.Entry]))
                    continue;
                var candidate = Closest(plane, leaves[item.Entry]);
                if (candidate.IsBetterThan(best))
                    best = candidate;
                continue;
            }

            var below = levels[item.Level - 1];
            var last = Math.Min((item.Entry + 1) * Fanout, below.Length);
            for (var entry = item.Entry * Fanout; entry < last; entry++)
            {
                var distance = plane.SquaredMetersTo(below[entry]);
                if (distance <= best.SquaredMeters + TieSquareMeters)
                    queue.Enqueue((item.Level - 1, entry), distance);
            }
        }

        return best.Segment < 0 ? null : Describe(point, plane, best);
    }

    /// <summary>The segments within a radius, each with its nearest point, nearest first, at most so many; of equally near ones the lowest number comes first.</summary>
    public IReadOnlyList<SnappedPoint> Within(GeoPoint point, double radiusMeters, int most, TurnGraph now)
    {
        if (leaves.Length == 0 || !point.IsValid)
            return [];
        var plane = new TangentPlane(point);
        var found = new List<Candidate>();
        var open = new Stack<(int Level, int Entry)>();
        open.Push((levels.Count - 1, 0));
        while (open.TryPop(out var item))
        {
            if (plane.SquaredMetersTo(levels[item.Level][item.Entry]) > radiusMeters * radiusMeters)
                continue;
            if (item.Level == 0)
            {
                var candidate = Closest(plane, leaves[item.Entry]);
                if (candidate.SquaredMeters <= radiusMeters * radiusMeters && now.IsOpen(candidate.Segment))
                    found.Add(candidate);
                continue;
            }

            var last = Math.Min((item.Entry + 1) * Fanout, levels[item.Level - 1].Length);
            for (var entry = item.Entry * Fanout; entry < last; entry++)
                open.Push((item.Level - 1, entry));
        }

        found.Sort((a, b) => a.IsBetterThan(b) ? -1 : b.IsBetterThan(a) ? 1 : 0);
        return [.. found.Take(most).Select(candidate => Describe(point, plane, candidate))];
    }

    private Candidate Closest(in TangentPlane plane, int segment)
    {
        var best = new Candidate(segment, double.PositiveInfinity, 0);
        var (x0, y0) = plane.Project(tables.ShapeLongitude[tables.ShapeStart[segment]], tables.ShapeLatitude[tables.ShapeStart[segment]]);
        for (var i = tables.ShapeStart[segment] + 1; i < tables.ShapeStart[segment + 1]; i++)
        {
            var (x1, y1) = plane.Project(tables.ShapeLongitude[i], tables.ShapeLatitude[i]);
            var dx = x1 - x0;
            var dy = y1 - y0;
            var lengthSquared = (dx * dx) + (dy * dy);
            var t = lengthSquared > 0 ? Math.Clamp(-((x0 * dx) + (y0 * dy)) / lengthSquared, 0, 1) : 0;
            var x = x0 + (t * dx);
            var y = y0 + (t * dy);
            var squared = (x * x) + (y * y);
            if (squared < best.SquaredMeters)
                best = new Candidate(segment, squared, i - 1 - tables.ShapeStart[segment] + t);
            (x0, y0) = (x1, y1);
        }

        return best;
    }

    private SnappedPoint Describe(GeoPoint point, in TangentPlane plane, Candidate best)
    {
        var start = tables.ShapeStart[best.Segment];
        var pieces = tables.ShapeStart[best.Segment + 1] - start - 1;
        var piece = Math.Min((int)best.Position, pieces - 1);
        var within = best.Position - piece;
        double before = 0, total = 0;
        for (var i = 0; i < pieces; i++)
        {
            var meters = tables.ShapePoint(start + i).MetersTo(tables.ShapePoint(start + i + 1));
            before += i < piece ? meters : i == piece ? meters * within : 0;
            total += meters;
        }

        var a = tables.ShapePoint(start + piece);
        var b = tables.ShapePoint(start + piece + 1);
        var location = new GeoPoint(
            a.Longitude + (within * (b.Longitude - a.Longitude)), a.Latitude + (within * (b.Latitude - a.Latitude)));
        return new SnappedPoint(
            point,
            location,
            best.Segment,
            total > 0 ? Math.Clamp(before / total, 0, 1) : 0,
            Math.Sqrt(best.SquaredMeters),
            RoadSides.Of(tables, plane, best.Segment, piece, within),
            mode);
    }

    private ulong MiddleKey(int segment)
    {
        var middle = (tables.ShapeStart[segment] + tables.ShapeStart[segment + 1]) / 2;
        return HilbertCurve.Key(tables.ShapeLongitude[middle], tables.ShapeLatitude[middle]);
    }

    private Box BoxOf(int segment)
    {
        var start = tables.ShapeStart[segment];
        var count = tables.ShapeStart[segment + 1] - start;
        var longitudes = tables.ShapeLongitude.AsSpan(start, count);
        var latitudes = tables.ShapeLatitude.AsSpan(start, count);
        var box = new Box(longitudes[0], latitudes[0], longitudes[0], latitudes[0]);
        for (var i = 1; i < count; i++)
            box = Box.Union(box, new Box(longitudes[i], latitudes[i], longitudes[i], latitudes[i]));
        return box;
    }

    /// <summary>A segment with its squared distance and the position along its shape points (2.25: a quarter past the third point).</summary>
    private readonly record struct Candidate(int Segment, double SquaredMeters, double Position)
    {
        public bool IsBetterThan(in Candidate other) =>
            Rounded < other.Rounded || (Rounded == other.Rounded && (other.Segment < 0 || Segment < other.Segment));

        /// <summary>Roads that end in one node are equally near to what is nearest to the node, whatever the last bit of a sum says.</summary>
        private double Rounded => Math.Round(SquaredMeters / TieSquareMeters);
    }
}
