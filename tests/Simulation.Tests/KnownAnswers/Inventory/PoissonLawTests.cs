using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Simulation.Tests.KnownAnswers.Inventory;

public sealed class PoissonLawTests
{
    /// <summary>e^-m m^k / k! multiplied out, and sums over it.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(6)]
    [InlineData(19.5)]
    public void Tables_SmallMeans_AgreeWithTheDefinition(double mean)
    {
        var law = new PoissonLaw(mean);
        var probabilities = new double[120];
        probabilities[0] = Math.Exp(-mean);
        for (var k = 1; k < probabilities.Length; k++)
            probabilities[k] = probabilities[k - 1] * mean / k;
        for (var y = -3; y < 40; y++)
        {
            law.Probability(y).ShouldBe(y < 0 ? 0 : probabilities[y], 1e-14);
            law.AtMost(y).ShouldBe(y < 0 ? 0 : probabilities.Take(y + 1).Sum(), 1e-13);
            var shortage = probabilities.Select((probability, k) => probability * Math.Max(0, k - y)).Sum();
            law.Shortage(y).ShouldBe(shortage, 1e-11);
        }

        law.AtLeastOne.ShouldBe(1 - Math.Exp(-mean), 1e-14);
        law.AtMost(law.Quantile(0.9)).ShouldBeGreaterThanOrEqualTo(0.9);
        law.AtMost(law.Quantile(0.9) - 1).ShouldBeLessThan(0.9);
    }

    /// <summary>Mean and variance of a Poisson law are equal; e^-mean would underflow here.</summary>
    [Fact]
    public void Tables_LargeMean_KeepMeanAndVariance()
    {
        const double mean = 100_000.5;
        var law = new PoissonLaw(mean);
        var values = Enumerable.Range(0, law.Last + 1).Select(k => (K: k, P: law.Probability(k))).ToList();
        values.Sum(value => value.K * value.P).ShouldBe(mean, 1e-4);
        values.Sum(value => (value.K - mean) * (value.K - mean) * value.P).ShouldBe(mean, 1e-2);
    }

    [Fact]
    public void Tables_NoDemand_AreCertain()
    {
        var law = new PoissonLaw(0);
        law.Probability(0).ShouldBe(1);
        law.Shortage(0).ShouldBe(0);
        law.Shortage(-2).ShouldBe(2);
        law.AtLeastOne.ShouldBe(0);
    }
}
