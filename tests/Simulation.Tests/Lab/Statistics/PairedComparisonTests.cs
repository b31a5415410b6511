using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Tests.Lab.Statistics;

public sealed class PairedComparisonTests
{
    /// <summary>X against X + 0.1 + 0.2 Y: the difference has variance 0.04 where independent runs would have 2.04.</summary>
    [Fact]
    public void Of_CommonRandomNumbers_FindsWhatIndependentRunsCannot()
    {
        var plan = SampleModel.Plan(4, 400);
        var baseline = SampleModel.Run(plan, (seed, half) => [SampleModel.Normal(seed, half)]);
        var scenario = SampleModel.Run(
            plan, (seed, half) => [SampleModel.Normal(seed, half) + 0.1 + (0.2 * SampleModel.Normal(seed, half, number: 1))]);

        var figure = PairedComparison.Of(baseline, scenario, MultipleTests.Separate).Figures[0];

        figure.Verdict.ShouldBe(ComparisonVerdict.Higher);
        figure.Difference.Includes(0.1).ShouldBeTrue();
        figure.Difference.Mean.ShouldBe(figure.Scenario - figure.Baseline, 1e-12);
        figure.VarianceReduction.ShouldBe(1 - (0.04 / 2.04), 0.01);
        // Apart, the intervals of the two means overlap by far.
        scenario.Interval(0).Low.ShouldBeLessThan(baseline.Interval(0).High);
    }

    [Fact]
    public void Of_LowerScenario_IsLower()
    {
        var plan = SampleModel.Plan(4, 50);
        var baseline = SampleModel.Run(plan, (seed, half) => [SampleModel.Normal(seed, half)]);
        var scenario = SampleModel.Run(plan, (seed, half) => [(0.9 * SampleModel.Normal(seed, half)) - 1]);

        PairedComparison.Of(baseline, scenario, MultipleTests.Holm).Figures[0].Verdict.ShouldBe(ComparisonVerdict.Lower);
    }

    [Fact]
    public void Of_TheSameScenario_DiffersInNothingExactly()
    {
        var result = SampleModel.Run(SampleModel.Plan(4, 40), (seed, half) => [SampleModel.Normal(seed, half)]);

        var figure = PairedComparison.Of(result, result, MultipleTests.Bonferroni).Figures[0];

        figure.Verdict.ShouldBe(ComparisonVerdict.NoSignificantDifference);
        (figure.Difference.Low, figure.Difference.High, figure.PValue, figure.VarianceReduction).ShouldBe((0, 0, 1, 1));
    }

    [Fact]
    public void Of_OnePair_SaysNothing()
    {
        var result = SampleModel.Run(SampleModel.Plan(4, 1), (_, _) => [1]);
        PairedComparison.Of(result, result, MultipleTests.Separate).Figures[0].Verdict.ShouldBe(ComparisonVerdict.TooFewReplications);
    }

    [Fact]
    public void Of_ReplicationsThatFailedInOne_AreLeftOutAndCounted()
    {
        var broken = ReplicationSeeds.Of(4, 2);
        var baseline = SampleModel.Run(SampleModel.Plan(4, 12), (seed, half) => [SampleModel.Normal(seed, half)]);
        var scenario = SampleModel.Run(SampleModel.Plan(4, 12), (seed, half) => seed == broken ? throw new FormatException() : [SampleModel.Normal(seed, half)]);

        var comparison = PairedComparison.Of(baseline, scenario, MultipleTests.Separate);

        (comparison.Pairs, comparison.Unpaired).ShouldBe((11, 1));
        comparison.Figures[0].Difference.Mean.ShouldBe(0);
    }

    [Fact]
    public void Of_OtherSeedOrFigures_Throws()
    {
        var one = SampleModel.Run(SampleModel.Plan(4, 5), (_, _) => [1]);
        Should.Throw<ArgumentException>(() => PairedComparison.Of(one, SampleModel.Run(SampleModel.Plan(5, 5), (_, _) => [1]), MultipleTests.Separate));
        Should.Throw<ArgumentException>(() => PairedComparison.Of(one, SampleModel.Run(SampleModel.Plan(4, 5, "km"), (_, _) => [1]), MultipleTests.Separate));
    }

