using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Tests.Lab.Scenarios;

public sealed class ScenarioRunTests
{
    private const string Market =
        """
        {
          "name": "a market",
          "firstDay": "2026-01-05",
          "days": 42,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [
            { "id": "east", "terminals": { "generated": { "terminals": 60, "areaSquareKilometres": 10 } }, "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] } },
            { "id": "west", "terminals": { "generated": { "terminals": 50, "areaSquareKilometres": 12, "seed": 2 } }, "fieldForce": { "staffing": [ { "from": "2026-01-19", "reps": 1 } ] } }
          ],
          "variants": [ { "name": "the same", "set": { "regions[0].fleet.vehicles": 2 } }, { "name": "no calls", "set": { "regions[*].fieldForce.staffing": [] } } ]
        }
        """;

    private static readonly ScenarioRunOptions Options = new() { Replications = 20, Threads = 2, Seed = 5 };

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameFiguresAndHashes()
    {
        var (one, two) = (Run(Options with { Threads = 1 }), Run(Options));

        two.Base.Hashes.ShouldBe(one.Base.Hashes);
        two.Base.Hashes.Distinct().Count().ShouldBe(20);
        for (var figure = 0; figure < one.Base.Replications.Plan.Figures.Count; figure++)
            two.Base.Replications.Values(figure).ShouldBe(one.Base.Replications.Values(figure));
    }

    // What a single run of the simulator gives under the replication's seed, summed here by hand.
    [Fact]
    public void Run_EveryFigure_IsThatOfTheSimulator()
    {
        var result = Run(Options).Base.Replications;
        var run = LabSimulator.Run(ScenarioReaderTests.Read(Market).Setup, new LabRunOptions(result.Finished[3].Seed));

        double Figure(string name) => result.Finished[3].Figures[result.Plan.Figures.ToList().IndexOf(name)];
        Figure("east.casesSold").ShouldBe(run.Regions[0].Weeks.Sum(week => week.CasesSold));
        Figure("west.contribution").ShouldBe(run.Regions[1].Weeks.Sum(week => week.Revenue.MinorUnits - week.Costs.Total.MinorUnits) / 100.0, 1e-6);
        Figure("all.adopted").ShouldBe(run.Regions[0].Weeks[^1].Adopted + run.Regions[1].Weeks[^1].Adopted);
        Figure("east.numericDistribution").ShouldBe(run.Regions[0].Weeks[^1].NumericDistribution);
    }

    [Fact]
    public void Run_AVariantThatChangesNothing_DiffersInNothing()
    {
        var same = Run(Options).Variants[0].Against.ShouldNotBeNull();

        same.Pairs.ShouldBe(20);
        same.Figures.ShouldAllBe(figure => figure.Difference.Mean == 0 && figure.Verdict == ComparisonVerdict.NoSignificantDifference);
    }

    [Fact]
    public void Run_AVariantWithoutCalls_SellsNothingAndIsFoundLower()
    {
        var none = Run(Options).Variants[1];

        double Mean(string figure) => none.Replications.Interval(none.Replications.Plan.Figures.ToList().IndexOf(figure)).Mean;
        Mean("all.casesSold").ShouldBe(0);
        Mean("all.adopted").ShouldBe(0);
        none.Against!.Figures.Single(figure => figure.Figure == "all.casesSold").Verdict.ShouldBe(ComparisonVerdict.Lower);
    }

    [Fact]
    public void Run_CurvesWithTheirBand_HoldTheMeanAndEndAtTheFigure()
    {
        var result = Run(Options).Base;

        foreach (var curve in result.Curves)
        {
            curve.Mean.Count.ShouldBe(6);
            for (var week = 0; week < 6; week++)
                curve.Low[week].ShouldBeLessThanOrEqualTo(curve.High[week]);
        }

        var sold = result.Curves.Single(curve => curve is { Region: "east", Measure: "casesSold" });
        sold.Mean.Sum().ShouldBe(result.Replications.Interval(result.Replications.Plan.Figures.ToList().IndexOf("east.casesSold")).Mean, 1e-3);
    }

    /// <summary>The mean of two runs with opposite luck varies less than any market does; quantiles (type 7) worked out here from all sixteen runs.</summary>
    [Fact]
    public void Run_AntitheticPairs_HaveTheBandOfSingleRuns()
    {
        var result = Run(Options with { Replications = 8, Antithetic = true }).Base;

        var setup = ScenarioReaderTests.Read(Market).Setup;
        double[] sold =
        [
            .. result.Replications.Finished
                .SelectMany(pair => new[] { false, true }.Select(antithetic => LabSimulator.Run(setup, new LabRunOptions(pair.Seed, antithetic)).Regions[0].Weeks[4].CasesSold))
                .Order(),
        ];
        var band = result.Curves.Single(curve => curve is { Region: "east", Measure: "casesSold" });
        band.Low[4].ShouldBe(sold[0] + (0.75 * (sold[1] - sold[0])), 1e-3);
        band.High[4].ShouldBe(sold[14] + (0.25 * (sold[15] - sold[14])), 1e-3);
        band.Mean[4].ShouldBe(sold.Average(), 1e-3);
    }

    [Fact]
    public void Run_WhenCancelled_KeepsWhatHasFinishedAndSaysSo()
    {
        using var source = new CancellationTokenSource();
        var result = ScenarioRun.Run(ScenarioReaderTests.Read(Market), Options with { Replications = 10_000 }, new CancelAfter(source, 3), source.Token);

        result.IsComplete.ShouldBeFalse();
        result.Base.Replications.End.ShouldBe(ReplicationEnd.Cancelled);
        result.Base.Replications.Finished.Count.ShouldBeInRange(1, 9_999);
        result.Variants.ShouldBeEmpty();
    }

    [Fact]
    public void Run_UntilTheContributionIsKnown_StopsWhenItIs()
    {
        var result = Run(Options with { Replications = 2_000, ContributionWithin = 0.5 }).Base.Replications;

        result.End.ShouldBe(ReplicationEnd.Precise);
        foreach (var region in new[] { "east", "west", "all" })
        {
            var interval = result.Interval(result.Plan.Figures.ToList().IndexOf($"{region}.contribution"));
            interval.HalfWidth.ShouldBeLessThanOrEqualTo(0.5 * Math.Abs(interval.Mean));
        }
    }

    private static ScenarioResult Run(ScenarioRunOptions options) => ScenarioRun.Run(ScenarioReaderTests.Read(Market), options, null, CancellationToken.None);

    private sealed class CancelAfter(CancellationTokenSource source, int finished) : IProgress<ScenarioProgress>
    {
        public void Report(ScenarioProgress value)
        {
            if (value.Replications.Finished >= finished)
                source.Cancel();
        }
    }
}
