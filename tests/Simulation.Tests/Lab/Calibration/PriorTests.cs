using Territory.Simulation.Lab.Calibration;

namespace Territory.Simulation.Tests.Lab.Calibration;

public sealed class PriorTests
{
    public static TheoryData<IPrior> Priors =>
    [
        new UniformPrior(-2, 3),
        new LogUniformPrior(0.01, 5),
        new TruncatedNormalPrior(1, 0.5, 0, 4),
        new TruncatedNormalPrior(-3, 1, 0, 2),
    ];

    /// <summary>The integral of the density up to a quantile is its probability, by Simpson's rule.</summary>
    [Theory]
    [MemberData(nameof(Priors))]
    public void Quantile_AnyProbability_IsWhereTheDensityReachesIt(IPrior prior)
    {
        foreach (var probability in new[] { 0.01, 0.2, 0.5, 0.9, 1 })
        {
            const int steps = 20_000;
            var width = (prior.Quantile(probability) - prior.Low) / steps;
            var sum = 0.0;
            for (var step = 0; step <= steps; step++)
                sum += prior.Density(Math.Min(prior.Low + (step * width), prior.High)) * (step is 0 or steps ? 1 : step % 2 == 1 ? 4 : 2);
            (sum * width / 3).ShouldBe(probability, 1e-6);
        }

        (prior.Quantile(0), prior.Quantile(1)).ShouldBe((prior.Low, prior.High));
        (prior.Density(prior.Low - 1e-6), prior.Density(prior.High + 1e-6)).ShouldBe((0, 0));
    }

    [Fact]
    public void Quantile_LogUniform_IsTheGeometricMeanInTheMiddle() => new LogUniformPrior(0.01, 100).Quantile(0.5).ShouldBe(1, 1e-12);

    [Fact]
    public void Constructors_ImpossibleIntervals_Throw()
    {
        Should.Throw<ArgumentException>(() => new UniformPrior(1, 1));
        Should.Throw<ArgumentException>(() => new UniformPrior(0, double.NaN));
        Should.Throw<ArgumentException>(() => new LogUniformPrior(0, 1));
        Should.Throw<ArgumentException>(() => new TruncatedNormalPrior(0, 0, 0, 1));
        Should.Throw<ArgumentException>(() => new TruncatedNormalPrior(0, 1, 9, 10));
    }
}
