using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Snapping;

/// <summary>Metres east and north of a point; exact enough (0.1 %) within the few kilometres that snapping looks at.</summary>
internal readonly struct TangentPlane
{
    private const double MetersPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly double longitude;
    private readonly double latitude;
    private readonly double eastMeters;
    private readonly double northMeters;

    public TangentPlane(GeoPoint origin)
    {
        longitude = origin.Longitude * RoadTables.CoordinateScale;
        latitude = origin.Latitude * RoadTables.CoordinateScale;
        northMeters = MetersPerDegree / RoadTables.CoordinateScale;
        eastMeters = northMeters * Math.Cos(double.DegreesToRadians(origin.Latitude));
    }

    public (double X, double Y) Project(int pointLongitude, int pointLatitude) =>
        ((pointLongitude - longitude) * eastMeters, (pointLatitude - latitude) * northMeters);

    public double SquaredMetersTo(in Box box)
    {
        var dx = Math.Max(0, Math.Max(box.West - longitude, longitude - box.East)) * eastMeters;
        var dy = Math.Max(0, Math.Max(box.South - latitude, latitude - box.North)) * northMeters;
        return (dx * dx) + (dy * dy);
    }
}
