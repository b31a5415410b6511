using Territory.Model.Geography;

namespace Territory.Roads.Osm;

internal static class Outline
{
    private const double SmallestArea = 1e-14;

    /// <summary>The centroid of a closed outline's area, or the mean of its points where it encloses nothing.</summary>
    /// <remarks>Source: the shoelace formula; taken around the first point to keep digits.</remarks>
    public static GeoPoint Centroid(IReadOnlyList<GeoPoint> points)
    {
        var origin = points[0];
        double area = 0, x = 0, y = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var a = points[i];
            var b = points[(i + 1) % points.Count];
            var (ax, ay) = (a.Longitude - origin.Longitude, a.Latitude - origin.Latitude);
            var (bx, by) = (b.Longitude - origin.Longitude, b.Latitude - origin.Latitude);
            var cross = (ax * by) - (bx * ay);
            area += cross;
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }

        return Math.Abs(area) > SmallestArea
            ? new GeoPoint(origin.Longitude + (x / (3 * area)), origin.Latitude + (y / (3 * area)))
            : new GeoPoint(points.Average(point => point.Longitude), points.Average(point => point.Latitude));
    }
}
