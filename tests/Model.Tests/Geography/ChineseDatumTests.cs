using Territory.Model.Geography;

namespace Territory.Model.Tests.Geography;

/// <summary>Expected values are published test points of the GCJ-02 and BD-09 formulas, given to seven decimals (about a centimetre).</summary>
public sealed class ChineseDatumTests
{
    private const double SevenDecimals = 5.1e-8;

    public static TheoryData<double, double, double, double, double, double> Cities => new()
    {
        { 116.3974, 39.9087, 116.4036436, 39.9101035, 116.4100164, 39.9164431 },
        { 121.4737, 31.2304, 121.4782231, 31.2284577, 121.4847815, 31.2343106 },
        { 104.0657, 30.6574, 104.0682073, 30.6549782, 104.0747037, 30.6610090 },
        { 114.0579, 22.5431, 114.0630140, 22.5403828, 114.0695640, 22.5460416 },
        { 87.6168, 43.8256, 87.6196499, 43.8268054, 87.6260998, 43.8329498 },
    };

    [Theory]
    [MemberData(nameof(Cities))]
    public void FromWgs84_PublishedCity_GivesThePublishedPoints(
        double lon, double lat, double gcjLon, double gcjLat, double bdLon, double bdLat)
    {
        var gcj = ChineseDatum.FromWgs84(new GeoPoint(lon, lat), CoordinateSystem.Gcj02);
        var bd = ChineseDatum.FromWgs84(new GeoPoint(lon, lat), CoordinateSystem.Bd09);

        gcj.Longitude.ShouldBe(gcjLon, SevenDecimals);
        gcj.Latitude.ShouldBe(gcjLat, SevenDecimals);
        bd.Longitude.ShouldBe(bdLon, SevenDecimals);
        bd.Latitude.ShouldBe(bdLat, SevenDecimals);
    }

    /// <summary>A one-step inversion errs by up to 1.7 m; the iterated one must return to the last decimal.</summary>
    [Theory]
    [MemberData(nameof(Cities))]
    public void ToWgs84_PublishedPoints_ReturnsToTheCity(double lon, double lat, double gcjLon, double gcjLat, double bdLon, double bdLat)
    {
        var city = new GeoPoint(lon, lat);

        ChineseDatum.ToWgs84(new GeoPoint(gcjLon, gcjLat), CoordinateSystem.Gcj02).MetersTo(city).ShouldBeLessThan(0.02);
        ChineseDatum.ToWgs84(new GeoPoint(bdLon, bdLat), CoordinateSystem.Bd09).MetersTo(city).ShouldBeLessThan(0.02);
    }

    [Theory]
    [InlineData(CoordinateSystem.Wgs84)]
    [InlineData(CoordinateSystem.Gcj02)]
    [InlineData(CoordinateSystem.Bd09)]
    public void ToWgs84_AfterFromWgs84_IsTheSamePointAllOverChina(CoordinateSystem system)
    {
        for (var lon = 75.0; lon < 134; lon += 3.7)
        {
            for (var lat = 19.0; lat < 53; lat += 2.9)
            {
                var point = new GeoPoint(lon, lat);
                ChineseDatum.ToWgs84(ChineseDatum.FromWgs84(point, system), system).MetersTo(point).ShouldBeLessThan(0.001);
            }
        }
    }
}
