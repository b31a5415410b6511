using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.Calibration;

public sealed class PopulationMonteCarloTests
{
    private const int Days = 30;

    private static readonly IReadOnlyList<UnknownParameter> Rate = [new("cases a day", new ExponentialPrior(0.2))];

    /// <summary>
    /// Poisson counts under a gamma prior of shape 1 have a gamma posterior of shape 1 + sum and rate 0.2 + days; its distribution function is a Poisson sum.
    /// The sum is sufficient, so that the sample is of that very law once the distance is 0.
    /// </summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void Fit_PoissonRateWithGammaPrior_IsTheConjugatePosterior(ulong seed, bool regression)
    {
        const int sum = 96;
        var options = new CalibrationOptions { Seed = seed, Population = 1_000, Budget = 60_000, Regression = regression, LeastAcceptance = 0.01 };

        var posterior = PopulationMonteCarlo.Fit(Sum, Rate, [sum], options, null, TestContext.Current.CancellationToken);

        var estimate = posterior.Estimates[0];
        var mean = (1 + sum) / (0.2 + Days);
        var deviation = Math.Sqrt(1 + sum) / (0.2 + Days);
        estimate.Mean.ShouldBe(mean, 0.15 * deviation);
        estimate.StandardDeviation.ShouldBe(deviation, 0.12 * deviation);
        Gamma(1 + sum, (0.2 + Days) * estimate.Low).ShouldBe(0.05, 0.025);
        Gamma(1 + sum, (0.2 + Days) * estimate.Median).ShouldBe(0.5, 0.06);
        Gamma(1 + sum, (0.2 + Days) * estimate.High).ShouldBe(0.95, 0.025);
        posterior.Sample.Sum(set => set.Weight).ShouldBe(1, 1e-9);
        posterior.Populations.Select(population => population.Tolerance).ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>Nine fits of three parameters: intervals of 90 % should hold about 24 of 27 truths; fewer than 20 comes by chance once in a hundred thousand.</summary>
    [Fact]
    public void Fit_SyntheticLaunches_RecoversTheParameters()
    {
        double[][] truths = [[0.04, 3, 0.3], [0.12, 1.5, 0.6], [0.02, 6, 0.15]];
        var (held, asked) = (0, 0);
        foreach (var truth in truths)
        {
            for (var seed = 1UL; seed <= 3; seed++)
            {
                var posterior = PopulationMonteCarlo.Fit(
                    LaunchMarket.Figures, LaunchMarket.Parameters, LaunchMarket.Figures(truth, 1_000 + seed),
                    new CalibrationOptions { Seed = seed, Population = 300, Budget = 12_000 }, null, TestContext.Current.CancellationToken);
                for (var index = 0; index < truth.Length; index++)
                {
                    var estimate = posterior.Estimates[index];
                    asked++;
                    held += estimate.Low <= truth[index] && truth[index] <= estimate.High ? 1 : 0;
                    var prior = LaunchMarket.Parameters[index].Prior;
                    (estimate.High - estimate.Low).ShouldBeLessThan(0.45 * (prior.Quantile(0.95) - prior.Quantile(0.05)));
                }
            }
        }

        asked.ShouldBe(27);
        held.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        Posterior Fit(int threads) => PopulationMonteCarlo.Fit(
            LaunchMarket.Figures, LaunchMarket.Parameters, LaunchMarket.Figures([0.05, 2, 0.4], 77),
            new CalibrationOptions { Seed = 5, Population = 100, Budget = 3_000, Threads = threads }, null, TestContext.Current.CancellationToken);
        var (one, four) = (Fit(1), Fit(4));

        four.Estimates.ShouldBe(one.Estimates);
        four.Populations.ShouldBe(one.Populations);
        four.Sample.SelectMany(set => set.Parameters).ShouldBe(one.Sample.SelectMany(set => set.Parameters));
        four.Resample(50, 3).SelectMany(set => set).ShouldBe(one.Resample(50, 3).SelectMany(set => set));
        one.Runs.ShouldBeLessThanOrEqualTo(3_000);
    }

    /// <summary>Only a + b is seen: what one gains the other must lose.</summary>
    [Fact]
    public void Fit_OnlyASumIsObserved_ParametersAreCorrelatedAgainstEachOther()
    {
        var posterior = PopulationMonteCarlo.Fit(
            (values, _) => [values[0] + values[1]],
            [new("a", new UniformPrior(0, 1)), new("b", new UniformPrior(0, 1))],
            [1],
            new CalibrationOptions { Seed = 1, Population = 200, Budget = 10_000, Tolerance = 0.02 },
            null,
            TestContext.Current.CancellationToken);

        posterior.End.ShouldBe(CalibrationEnd.Tolerance);
        posterior.Correlations[0][1].ShouldBeLessThan(-0.95);
        posterior.Correlations[1][0].ShouldBe(posterior.Correlations[0][1]);
        // Along the line the prior is uniform: mean 1/2, standard deviation 1/sqrt 12.
        posterior.Estimates[0].Mean.ShouldBe(0.5, 0.1);
        posterior.Estimates[0].StandardDeviation.ShouldBe(1 / Math.Sqrt(12), 0.06);
    }

    [Fact]
    public void Fit_RunsThatFail_AreRefusedAndCounted()
    {
        double[] Half(double[] values, ulong seed) =>
            values[0] > 0.5 ? throw new InvalidOperationException("too large") : [values[0] > 0.4 ? double.NaN : values[0]];
        var posterior = PopulationMonteCarlo.Fit(
            Half, [new("x", new UniformPrior(0, 1))], [0.2], new CalibrationOptions { Seed = 1, Population = 50, Budget = 2_000 }, null,
            TestContext.Current.CancellationToken);

        posterior.Refused.ShouldBeGreaterThan(50);
        posterior.Estimates[0].Median.ShouldBe(0.2, 0.02);
    }

    [Fact]
    public void Fit_EveryRunFails_SaysTheFirstError()
    {
        var options = new CalibrationOptions { Seed = 1, Population = 50, Budget = 2_000 };
        Should.Throw<InvalidOperationException>(() => PopulationMonteCarlo.Fit(
            (_, _) => throw new FormatException("no depot"), Rate, [1], options, null, CancellationToken.None)).Message.ShouldContain("no depot");
        Should.Throw<InvalidOperationException>(() => PopulationMonteCarlo.Fit(
            (_, _) => [1, 2], Rate, [1], options, null, CancellationToken.None)).Message.ShouldContain("2 figures");
    }

    [Fact]
    public void Fit_Cancelled_KeepsTheLastWholePopulation()
    {
        using var cancel = new CancellationTokenSource();
        var seen = new List<PopulationRecord>();
        var posterior = PopulationMonteCarlo.Fit(
            Sum, Rate, [90], new CalibrationOptions { Seed = 1, Population = 200 },
            new Stopper(record =>
            {
                seen.Add(record);
                if (seen.Count == 2)
                    cancel.Cancel();
            }),
            cancel.Token);

        posterior.End.ShouldBe(CalibrationEnd.Cancelled);
        posterior.Populations.ShouldBe(seen);
        seen.Count.ShouldBe(2);
        Should.Throw<OperationCanceledException>(() => PopulationMonteCarlo.Fit(
            Sum, Rate, [90], new CalibrationOptions { Seed = 1 }, null, cancel.Token));
    }

    [Fact]
    public void Fit_Budget_IsKept()
    {
        var runs = 0;
        var posterior = PopulationMonteCarlo.Fit(
            (values, seed) =>
            {
                Interlocked.Increment(ref runs);
                return LaunchMarket.Figures(values, seed);
            },
            LaunchMarket.Parameters, LaunchMarket.Figures([0.05, 2, 0.4], 7), new CalibrationOptions { Seed = 1, Population = 100, Budget = 1_500 }, null,
            TestContext.Current.CancellationToken);

        posterior.End.ShouldBe(CalibrationEnd.Budget);
        runs.ShouldBeLessThanOrEqualTo(1_500);
        posterior.Runs.ShouldBe(runs);
    }

    private static double[] Sum(double[] parameters, ulong seed)
    {
        var draw = Draw.Of((long)seed, DrawPurpose.KnownAnswer, EntityKey.Of("conjugate"));
        var sum = 0;
        for (var day = 0; day < Days; day++)
            sum += Poisson.Sample(ref draw, parameters[0]);
        return [sum];
    }

    /// <summary>The distribution function of a gamma law of whole shape and rate 1: the probability of at least as many Poisson events.</summary>
    private static double Gamma(int shape, double x)
    {
        var (term, below) = (Math.Exp(-x), 0.0);
        for (var k = 0; k < shape; k++)
        {
            below += term;
            term *= x / (k + 1);
        }

        return 1 - below;
    }

    private sealed class Stopper(Action<PopulationRecord> report) : IProgress<PopulationRecord>
    {
        public void Report(PopulationRecord value) => report(value);
    }
}
