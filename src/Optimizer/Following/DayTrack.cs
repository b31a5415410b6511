using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>A vehicle's track of the day (轨迹) in bounded memory: when it is full every second point goes, and from then on points are kept half as often.</summary>
public sealed class DayTrack(int mostPoints = DayTrack.MostPoints, int leastSeconds = DayTrack.LeastSeconds)
{
    /// <summary>A day of ten hours then has a point at least every 36 s, which is enough to match it to the roads.</summary>
    public const int MostPoints = 2_048;

    public const int LeastSeconds = 5;

    private readonly List<TrackPoint> points = [];
    private int spacing = leastSeconds;

    public IReadOnlyList<TrackPoint> Points => points;

    /// <summary>The least time between two points kept.</summary>
    public Duration Spacing => new(spacing);

    /// <summary>Keeps a position that is far enough in time from the one before; others, and those that come late, are let go.</summary>
    /// <returns>Whether it was kept.</returns>
    public bool Add(TrackPoint point)
    {
        if (points.Count > 0 && (point.At - points[^1].At).Seconds < spacing)
            return false;
        if (points.Count >= Math.Max(2, mostPoints))
            Thin();
        points.Add(point);
        return true;
    }

    private void Thin()
    {
        var kept = 0;
        for (var i = 0; i < points.Count; i += 2)
            points[kept++] = points[i];
        points.RemoveRange(kept, points.Count - kept);
        spacing *= 2;
    }
}
