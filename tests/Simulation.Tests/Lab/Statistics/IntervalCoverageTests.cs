using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Tests.Lab.Statistics;

/// <summary>A 95 % interval must hold the truth, known in closed form, in about 95 % of many seeded runs; 2,000 runs have a standard error of 0.5 %.</summary>
public sealed class IntervalCoverageTests
{
    private const int Runs = 2_000;

    [Fact]
    public void Interval_FewNormalReplications_CoversTheMean() =>
        SampleModel.Coverage(Runs, 10, seed =>
            SampleModel.Run(SampleModel.Plan(seed, 6), (one, half) => [10 + (3 * SampleModel.Normal(one, half))]).Interval(0)).ShouldBeInRange(0.93, 0.97);

    [Fact]
    public void Interval_SkewedFigure_CoversTheMean() =>
        SampleModel.Coverage(Runs, Math.E - 1, seed =>
            SampleModel.Run(SampleModel.Plan(seed, 30), (one, half) => [Math.Exp(SampleModel.Uniform(one, half))]).Interval(0)).ShouldBeInRange(0.93, 0.97);

    [Fact]
    public void Interval_AntitheticPairs_CoversTheMean() =>
        SampleModel.Coverage(Runs, Math.E - 1, seed =>
            SampleModel.Run(
                SampleModel.Plan(seed, 30) with { Antithetic = true },
                (one, half) => [Math.Exp(SampleModel.Uniform(one, half))]).Interval(0)).ShouldBeInRange(0.93, 0.97);

    /// <summary>Var e^U = (e^2 - 1)/2 - (e - 1)^2 and Cov(e^U, e^(1-U)) = e - (e - 1)^2; the mean of a pair has half of their sum.</summary>
    [Fact]
    public void Interval_AntitheticPairs_HasTheVarianceOfPairMeans()
    {
        var square = (Math.E - 1) * (Math.E - 1);
        var variance = ((((Math.E * Math.E) - 1) / 2) - square + Math.E - square) / 2;
        var interval = SampleModel.Run(
            SampleModel.Plan(1, 4_000) with { Antithetic = true }, (one, half) => [Math.Exp(SampleModel.Uniform(one, half))]).Interval(0);

        (interval.StandardDeviation * interval.StandardDeviation).ShouldBe(variance, 0.1 * variance);
    }

    [Fact]
    public void Interval_StoppedAtAWidth_IsAsNarrowAsAskedAndCoversTheMean()
    {
        var counts = new int[Runs];
        var coverage = SampleModel.Coverage(Runs, 0, seed =>
        {
            var plan = SampleModel.Plan(seed, 1_000) with { Stopping = new SequentialStopping([new WidthBound(0, 0.25)]) };
            var result = SampleModel.Run(plan, (one, half) => [SampleModel.Normal(one, half)]);
            result.End.ShouldBe(ReplicationEnd.Precise);
            result.Interval(0).HalfWidth.ShouldBeLessThanOrEqualTo(0.25);
            counts[seed] = result.Finished.Count;
            return result.Interval(0);
        });

        coverage.ShouldBeInRange(0.93, 0.97);
        // (1.96 / 0.25)^2 = 61.5 replications of spread 1, plus up to a batch.
        counts.Average().ShouldBeInRange(58, 72);
        counts.ShouldAllBe(count => count % ReplicationPlan.Batch == 0);
    }

    [Fact]
    public void Stopping_ShareOfTheMean_IsMeasuredOnTheMean()
    {
        var plan = SampleModel.Plan(2, 5_000) with { Stopping = new SequentialStopping([new WidthBound(0, 0.01, IsShareOfMean: true)]) };
        var result = SampleModel.Run(plan, (one, half) => [10 + SampleModel.Normal(one, half)]);

        // 1.96 / sqrt n = 0.1 at n = 384.
        result.Finished.Count.ShouldBeInRange(300, 470);
        (result.Interval(0).HalfWidth / result.Interval(0).Mean).ShouldBeLessThanOrEqualTo(0.01);
    }

    [Fact]
    public void Interval_OneReplication_HasNoBand()
    {
        var interval = SampleModel.Run(SampleModel.Plan(1, 1), (_, _) => [4]).Interval(0);
        (interval.Mean, interval.HalfWidth).ShouldBe((4, double.PositiveInfinity));
    }
}
