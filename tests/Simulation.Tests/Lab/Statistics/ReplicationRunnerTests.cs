using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Tests.Lab.Statistics;

public sealed class ReplicationRunnerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(bool stops)
    {
        var plan = SampleModel.Plan(7, 200, "a", "b") with { Antithetic = true, Stopping = stops ? new SequentialStopping([new WidthBound(1, 0.06)]) : null };
        var alone = ReplicationRunner.Run(Uneven, plan, null, CancellationToken.None);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var together = ReplicationRunner.Run(Uneven, plan with { Threads = threads }, null, CancellationToken.None);
            together.End.ShouldBe(alone.End);
            together.Failed.ShouldBe(alone.Failed);
            together.Finished.Select(one => one.Number).ShouldBe(alone.Finished.Select(one => one.Number));
            together.Finished.SelectMany(one => one.Figures).ShouldBe(alone.Finished.SelectMany(one => one.Figures));
            together.Interval(0).ShouldBe(alone.Interval(0));
        }

        alone.End.ShouldBe(stops ? ReplicationEnd.Precise : ReplicationEnd.Complete);
        alone.Failed.Count.ShouldBeGreaterThan(0);
        (alone.Finished.Count + alone.Failed.Count).ShouldBeInRange(30, stops ? 199 : 200);
    }

    /// <summary>Some replications take long and some fail, by their seeds.</summary>
    private static double[] Uneven(ulong seed, bool antithetic, CancellationToken cancellationToken)
    {
        if (seed % 11 == 3)
            throw new InvalidOperationException($"seed {seed}");
        for (var turn = 0; turn < (int)(seed % 5) * 2_000; turn++)
            cancellationToken.ThrowIfCancellationRequested();
        var u = SampleModel.Uniform(seed, antithetic);
        return [u, u * u];
    }

    [Fact]
    public void Run_OneThrows_KeepsTheOthersAndItsSeedAndError()
    {
        var plan = SampleModel.Plan(3, 20) with { Threads = 2 };
        var broken = ReplicationSeeds.Of(3, 4);
        var result = SampleModel.Run(plan, (seed, _) => seed == broken ? throw new FormatException("no depot") : [1]);

        result.End.ShouldBe(ReplicationEnd.Complete);
        result.Finished.Select(one => one.Number).ShouldBe(Enumerable.Range(0, 20).Where(number => number != 4));
        result.Failed.ShouldBe([new FailedReplication(4, broken, false, "FormatException: no depot")]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Run_FigureThatIsNoNumber_IsAFailureThatNamesIt(double value)
    {
        var result = SampleModel.Run(SampleModel.Plan(3, 2, "revenue", "cash"), (_, _) => [1, value]);

        result.Finished.ShouldBeEmpty();
        result.Failed.Count.ShouldBe(2);
        result.Failed[0].Error.ShouldContain("cash");
    }

    [Fact]
    public void Run_EveryReplicationFails_EndsAfterTheFirstBatch()
    {
        var runs = 0;
        var result = SampleModel.Run(SampleModel.Plan(3, 1_000), (_, _) =>
        {
            runs++;
            throw new FormatException("no depot");
        });

        result.End.ShouldBe(ReplicationEnd.Failed);
        runs.ShouldBe(ReplicationPlan.Batch);
    }

    [Fact]
    public void Run_Cancelled_KeepsWhatHasFinished()
    {
        using var cancel = new CancellationTokenSource();
        var seventh = ReplicationSeeds.Of(5, 6);
        var result = ReplicationRunner.Run(
            (seed, _, token) =>
            {
                if (seed == seventh)
                    cancel.Cancel();
                token.ThrowIfCancellationRequested();
                return [1];
            },
            SampleModel.Plan(5, 100),
            null,
            cancel.Token);

        result.End.ShouldBe(ReplicationEnd.Cancelled);
        result.Finished.Select(one => one.Number).ShouldBe([0, 1, 2, 3, 4, 5]);
        result.Failed.ShouldBeEmpty();
    }

    [Fact]
    public void Run_Progress_GrowsByOneAndEndsWithTheResultsInterval()
    {
        var seen = new List<ReplicationProgress>();
        var plan = SampleModel.Plan(11, 25) with { Threads = 3 };
        var result = ReplicationRunner.Run(
            (seed, antithetic, _) => [SampleModel.Uniform(seed, antithetic)], plan, new Direct<ReplicationProgress>(seen.Add), CancellationToken.None);

        seen.Select(one => one.Finished).ShouldBe(Enumerable.Range(1, 25));
        seen[0].Intervals[0].HalfWidth.ShouldBe(double.PositiveInfinity);
        seen[^1].Intervals[0].Mean.ShouldBe(result.Interval(0).Mean, 1e-12);
        seen[^1].Intervals[0].HalfWidth.ShouldBe(result.Interval(0).HalfWidth, 1e-12);
    }

    [Fact]
    public void Run_PlanOutOfRange_Throws()
    {
        var plan = SampleModel.Plan(1, 10);
        foreach (var bad in new[]
        {
            plan with { Replications = 0 }, plan with { Threads = 0 }, plan with { Confidence = 1 }, plan with { Figures = [] },
            plan with { Stopping = new SequentialStopping([new WidthBound(1, 0.1)]) },
            plan with { Stopping = new SequentialStopping([new WidthBound(0, 0)]) },
        })
            Should.Throw<ArgumentException>(() => SampleModel.Run(bad, (_, _) => [1]));
    }

    [Fact]
    public void Seeds_OfReplications_DependOnBothAndDoNotRepeat()
    {
        var seeds = new[] { 1UL, 2UL, ulong.MaxValue }.SelectMany(seed => Enumerable.Range(0, 2_000).Select(number => ReplicationSeeds.Of(seed, number)));
        seeds.Distinct().Count().ShouldBe(6_000);
        ReplicationSeeds.Of(9, 3).ShouldBe(ReplicationSeeds.Of(9, 3));
    }

    private sealed class Direct<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
