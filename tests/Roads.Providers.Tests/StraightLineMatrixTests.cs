using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Roads.Providers.Tests;

public sealed class StraightLineMatrixTests
{
    /// <summary>A degree of the equator on the mean sphere is 2 pi 6,371,008.8 / 360 = 111,195.08 m; at 36 km/h that is 11,119.5 s.</summary>
    [Fact]
    public async Task ComputeAsync_OneDegreeOfTheEquator_IsTheClosedForm()
    {
        var matrix = await new StraightLineMatrix(detourFactor: 1.5, speedKmh: 36).ComputeAsync([new(0, 0), new(1, 0)], TravelMode.Car);

        matrix.DistanceBetween(0, 1).Meters.ShouldBe(166_793);
        matrix.TimeBetween(1, 0).Seconds.ShouldBe(16_679);
        matrix.TimeBetween(0, 0).Seconds.ShouldBe(0);
        matrix.Source.ShouldBe("straight-line x 1.5 at 36 km/h");
    }

    [Fact]
    public void Compute_ByMode_IsSlowerOnFoot()
    {
        var points = new GeoPoint[] { new(0, 0), new(0.1, 0) };
        var provider = new StraightLineMatrix();

        provider.Compute(points, TravelMode.Foot).TimeBetween(0, 1).ShouldBeGreaterThan(provider.Compute(points, TravelMode.Van).TimeBetween(0, 1));
    }

    [Theory]
    [InlineData(0.5, 30.0)]
    [InlineData(double.NaN, 30.0)]
    [InlineData(1.3, 0.0)]
    public void Constructor_ImpossibleFigures_AreRefused(double detour, double speed) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new StraightLineMatrix(detour, speed));
}
