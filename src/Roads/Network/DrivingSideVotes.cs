using Territory.Model.Geography;

namespace Territory.Roads.Network;

/// <summary>Infers on which side people drive from the way round that roundabouts are driven (靠左行驶, 靠右行驶).</summary>
/// <remarks>
/// Algorithm: each one-way roundabout way of three points or more, closed or an arc of a ring that is drawn in pieces, votes with the sum of its
/// bends in travel direction: a turn to the left in all (anticlockwise) for the right-hand side. The majority wins; none or a tie is right-hand
/// traffic, as in two thirds of the world. A piece that bends by less than a twelfth of a circle does not vote.
/// Complexity: linear in the points of roundabouts.
/// Source: anticlockwise roundabouts where traffic keeps right, Vienna Convention on Road Signs and Signals (1968), sign D,3.
/// </remarks>
internal sealed class DrivingSideVotes
{
    private const double LeastBend = Math.PI / 6;

    private int left;
    private int right;

    public bool DrivesOnLeft => left > right;

    /// <param name="points">In travel direction; a closed way repeats its first point at the end.</param>
    public void Add(ReadOnlySpan<GeoPoint> points)
    {
        if (points.Length < 3)
            return;
        var bend = 0.0;
        for (var i = 1; i + 1 < points.Length; i++)
            bend += Bend(points[i - 1], points[i], points[i + 1]);
        if (points[0] == points[^1])
            bend += Bend(points[^2], points[0], points[1]);
        if (bend > LeastBend)
            right++;
        else if (bend < -LeastBend)
            left++;
    }

    /// <summary>Radians, positive to the left.</summary>
    private static double Bend(GeoPoint a, GeoPoint b, GeoPoint c)
    {
        var east = Math.Cos(double.DegreesToRadians(b.Latitude));
        var (x0, y0) = ((b.Longitude - a.Longitude) * east, b.Latitude - a.Latitude);
        var (x1, y1) = ((c.Longitude - b.Longitude) * east, c.Latitude - b.Latitude);
        return Math.Atan2((x0 * y1) - (y0 * x1), (x0 * x1) + (y0 * y1));
    }
}
