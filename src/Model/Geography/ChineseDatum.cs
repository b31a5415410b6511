namespace Territory.Model.Geography;

/// <summary>Converts between WGS-84 and the shifted Chinese systems. Outside China there is no shift, so a caller converts only what a user named.</summary>
/// <remarks>
/// Algorithm: the published GCJ-02 obfuscation on the Krasovsky 1940 ellipsoid, and Baidu's polar shift; inversion by fixed-point iteration.
/// Complexity: constant; the inversion converges below 1e-9 degrees in fewer than ten steps.
/// Source: the formulas in public circulation since 2010, checked against published test points for five cities.
/// </remarks>
public static class ChineseDatum
{
    private const double SemiMajorAxisMeters = 6_378_245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduAngle = Math.PI * 3000.0 / 180.0;
    private const int MaxInversionSteps = 30;
    private const double InversionToleranceDegrees = 1e-10;

    public static GeoPoint ToWgs84(GeoPoint point, CoordinateSystem from) => from switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => Invert(point, Wgs84ToGcj02),
        CoordinateSystem.Bd09 => Invert(Invert(point, Gcj02ToBd09), Wgs84ToGcj02),
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, "Unknown coordinate system."),
    };

    public static GeoPoint FromWgs84(GeoPoint point, CoordinateSystem to) => to switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => Wgs84ToGcj02(point),
        CoordinateSystem.Bd09 => Gcj02ToBd09(Wgs84ToGcj02(point)),
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "Unknown coordinate system."),
    };

    private static GeoPoint Wgs84ToGcj02(GeoPoint point)
    {
        var x = point.Longitude - 105.0;
        var y = point.Latitude - 35.0;
        var latitudeRadians = double.DegreesToRadians(point.Latitude);
        var sin = Math.Sin(latitudeRadians);
        var magic = 1 - (EccentricitySquared * sin * sin);
        var root = Math.Sqrt(magic);
        var north = ShiftNorthMeters(x, y) * 180.0 / (SemiMajorAxisMeters * (1 - EccentricitySquared) / (magic * root) * Math.PI);
        var east = ShiftEastMeters(x, y) * 180.0 / (SemiMajorAxisMeters / root * Math.Cos(latitudeRadians) * Math.PI);
        return new GeoPoint(point.Longitude + east, point.Latitude + north);
    }

    private static double ShiftNorthMeters(double x, double y) =>
        -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20.0 * Math.Sin(y * Math.PI)) + (40.0 * Math.Sin(y / 3.0 * Math.PI))) * 2.0 / 3.0)
        + (((160.0 * Math.Sin(y / 12.0 * Math.PI)) + (320.0 * Math.Sin(y * Math.PI / 30.0))) * 2.0 / 3.0);

    private static double ShiftEastMeters(double x, double y) =>
        300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20.0 * Math.Sin(x * Math.PI)) + (40.0 * Math.Sin(x / 3.0 * Math.PI))) * 2.0 / 3.0)
        + (((150.0 * Math.Sin(x / 12.0 * Math.PI)) + (300.0 * Math.Sin(x / 30.0 * Math.PI))) * 2.0 / 3.0);

    private static double Waves(double x) =>
        ((20.0 * Math.Sin(6.0 * x * Math.PI)) + (20.0 * Math.Sin(2.0 * x * Math.PI))) * 2.0 / 3.0;

    private static GeoPoint Gcj02ToBd09(GeoPoint point)
    {
        var radius = Math.Sqrt((point.Longitude * point.Longitude) + (point.Latitude * point.Latitude))
            + (0.00002 * Math.Sin(point.Latitude * BaiduAngle));
        var angle = Math.Atan2(point.Latitude, point.Longitude) + (0.000003 * Math.Cos(point.Longitude * BaiduAngle));
        return new GeoPoint((radius * Math.Cos(angle)) + 0.0065, (radius * Math.Sin(angle)) + 0.006);
    }

    private static GeoPoint Invert(GeoPoint target, Func<GeoPoint, GeoPoint> forward)
    {
        var guess = target;
        for (var step = 0; step < MaxInversionSteps; step++)
        {
            var image = forward(guess);
            var errorLongitude = target.Longitude - image.Longitude;
            var errorLatitude = target.Latitude - image.Latitude;
            guess = new GeoPoint(guess.Longitude + errorLongitude, guess.Latitude + errorLatitude);
            if (Math.Abs(errorLongitude) < InversionToleranceDegrees && Math.Abs(errorLatitude) < InversionToleranceDegrees)
                break;
        }

        return guess;
    }
}
