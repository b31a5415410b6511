using Territory.Roads.Network;
using Territory.Roads.Snapping;

namespace Territory.Roads.Reach;

/// <summary>Draws the stretches of road that are reached within one bound after another onto a field.</summary>
/// <remarks>What one bound reached is not drawn again by the next, nor one direction of a segment after the other. Ferries are passed but not drawn: nobody gets off at sea.</remarks>
internal sealed class ReachedRoads
{
    private readonly RoadTables tables;
    private readonly List<ReachedStretch> stretches;
    private readonly HashSet<int> drawnWhole = [];
    private readonly List<double> along = [];
    private readonly List<(double Column, double Row)> points = [];

    public ReachedRoads(RoadTables tables, IEnumerable<ReachedStretch> stretches)
    {
        this.tables = tables;
        this.stretches = [.. stretches.Where(stretch => tables.SegmentClass[stretch.Arc >> 1] != (byte)RoadClass.Ferry)];
    }

    public bool IsEmpty => stretches.Count == 0;

    /// <summary>Around the segments that the stretches lie on.</summary>
    public Box Box()
    {
        var box = new Box(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var stretch in stretches)
        {
            for (var i = tables.ShapeStart[stretch.Arc >> 1]; i < tables.ShapeStart[(stretch.Arc >> 1) + 1]; i++)
                box = Snapping.Box.Union(box, new Box(tables.ShapeLongitude[i], tables.ShapeLatitude[i], tables.ShapeLongitude[i], tables.ShapeLatitude[i]));
        }

        return box;
    }

    /// <param name="drawnMilliseconds">The bound that was drawn before; -1 for the first.</param>
    public void Draw(DistanceField field, int drawnMilliseconds, int milliseconds)
    {
        foreach (var stretch in stretches)
        {
            var to = stretch.FractionAt(milliseconds);
            if (to < stretch.FromFraction || drawnWhole.Contains(stretch.Arc >> 1))
                continue;
            var from = Math.Max(stretch.FromFraction, stretch.FractionAt(drawnMilliseconds));
            if (from <= 0 && to >= 1)
                drawnWhole.Add(stretch.Arc >> 1);
            if (to > from || from > stretch.FractionAt(drawnMilliseconds))
                Draw(field, stretch.Arc, from, to);
        }
    }

    private void Draw(DistanceField field, int arc, double from, double to)
    {
        Lay(field, arc);
        var length = along[^1];
        var (begin, end) = (from * length, to * length);
        var last = At(begin);
        for (var i = 1; i < points.Count; i++)
        {
            if (along[i] <= begin)
                continue;
            var next = along[i] < end ? points[i] : At(end);
            field.Draw(last, next);
            last = next;
            if (along[i] >= end)
                return;
        }

        // A stretch of no length, or the last hair's breadth of one.
        field.Draw(last, At(end));
    }

    private void Lay(DistanceField field, int arc)
    {
        points.Clear();
        along.Clear();
        var (first, last) = (tables.ShapeStart[arc >> 1], tables.ShapeStart[(arc >> 1) + 1] - 1);
        var isAlong = (arc & 1) == 0;
        for (var i = 0; i <= last - first; i++)
        {
            var at = isAlong ? first + i : last - i;
            var point = field.ToGrid(tables.ShapeLongitude[at], tables.ShapeLatitude[at]);
            along.Add(i == 0 ? 0 : along[^1] + Math.Sqrt(Square(point.Column - points[^1].Column) + Square(point.Row - points[^1].Row)));
            points.Add(point);
        }
    }

    private (double Column, double Row) At(double distance)
    {
        for (var i = 1; i < points.Count; i++)
        {
            if (distance > along[i])
                continue;
            var piece = along[i] - along[i - 1];
            var share = piece > 0 ? (distance - along[i - 1]) / piece : 0;
            return (points[i - 1].Column + (share * (points[i].Column - points[i - 1].Column)), points[i - 1].Row + (share * (points[i].Row - points[i - 1].Row)));
        }

        return points[^1];
    }

    private static double Square(double value) => value * value;
}
