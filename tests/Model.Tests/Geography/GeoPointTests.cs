using System.Text.Json;
using NetTopologySuite.Geometries;
using Territory.Model.Geography;

namespace Territory.Model.Tests.Geography;

public sealed class GeoPointTests
{
    // A degree of a great circle on the mean sphere of 6,371,008.8 m.
    private const double MetersPerDegree = Math.PI * 6_371_008.8 / 180;

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(116, 32, 116, 33)]
    public void OneDegreeOfAGreatCircle_HasItsLength(double lon1, double lat1, double lon2, double lat2) =>
        new GeoPoint(lon1, lat1).MetersTo(new GeoPoint(lon2, lat2)).ShouldBe(MetersPerDegree, 0.001);

    [Fact]
    public void Point_IsWrittenWithoutDerivedValues() => JsonSerializer.Serialize(new GeoPoint(1.5, 2.5)).ShouldBe("""{"Longitude":1.5,"Latitude":2.5}""");

    [Fact]
    public void Polygon_GoesThroughGeoJsonAndBack()
    {
        var options = new JsonSerializerOptions { Converters = { new GeometryConverter() } };
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        var shell = factory.CreateLinearRing([new(0, 0), new(4, 0), new(4, 4), new(0, 4), new(0, 0)]);
        var hole = factory.CreateLinearRing([new(1, 1), new(2, 1), new(2, 2), new(1, 1)]);
        Geometry polygon = factory.CreatePolygon(shell, [hole]);
        var json = JsonSerializer.Serialize(polygon, options);
        json.ShouldStartWith("""{"type":"Polygon","coordinates":[[[0,0],[4,0]""");
        JsonSerializer.Deserialize<Geometry>(json, options)!.EqualsExact(polygon).ShouldBeTrue();
    }
}
