using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Tests.Lab.Rules;

public sealed class DemandLawTests
{
    /// <summary>Closed form: the quantile is the smallest k whose cumulative probability reaches u.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(1.3)]
    [InlineData(9)]
    [InlineData(70)]
    [InlineData(500)]
    public void Poisson_AnyUniform_IsTheQuantileOfThePoissonLaw(double mean)
    {
        for (var cell = 0; cell < 400; cell++)
        {
            var u = (cell + 0.5) / 400;
            var count = DemandLaw.Poisson.Count(u, mean);
            Cumulative(count, k => PoissonTerm(k, mean)).ShouldBeGreaterThanOrEqualTo(u - 1e-12);
            if (count > 0)
                Cumulative(count - 1, k => PoissonTerm(k, mean)).ShouldBeLessThan(u + 1e-12);
        }
    }

    /// <summary>Closed form: P(k) = Gamma(k + r)/(k! Gamma(r)) q^k (1 - q)^r, here of r = 3, where it is (k + 2)(k + 1)/2 q^k (1 - q)^3.</summary>
    [Fact]
    public void NegativeBinomial_SizeThree_IsTheQuantileOfItsLaw()
    {
        const double mean = 4.2;
        const double q = mean / (3 + mean);
        double Term(int k) => (k + 2) * (k + 1) / 2.0 * Math.Pow(q, k) * Math.Pow(1 - q, 3);
        for (var cell = 0; cell < 400; cell++)
        {
            var u = (cell + 0.5) / 400;
            var count = DemandLaw.NegativeBinomial(3).Count(u, mean);
            Cumulative(count, Term).ShouldBeGreaterThanOrEqualTo(u - 1e-12);
            if (count > 0)
                Cumulative(count - 1, Term).ShouldBeLessThan(u + 1e-12);
        }
    }

    /// <summary>Closed form: mean m and variance m, or m + m²/r, by the midpoint rule over the quantile.</summary>
    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(0, 2_000, 2_000)]
    [InlineData(2, 3, 7.5)]
    [InlineData(2, 2_000, 2_002_000)]
    public void Count_OverAllUniforms_HasTheLawsMeanAndVariance(double size, double mean, double variance)
    {
        var law = size == 0 ? DemandLaw.Poisson : DemandLaw.NegativeBinomial(size);
        const int cells = 40_000;
        var counts = Enumerable.Range(0, cells).Select(cell => (double)law.Count((cell + 0.5) / cells, mean)).ToArray();
        var found = counts.Average();
        found.ShouldBe(mean, 0.003 * mean);
        counts.Average(count => (count - found) * (count - found)).ShouldBe(variance, 0.02 * variance);
    }

    [Fact]
    public void Uniform_ComplementOfTheBits_IsOneMinusU()
    {
        foreach (var bits in new uint[] { 0, 1, 77, 0x80000000, 0xFFFFFFFF, 0x12345678 })
            (DemandLaw.Uniform(bits) + DemandLaw.Uniform(~bits)).ShouldBe(1.0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Count_NoMean_IsNothing(double mean) => DemandLaw.Poisson.Count(0.999, mean).ShouldBe(0);

    private static double PoissonTerm(int k, double mean) => Math.Exp((k * Math.Log(mean)) - mean - SharedMath.LogFactorial(k));

    private static double Cumulative(int count, Func<int, double> term) => Enumerable.Range(0, count + 1).Sum(term);
}
