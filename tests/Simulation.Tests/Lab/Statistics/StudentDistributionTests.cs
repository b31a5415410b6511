using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Tests.Lab.Statistics;

public sealed class StudentDistributionTests
{
    /// <summary>Upper critical values as printed in the tables of the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.</summary>
    [Theory]
    [InlineData(0.90, 1, 3.078)]
    [InlineData(0.95, 1, 6.314)]
    [InlineData(0.975, 1, 12.706)]
    [InlineData(0.99, 2, 6.965)]
    [InlineData(0.975, 3, 3.182)]
    [InlineData(0.95, 5, 2.015)]
    [InlineData(0.975, 9, 2.262)]
    [InlineData(0.995, 10, 3.169)]
    [InlineData(0.975, 29, 2.045)]
    [InlineData(0.975, 39, 2.023)]
    [InlineData(0.975, 60, 2.000)]
    [InlineData(0.99, 100, 2.364)]
    public void Quantile_TabulatedDegrees_IsThePrintedValue(double probability, int degrees, double printed) =>
        StudentDistribution.Quantile(probability, degrees).ShouldBe(printed, 5.1e-4);

    /// <summary>One degree of freedom is Cauchy's law, two have (2p - 1) / sqrt(2 p (1 - p)).</summary>
    [Theory]
    [InlineData(0.6)]
    [InlineData(0.75)]
    [InlineData(0.975)]
    [InlineData(0.9999)]
    [InlineData(0.01)]
    public void Quantile_OneAndTwoDegrees_IsTheClosedForm(double p)
    {
        var cauchy = Math.Tan(Math.PI * (p - 0.5));
        StudentDistribution.Quantile(p, 1).ShouldBe(cauchy, 1e-9 * Math.Abs(cauchy));
        var two = ((2 * p) - 1) / Math.Sqrt(2 * p * (1 - p));
        StudentDistribution.Quantile(p, 2).ShouldBe(two, 1e-9 * Math.Abs(two));
    }

    /// <summary>The first correction term towards the normal law is (z^3 + z) / 4f (Abramowitz and Stegun 26.7.5); the next is of order 1/f^2.</summary>
    [Theory]
    [InlineData(0.9, 10_000)]
    [InlineData(0.975, 10_000)]
    [InlineData(0.999, 1_000_000)]
    public void Quantile_ManyDegrees_NearsTheNormalLaw(double p, double degrees)
    {
        var z = NormalDistribution.Quantile(p);
        StudentDistribution.Quantile(p, degrees).ShouldBe(z + (((z * z * z) + z) / (4 * degrees)), 1e-6);
    }

    [Theory]
    [InlineData(0.7, 3)]
    [InlineData(2.5, 7)]
    [InlineData(-1.3, 40)]
    [InlineData(4.5, 250)]
    [InlineData(-9, 250)]
    public void Quantile_OfACumulative_IsTheValue(double t, double degrees) =>
        StudentDistribution.Quantile(StudentDistribution.Cumulative(t, degrees), degrees).ShouldBe(t, 1e-8 * Math.Abs(t));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.5001, 0)]
    [InlineData(0.9, double.NaN)]
    public void Quantile_OutsideItsDomain_Throws(double probability, double degrees) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StudentDistribution.Quantile(probability, degrees));
}
