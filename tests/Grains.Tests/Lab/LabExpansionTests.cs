using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Terminals;
using Territory.ReadModel.Lab;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Reports;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Grains.Tests.Lab;

/// <summary>The documentation's example of a rolling expansion through the lab.</summary>
public sealed class LabExpansionTests
{
    private const long Seed = 3;

    [Fact]
    public async Task Expansion_OfTheExample_IsThePlanOfTheLibrary()
    {
        await using var scene = await LabScene.StartAsync();
        var example = Example();

        var expansion = await StartAsync(scene, example, iterations: 50);
        var ended = await EndedAsync(scene, expansion);
        var scores = LabScene.Json(await scene.Lab.GetScorecard(new AskExpansion(Content(example), null)));

        ended.State.ShouldBe(LabRunState.Done);
        var scenario = ExpansionText.Read(System.Text.Encoding.UTF8.GetBytes(example.Scenario.ToJsonString()), "test");
        var study = ScenarioStudy.Of(scenario, example.Censuses, Seed);
        var plan = study.Plan(new SearchLimits(Seed, 50));
        var expected = new ExpansionReport(scenario, study, plan).Create(TimeSpan.Zero);
        var given = JsonNode.Parse(await PlanAsync(scene, expansion))!.AsObject();
        expected.Remove("seconds");
        given.Remove("seconds");
        JsonNode.DeepEquals(given, JsonNode.Parse(expected.ToJsonString())).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(scores.GetProperty("regions").GetRawText()), given["regions"]).ShouldBeTrue();
        ended.Objective!.Value.ShouldBe(given["objective"]!.GetValue<double>(), 0.01);
    }

    [Fact]
    public async Task Expansion_Stopped_KeepsItsBestPlan()
    {
        await using var scene = await LabScene.StartAsync();
        var expansion = await StartAsync(scene, Example(), iterations: 1_000_000);
        await UntilAsync(scene, expansion, progress => progress.State is LabRunState.Running && progress.Outlooks == progress.MostOutlooks);

        (await scene.Cluster.Grains.GetGrain<ILabExpansionGrain>(expansion).Stop(new StopLabExpansion(LabScene.Header()))).ShouldBeAccepted();

        var ended = await EndedAsync(scene, expansion);
        ended.State.ShouldBe(LabRunState.Stopped);
        ended.Iterations.ShouldBeLessThan(1_000_000);
        JsonNode.Parse(await PlanAsync(scene, expansion))!["iterations"]!.GetValue<long>().ShouldBe(ended.Iterations);
    }

    /// <summary>Outlooks from simulated days are drawn in the search's turn, region after region, and are those of the library.</summary>
    [Fact]
    public async Task Expansion_WithSimulatedOutlooks_IsThePlanOfTheLibraryAndIsStoppedBetweenThem()
    {
        await using var scene = await LabScene.StartAsync();
        var example = Example();
        example.Scenario["weeks"] = 20;
        example.Scenario["replications"] = 3;
        example.Scenario["simulator"] = new JsonObject();
        var endless = new Asked(example.Scenario.DeepClone().AsObject(), example.Censuses);
        endless.Scenario["replications"] = 1_000;

        var stopped = await StartAsync(scene, endless, iterations: 20);
        await UntilAsync(scene, stopped, progress => progress.State is LabRunState.Running);
        (await scene.Cluster.Grains.GetGrain<ILabExpansionGrain>(stopped).Stop(new StopLabExpansion(LabScene.Header()))).ShouldBeAccepted();
        (await EndedAsync(scene, stopped)).State.ShouldBe(LabRunState.Stopped);
        (await PlanAsync(scene, stopped)).ShouldBeEmpty();
        var expansion = await StartAsync(scene, example, iterations: 20);
        (await EndedAsync(scene, expansion)).State.ShouldBe(LabRunState.Done);

        var scenario = ExpansionText.Read(System.Text.Encoding.UTF8.GetBytes(example.Scenario.ToJsonString()), "test");
        var study = ScenarioStudy.Of(scenario, example.Censuses, Seed);
        var expected = new ExpansionReport(scenario, study, study.Plan(new SearchLimits(Seed, 20))).Create(TimeSpan.Zero);
        var given = JsonNode.Parse(await PlanAsync(scene, expansion))!.AsObject();
        expected.Remove("seconds");
        given.Remove("seconds");
        JsonNode.DeepEquals(given, JsonNode.Parse(expected.ToJsonString())).ShouldBeTrue();
    }

    [Fact]
    public async Task Expansion_Wrong_ListsEverythingAndStartsNothing()
    {
        await using var scene = await LabScene.StartAsync();
        var example = Example();
        example.Scenario["weeks"] = 1;
        example.Scenario["surprise"] = 1;
        var before = scene.Cluster.Journal.Position;

        var refused = await TryStartAsync(scene, LabScene.Header(), example, 50, null);

        refused.Outcome.RefusalCode.ShouldBe("scenario.wrong");
        refused.Problems.Count.ShouldBe(2, string.Join('\n', refused.Problems));
        scene.Cluster.Journal.Position.ShouldBe(before);
    }

    [Fact]
    public async Task Scorecard_OfALiveRegion_IsForThoseWhoMaySeeIt()
    {
        await using var scene = await LabScene.StartAsync();
        await scene.Cluster.RegisterTerminalAsync();
        var example = Example();
        var id = example.Scenario["regions"]![0]!["id"]!.GetValue<string>();
        example.Censuses.Remove(id);
        example.Scenario["regions"]![0]!["census"] = "live:r";

        var scores = LabScene.Json(await scene.Lab.GetScorecard(new AskExpansion(Content(example), new RegionId("r"))));
        var refused = await scene.Lab.GetScorecard(new AskExpansion(Content(example), new RegionId("other")));

        scores.GetProperty("regions").EnumerateArray().Single(region => region.GetProperty("region").GetString() == id).GetProperty("terminals").GetInt32().ShouldBe(1);
        refused.Problems.Select(problem => (problem.Code, problem.Field)).ShouldBe([("census.missing", "$.regions[0].census")]);
    }

    [Fact]
    public async Task Scorecard_OfTheLiveRegions_NeedsATemplate()
    {
        await using var scene = await LabScene.StartAsync();

        (await scene.Lab.GetLiveScorecard(new AskLiveScorecard(null, null))).Outcome.RefusalCode.ShouldBe("lab.no-template");
        (await scene.Lab.GetLiveScorecard(new AskLiveScorecard("none", null))).Outcome.RefusalCode.ShouldBe("lab.template-unknown");
    }

    private static async Task<string> StartAsync(LabScene scene, Asked example, long iterations)
    {
        var header = LabScene.Header();
        var started = await TryStartAsync(scene, header, example, iterations, null);
        started.Problems.ShouldBeEmpty();
        started.Outcome.ShouldBeAccepted();
        return header.Id.ToString();
    }

    private static Task<LabAnswer> TryStartAsync(LabScene scene, Contracts.CommandHeader header, Asked example, long iterations, RegionId? only) =>
        scene.Cluster.Grains.GetGrain<ILabExpansionGrain>(header.Id.ToString()).Start(new StartLabExpansion(header, new AskExpansion(Content(example), only), Seed, iterations));

    private static Task<LabExpansionProgress> EndedAsync(LabScene scene, string expansion) =>
        UntilAsync(scene, expansion, progress => progress.State is not (LabRunState.Waiting or LabRunState.Running));

    private static async Task<LabExpansionProgress> UntilAsync(LabScene scene, string expansion, Func<LabExpansionProgress, bool> reached)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var progress = (await scene.Cluster.Grains.GetGrain<ILabExpansionGrain>(expansion).GetProgress()).ShouldNotBeNull();
            if (reached(progress))
                return progress;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<string> PlanAsync(LabScene scene, string expansion)
    {
        var expansions = new LabExpansionQuery(scene.Cluster.Journal);
        var record = (await expansions.FindAsync(expansion, null, CancellationToken.None)).ShouldNotBeNull();
        return await expansions.TextAsync(record, LabTextKind.Variant, CancellationToken.None);
    }

    private static string Content(Asked asked)
    {
        var censuses = new JsonObject();
        foreach (var (region, terminals) in asked.Censuses)
        {
            censuses[region] = new JsonArray([.. terminals.Select(terminal => (JsonNode)new JsonObject
            {
                ["id"] = terminal.Id,
                ["name"] = terminal.Name,
                ["longitude"] = terminal.Location.Longitude,
                ["latitude"] = terminal.Location.Latitude,
                ["class"] = Enum.GetName(terminal.Class),
                ["casesPerMonth"] = terminal.CasesPerMonth,
                ["cell"] = terminal.Cell,
                ["ownShare"] = terminal.OwnShare,
                ["rivals"] = new JsonArray([.. terminal.Rivals.Select(rival => (JsonNode)new JsonObject { ["rival"] = rival.Rival, ["share"] = rival.Share })]),
            })]);
        }

        return new JsonObject { ["scenario"] = asked.Scenario.DeepClone(), ["censuses"] = censuses }.ToJsonString();
    }

    /// <summary>The documented scenario, with forty terminals made up by number in each region.</summary>
    private static Asked Example()
    {
        var scenario = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "examples", "expansion", "scenario.json")))!.AsObject();
        var censuses = new Dictionary<string, IReadOnlyList<CensusTerminal>>(StringComparer.Ordinal);
        foreach (var (index, region) in scenario["regions"]!.AsArray().Index())
        {
            region!.AsObject().Remove("census");
            censuses[region["id"]!.GetValue<string>()] = [.. Enumerable.Range(0, 40).Select(number => new CensusTerminal(
                $"T{number}", $"shop {number.ToString(CultureInfo.InvariantCulture)}", new GeoPoint(113.2 + index + (0.003 * number), 29.3 + (0.002 * (number % 7))),
                (TerminalClass)(number % 3), 20 + number, number % 2 == 0 ? "town" : "country", 0.01 * (number % 4), [new RivalShare("rival", 0.3)]))];
        }

        return new Asked(scenario, censuses);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }

    private sealed record Asked(JsonObject Scenario, Dictionary<string, IReadOnlyList<CensusTerminal>> Censuses);
}