    /// <summary>Ten figures without any difference: each alone errs in 5 %, so that at least one does in 1 - 0.95^10 = 40 %; corrected in at most 5 %.</summary>
    [Theory]
    [InlineData(MultipleTests.Separate, 0.34, 0.46)]
    [InlineData(MultipleTests.Bonferroni, 0.02, 0.075)]
    [InlineData(MultipleTests.Holm, 0.02, 0.075)]
    public void Of_TenFiguresWithoutDifference_ErrsAsOftenAsItSays(MultipleTests correction, double least, double most)
    {
        const int families = 600;
        var errors = 0;
        Parallel.For(0, families, family =>
        {
            var comparison = CompareNormals((ulong)family, 12, new double[10], correction);
            if (comparison.Figures.Any(figure => figure.Verdict != ComparisonVerdict.NoSignificantDifference))
                Interlocked.Increment(ref errors);
        });
        ((double)errors / families).ShouldBeInRange(least, most);
    }

    /// <summary>Whoever Bonferroni finds, Holm finds too, and the verdict is always that of the interval shown.</summary>
    [Fact]
    public void Of_SomeFiguresWithADifference_HolmFindsMoreAndAgreesWithItsIntervals()
    {
        double[] shifts = [0, 0.5, 0.8, 1, 1.2, 2, -0.6, -1.1];
        var (holm, bonferroni) = (0, 0);
        for (var family = 0UL; family < 60; family++)
        {
            var by = CompareNormals(family, 14, shifts, MultipleTests.Holm);
            foreach (var figure in by.Figures)
            {
                (figure.Verdict == ComparisonVerdict.NoSignificantDifference).ShouldBe(figure.Difference.Includes(0));
                (figure.AdjustedPValue <= 0.05).ShouldBe(figure.Verdict != ComparisonVerdict.NoSignificantDifference);
            }

            var found = Found(by);
            var other = Found(CompareNormals(family, 14, shifts, MultipleTests.Bonferroni));
            other.Except(found).ShouldBeEmpty();
            holm += found.Count;
            bonferroni += other.Count;
        }

        holm.ShouldBeGreaterThan(bonferroni);
    }

    [Fact]
    public void PairedModel_BoundOnTheDifference_StopsThereAndCompares()
    {
        var model = new PairedModel(
            (seed, half, _) => [SampleModel.Normal(seed, half)],
            (seed, half, _) => [SampleModel.Normal(seed, half) + (0.5 * SampleModel.Normal(seed, half, number: 1)) + 1],
            ["cases"]);
        var plan = new ReplicationPlan
        {
            Seed = 8,
            Replications = 2_000,
            Figures = model.Figures,
            Stopping = new SequentialStopping([new WidthBound(model.DifferenceOf(0), 0.1)]),
        };

        var result = ReplicationRunner.Run(model.Run, plan, null, CancellationToken.None);
        var figure = model.Compare(result, MultipleTests.Separate).Figures[0];

        // (1.96 x 0.5 / 0.1)^2 = 96; apart it would take (1.96 x 1.5 / 0.1)^2, more than 800.
        result.Finished.Count.ShouldBeInRange(80, 130);
        figure.Difference.ShouldBe(result.Interval(2));
        (figure.Figure, figure.Verdict).ShouldBe(("cases", ComparisonVerdict.Higher));
    }

    private static List<string> Found(PairedComparison comparison) =>
        [.. comparison.Figures.Where(figure => figure.Verdict != ComparisonVerdict.NoSignificantDifference).Select(figure => figure.Figure)];

    private static PairedComparison CompareNormals(ulong seed, int replications, double[] shifts, MultipleTests correction)
    {
        var plan = SampleModel.Plan(seed, replications, [.. shifts.Select((_, figure) => $"figure {figure}")]);
        var baseline = SampleModel.Run(plan, (_, _) => new double[shifts.Length]);
        var scenario = SampleModel.Run(plan, (one, half) => [.. shifts.Select((shift, figure) => shift + SampleModel.Normal(one, half, figure))]);
        return PairedComparison.Of(baseline, scenario, correction);
    }
}
