using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Tests.Lab;

public sealed class LabRunTests
{
    /// <summary>Goes on until it is stopped.</summary>
    private static readonly LabRunSettings Long = LabScene.Settings(replications: 9_000);

    [Fact]
    public async Task Run_OfAScenario_GivesWhatTheSimulatorGives()
    {
        await using var scene = await LabScene.StartAsync();

        var run = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());

        var expected = Simulated(LabScene.Small);
        var texts = await scene.TextsAsync(run, LabTextKind.Variant);
        texts.Count.ShouldBe(2);
        foreach (var (text, variant) in texts.Zip(expected.Variants.Prepend(expected.Base)))
        {
            var json = JsonNode.Parse(text)!;
            json["replications"]!.GetValue<int>().ShouldBe(6);
            json["kpis"]!.AsArray().Select(kpi => kpi!["mean"]!.GetValue<double>())
                .ShouldBe(Enumerable.Range(0, variant.Replications.Plan.Figures.Count).Select(figure => variant.Replications.Interval(figure).Mean));
            json["curves"]!.AsArray().Count.ShouldBe(variant.Curves.Count);
        }

        var compared = JsonNode.Parse(texts[1])!["differences"]!.AsArray();
        compared.Select(figure => figure!["difference"]!.GetValue<double>()).ShouldBe(expected.Variants[0].Against!.Figures.Select(figure => figure.Difference.Mean));
        var record = await scene.Runs.FindAsync(run, null, CancellationToken.None);
        (record!.End!.End, record.End.Variants, record.End.Finished, record.End.FailedReplications).ShouldBe((LabRunEnd.Done, 2, 12, 0));
    }

    [Fact]
    public async Task Run_Twice_GivesEqualResults()
    {
        await using var scene = await LabScene.StartAsync();

        var first = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        var second = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        var other = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings(seed: 8));

        foreach (var kind in Enum.GetValues<LabTextKind>())
            (await scene.TextsAsync(second, kind)).ShouldBe(await scene.TextsAsync(first, kind));
        (await scene.TextsAsync(other, LabTextKind.Replications)).ShouldNotBe(await scene.TextsAsync(first, LabTextKind.Replications));
    }

    [Fact]
    public async Task Run_Stopped_KeepsTheReplicationsThatHadFinished()
    {
        await using var scene = await LabScene.StartAsync();
        var run = await scene.StartRunAsync(LabScene.Small, Long);
        var watched = await scene.UntilAsync(run, progress => progress.Finished >= 3);
        watched.State.ShouldBe(LabRunState.Running);
        watched.Figures.Select(figure => figure.Figure).ShouldContain("east.contribution");

        (await scene.Run(run).Stop(new StopLabRun(LabScene.Header()))).ShouldBeAccepted();
        var ended = await scene.EndedAsync(run);

        ended.State.ShouldBe(LabRunState.Stopped);
        ended.Finished.ShouldBeInRange(3, 8_999);
        var text = JsonNode.Parse((await scene.TextsAsync(run, LabTextKind.Variant))[0])!;
        text["ended"]!.GetValue<string>().ShouldBe("cancelled");
        text["replications"]!.GetValue<int>().ShouldBe(ended.Finished);
        // A replication is a function of its number: those kept are those of any other run of this seed.
        var kept = (await ReplicationsAsync(scene, run))[0].Finished;
        var whole = Simulated(LabScene.Small).Base.Replications.Finished.ToDictionary(replication => replication.Number);
        foreach (var replication in kept.Where(one => whole.ContainsKey(one.Number)))
            replication.Figures.ShouldBe(whole[replication.Number].Figures);
    }

    [Fact]
    public async Task Run_GoingOnWhenTheProcessEnds_IsInterruptedAndCanBeRunAgain()
    {
        await using var scene = await LabScene.StartAsync();
        var run = await scene.StartRunAsync(LabScene.Small, Long);
        await scene.UntilAsync(run, progress => progress.Finished >= 1);

        await scene.Cluster.CrashAndRestartAsync();

        (await scene.Run(run).GetProgress())!.State.ShouldBe(LabRunState.Interrupted);
        var content = (await scene.TextsAsync(run, LabTextKind.Scenario))[0];
        var again = await scene.RunToTheEndAsync(content, LabScene.Settings());
        var straight = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        (await scene.TextsAsync(again, LabTextKind.Replications)).ShouldBe(await scene.TextsAsync(straight, LabTextKind.Replications));
    }

    [Fact]
    public async Task Run_OfALiveRegion_IsFixedAtThePositionOfItsStart()
    {
        await using var scene = await LabScene.StartAsync();
        await scene.Cluster.RegisterTerminalAsync();
        var live = LabScene.Changed(scenario => scenario["regions"]![0]!["terminals"] = JsonNode.Parse("""{ "live": { "region": "r" } }"""));

        var first = await scene.RunToTheEndAsync(live, LabScene.Settings());
        await scene.Cluster.RegisterTerminalAsync(ReadModel.Tests.Fixtures.Samples.Terminal("T2"));
        var again = await scene.RunToTheEndAsync((await scene.TextsAsync(first, LabTextKind.Scenario))[0], LabScene.Settings());
        var now = await scene.RunToTheEndAsync(live, LabScene.Settings());

        (await scene.TextsAsync(again, LabTextKind.Replications)).ShouldBe(await scene.TextsAsync(first, LabTextKind.Replications));
        (await scene.TextsAsync(now, LabTextKind.Replications)).ShouldNotBe(await scene.TextsAsync(first, LabTextKind.Replications));
        (await scene.Runs.ListAsync(new RegionId("other"), CancellationToken.None)).ShouldBeEmpty();
        (await scene.Runs.ListAsync(new RegionId("r"), CancellationToken.None)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Start_SentTwice_IsOneRun()
    {
        await using var scene = await LabScene.StartAsync();
        var header = LabScene.Header();

        (await scene.TryStartAsync(header, LabScene.Small, LabScene.Settings())).Outcome.ShouldBeAccepted();
        (await scene.TryStartAsync(header, LabScene.Small, LabScene.Settings())).Outcome.ShouldBeAccepted();

        (await scene.EndedAsync(header.Id.ToString())).State.ShouldBe(LabRunState.Done);
        (await scene.Runs.ListAsync(null, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, null, "lab.replications")]
    [InlineData(20_000, null, "lab.replications")]
    [InlineData(6, 0.0, "lab.within")]
    public async Task Start_WithSenselessSettings_IsRefused(int replications, double? within, string code)
    {
        await using var scene = await LabScene.StartAsync();

        var started = await scene.TryStartAsync(LabScene.Header(), LabScene.Small, new LabRunSettings(replications, 1, false, within));

        started.Outcome.RefusalCode.ShouldBe(code);
        (await scene.Runs.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Compare_OfTwoRuns_EqualsThePairedComparison()
    {
        await using var scene = await LabScene.StartAsync();
        var more = LabScene.Changed(scenario => scenario["regions"]![0]!["fieldForce"]!["staffing"]![0]!["reps"] = 3);
        var left = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        var right = await scene.RunToTheEndAsync(more, LabScene.Settings(replications: 5));

        var answer = LabScene.Json(await scene.Lab.Compare(left, right));

        var expected = PairedComparison.Of(Simulated(LabScene.Small).Base.Replications, Simulated(more, replications: 5).Base.Replications, MultipleTests.Holm);
        answer.GetProperty("pairs").GetInt32().ShouldBe(5);
        answer.GetProperty("unpaired").GetInt32().ShouldBe(1);
        var figures = answer.GetProperty("figures").EnumerateArray().ToList();
        figures.Select(figure => figure.GetProperty("figure").GetString()).ShouldBe(expected.Figures.Select(figure => figure.Figure));
        foreach (var (figure, paired) in figures.Zip(expected.Figures))
        {
            figure.GetProperty("difference").GetDouble().ShouldBe(paired.Difference.Mean);
            figure.GetProperty("low").GetDouble().ShouldBe(paired.Difference.Low);
            figure.GetProperty("high").GetDouble().ShouldBe(paired.Difference.High);
            figure.GetProperty("p").GetDouble().ShouldBe(paired.AdjustedPValue);
        }
    }

    [Fact]
    public async Task Compare_OfRunsThatDoNotGoTogether_IsRefused()
    {
        await using var scene = await LabScene.StartAsync();
        var run = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        var otherSeed = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings(seed: 8));
        var otherRegion = await scene.RunToTheEndAsync(LabScene.Changed(scenario => scenario["regions"]![0]!["id"] = "west"), LabScene.Settings());

        var seeds = (await scene.Lab.Compare(run, otherSeed)).Outcome;
        (seeds.RefusalCode, seeds.Detail!["left"], seeds.Detail["right"]).ShouldBe(("lab.seeds-differ", "7", "8"));
        (await scene.Lab.Compare(run, otherRegion)).Outcome.RefusalCode.ShouldBe("lab.figures-differ");
        (await scene.Lab.Compare(run, "none")).Outcome.RefusalCode.ShouldBe("lab.run-unknown");
        (await scene.Lab.GetSensitivity(run)).Outcome.RefusalCode.ShouldBe("lab.no-sensitivity");
    }

    [Fact]
    public async Task Sensitivity_OfTwoAssumptions_IsTheDifferenceOfEachFromTheScenario()
    {
        await using var scene = await LabScene.StartAsync();
        var asked = new LabSensitivity("east.casesSold", [
            new LabAssumptionRange("regions[0].distributor.warehousePerDay", 100, 300), new LabAssumptionRange("regions[0].rivals.ownPull", 0.4, 0.8),
        ]);

        var run = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings(sensitivity: asked));
        var answer = LabScene.Json(await scene.Lab.GetSensitivity(run));

        var bars = answer.GetProperty("bars").EnumerateArray().ToList();
        // What a warehouse costs sells no case, so that the pull on consumers comes first and the other has no swing at all.
        bars.Select(bar => bar.GetProperty("path").GetString()).ShouldBe(["regions[0].rivals.ownPull", "regions[0].distributor.warehousePerDay"]);
        bars[1].GetProperty("swing").GetDouble().ShouldBe(0);
        var basis = SoldBy(LabScene.Small);
        foreach (var (end, pull) in new[] { ("low", 0.4), ("high", 0.8) })
        {
            var changed = SoldBy(LabScene.Changed(scenario => scenario["regions"]![0]!["rivals"] = new JsonObject { ["ownPull"] = pull }));
            bars[0].GetProperty(end).GetProperty("value").GetDouble().ShouldBe(pull);
            bars[0].GetProperty(end).GetProperty("difference").GetDouble().ShouldBe(changed.Zip(basis, (one, other) => one - other).Average(), 1e-9);
        }
    }

    [Fact]
    public async Task Sensitivity_OfAFigureThatIsNot_IsRefused()
    {
        await using var scene = await LabScene.StartAsync();
        var asked = new LabSensitivity("west.casesSold", [new LabAssumptionRange("regions[0].rivals.ownPull", 0.4, 0.8)]);

        (await scene.TryStartAsync(LabScene.Header(), LabScene.Small, LabScene.Settings(sensitivity: asked))).Outcome.RefusalCode.ShouldBe("lab.figure-unknown");
        (await scene.TryStartAsync(LabScene.Header(), LabScene.Small, LabScene.Settings(sensitivity: asked with { Paths = [] }))).Outcome.RefusalCode.ShouldBe("lab.paths");
    }

    [Fact]
    public async Task Template_OfARun_IsFrozenFromItsRegion()
    {
        await using var scene = await LabScene.StartAsync();
        var run = await scene.RunToTheEndAsync(LabScene.Small, LabScene.Settings());
        var header = LabScene.Header();
        var grain = scene.Cluster.Grains.GetGrain<ILabTemplateGrain>(header.Id.ToString());
        var command = new FreezeLabTemplate(header, run, "east", "sample market", null);

        (await grain.Freeze(command)).Outcome.ShouldBeAccepted();
        (await grain.Freeze(command)).Outcome.ShouldBeAccepted();
        (await grain.Freeze(command with { Header = LabScene.Header() })).Outcome.RefusalCode.ShouldBe("lab.template-frozen");
        (await grain.Freeze(command with { Header = LabScene.Header(), Region = "west" })).Outcome.RefusalCode.ShouldBe("lab.region-unknown");

        var template = (await new LabTemplateQuery(scene.Cluster.Journal).ListAsync(null, CancellationToken.None)).Single();
        var content = JsonNode.Parse(template.Content)!;
        // Of the forty made-up terminals eight are of class A, twelve of B, called on every 7 and 14 days; one rep has them all.
        content["classes"]!.AsArray().Select(entry => (entry!["terminals"]!.GetValue<int>(), entry["visitsPerCycle"]!.GetValue<int>())).ShouldBe([(8, 4), (12, 2), (20, 1)]);
        content["terminalsPerRep"]!.GetValue<double>().ShouldBe(40);
        content["prices"]!["terminal"]!.GetValue<double>().ShouldBe(34.5);
        // The curve in the run's result is drawn with six decimals, and the frozen one is its running maximum.
        var curve = Simulated(LabScene.Small).Base.Curves.Single(one => one.Measure == "numericDistribution");
        var highest = 0.0;
        foreach (var (frozen, mean) in content["numericDistribution"]!["frozen"]!.AsArray().Zip(curve.Mean))
            frozen!.GetValue<double>().ShouldBe(highest = Math.Max(highest, mean), 1e-6);
        content["numericDistribution"]!["low"]!.AsArray().Count.ShouldBe(4);
    }

    private static async Task<IReadOnlyList<ReplicationResult>> ReplicationsAsync(LabScene scene, string run) =>
        [.. (await scene.TextsAsync(run, LabTextKind.Replications)).Select(Grains.Lab.Results.ReplicationsText.Read)];

    /// <summary>The library's own run: the oracle.</summary>
    private static ScenarioResult Simulated(string content, int replications = 6) => ScenarioRun.Run(
        ScenarioReader.Read(content, "test", new NoCensus()), new ScenarioRunOptions { Seed = 7, Replications = replications, Threads = 1 }, null, CancellationToken.None);

    private static IEnumerable<double> SoldBy(string content)
    {
        var setup = ScenarioReader.Read(content, "test", new NoCensus()).Setup;
        return Enumerable.Range(0, 6).Select(number => LabSimulator.Run(setup, new Simulation.Lab.Setup.LabRunOptions(ReplicationSeeds.Of(7, number))).Regions[0].CasesSold);
    }

    private sealed class NoCensus : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) => throw new InvalidOperationException("The census is generated.");
    }
}
