using Territory.Simulation.KnownAnswers.Effort;

namespace Territory.Simulation.Tests.KnownAnswers.Effort;

public sealed class AdbudgFitTests
{
    private static readonly double[] Efforts = [0, 1, 2, 3, 4, 6, 8, 12, 20];

    [Theory]
    [InlineData(10, 90, 2.2, 50)]
    [InlineData(0, 40, 0.8, 3)]
    [InlineData(25, 60, 1, 6)]
    [InlineData(5, 500, 3.5, 400)]
    public void Fit_PointsOfACurve_GiveTheCurve(double least, double most, double shape, double scale)
    {
        var curve = new AdbudgCurve(least, most, shape, scale);
        var (found, error) = AdbudgFit.Fit([.. Efforts.Select(effort => (effort, curve.SalesAt(effort)))]).ShouldNotBeNull();
        found.Least.ShouldBe(least, 1e-4 * most);
        found.Most.ShouldBe(most, 1e-4 * most);
        found.Shape.ShouldBe(shape, 1e-4 * shape);
        found.HalfEffort.ShouldBe(Math.Pow(scale, 1 / shape), 1e-4 * curve.HalfEffort);
        error.ShouldBe(0, 1e-4);
    }

    /// <summary>With noise no parameter moved by a little may come nearer to the points.</summary>
    [Fact]
    public void Fit_NoisyPoints_IsALeastSum()
    {
        var curve = new AdbudgCurve(10, 90, 2.2, 50);
        (double Effort, double Sales)[] points = [.. Efforts.Select((effort, index) => (effort, curve.SalesAt(effort) + ((index % 3) - 1.0)))];
        double Sum(AdbudgCurve candidate) => points.Sum(point => Math.Pow(point.Sales - candidate.SalesAt(point.Effort), 2));
        var (found, error) = AdbudgFit.Fit(points).ShouldNotBeNull();
        error.ShouldBe(Math.Sqrt(Sum(found) / 5), 1e-9);
        foreach (var factor in new[] { 0.99, 1.01 })
        {
            Sum(found with { Least = found.Least * factor }).ShouldBeGreaterThan(Sum(found));
            Sum(found with { Most = found.Most * factor }).ShouldBeGreaterThan(Sum(found));
            Sum(found with { Shape = found.Shape * factor }).ShouldBeGreaterThan(Sum(found));
            Sum(found with { Scale = found.Scale * factor }).ShouldBeGreaterThan(Sum(found));
        }
    }

    /// <summary>x^c / (d + x^c) at x^c = d.</summary>
    [Fact]
    public void Curve_AtHalfEffort_IsHalfway() =>
        new AdbudgCurve(10, 90, 2.2, 50).SalesAt(new AdbudgCurve(10, 90, 2.2, 50).HalfEffort).ShouldBe(50, 1e-10);
}
