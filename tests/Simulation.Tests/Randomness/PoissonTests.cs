using Territory.Model.Calendar;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Randomness;

public sealed class PoissonTests
{
    private static readonly EntityKey Entity = EntityKey.Of("T1").With(EntityKey.Of("P1"));

    /// <summary>Mean and variance of a Poisson law are both its parameter; five standard errors.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.7)]
    [InlineData(4)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(37.5)]
    [InlineData(1200)]
    public void Sample_ManyDraws_HasMeanAndVarianceOfTheLaw(double mean)
    {
        const int n = 60_000;
        var values = Sample(mean, n);
        values.Average().ShouldBe(mean, 5 * Math.Sqrt(mean / n));
        var fourth = mean * (1 + (3 * mean));
        values.Average(value => (value - mean) * (value - mean)).ShouldBe(mean, 5 * Math.Sqrt((fourth - (mean * mean)) / n));
    }

    /// <summary>Expected counts from the probabilities e^-m m^k / k!, computed with Math.Exp and Math.Log.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(9.5)]
    [InlineData(12)]
    [InlineData(60)]
    public void Sample_ManyDraws_PassesChiSquareAgainstTheExactLaw(double mean)
    {
        const int n = 100_000;
        var cells = (int)(mean + (8 * Math.Sqrt(mean)) + 12);
        var counts = new long[cells];
        foreach (var value in Sample(mean, n))
            counts[Math.Min(value, cells - 1)]++;
        var expected = new double[cells];
        var logFactorial = 0.0;
        for (var k = 0; k < cells; k++)
        {
            logFactorial += k == 0 ? 0 : Math.Log(k);
            expected[k] = n * Math.Exp((k * Math.Log(mean)) - mean - logFactorial);
        }

        ChiSquare.ShouldFit(counts, expected);
    }

    [Fact]
    public void Sample_SmallMeanGrows_NeverGivesLessForTheSameDraw()
    {
        for (var index = 0; index < 500; index++)
        {
            var last = 0;
            for (var mean = 0.1; mean < 10; mean += 0.3)
            {
                var draw = Draw.At(9, DrawPurpose.Demand, Entity, new SimDay(1), index);
                var value = Poisson.Sample(ref draw, mean);
                value.ShouldBeGreaterThanOrEqualTo(last);
                last = value;
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void Sample_MeanOutOfRange_Throws(double mean) => Should.Throw<ArgumentOutOfRangeException>(() =>
    {
        var draw = Draw.Of(1, DrawPurpose.Demand, Entity);
        Poisson.Sample(ref draw, mean);
    });

    private static int[] Sample(double mean, int n) => [.. Enumerable.Range(0, n).Select(index =>
    {
        var draw = Draw.At(42, DrawPurpose.Demand, Entity, new SimDay(5), index);
        return Poisson.Sample(ref draw, mean);
    })];
}
