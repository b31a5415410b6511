using System.Text.Json.Nodes;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Tests.Fixtures;
using Territory.ReadModel.Lab;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Grains.Tests.Lab;

/// <summary>Fits of made-up markets to invented deliveries, against the library's own.</summary>
public sealed class LabCalibrationTests
{
    private const string Path = "regions[0].census.demandFactor";

    /// <summary>Eight weeks of the made-up market.</summary>
    private static readonly string Market = LabScene.Changed(scenario => scenario["days"] = 56);

    /// <summary>Two cases to each of ten terminals every week.</summary>
    private static readonly IReadOnlyList<LabDelivery> History =
        [.. Enumerable.Range(0, 80).Select(number => new LabDelivery(new DateOnly(2026, 3, 3).AddDays(7 * (number / 10)), $"T{(number % 10) + 1}", 2))];

    [Fact]
    public async Task Calibration_OfAHistory_IsTheFitOfTheLibrary()
    {
        await using var scene = await LabScene.StartAsync();

        var calibration = await StartAsync(scene, Settings(runs: 200));
        var ended = await EndedAsync(scene, calibration);

        ended.State.ShouldBe(LabRunState.Done);
        var parameters = new ScenarioParameters(Market, "test", new NoCensus(), [Path]);
        var options = new MarketFitOptions { Calibration = new CalibrationOptions { Seed = 5, Population = 20, Budget = 200, Threads = 2 }, HeldOutWeeks = 2 };
        var fit = new MarketFit(
            parameters, [.. History.Select(delivery => new Delivery(delivery.Date, delivery.Terminal, delivery.Cases))], [new UnknownParameter(Path, new LogUniformPrior(0.3, 3))], options)
            .Run(null, CancellationToken.None);
        var expected = new FitReport(fit, options, new DateOnly(2026, 3, 2)).Create();
        var found = JsonNode.Parse(await TextAsync(scene, calibration, LabTextKind.Fit))!;
        JsonNode.DeepEquals(found, JsonNode.Parse(expected.ToJsonString())).ShouldBeTrue();
        ended.Runs.ShouldBe(fit.Backtest.Posterior.Runs + options.Forecasts);
        ended.Populations.Select(population => population.Tolerance).ShouldBe(fit.Backtest.Posterior.Populations.Select(population => population.Tolerance));
        // The scenario at the medians keeps its variants.
        var fitted = JsonNode.Parse(await TextAsync(scene, calibration, LabTextKind.FittedScenario))!;
        fitted["regions"]![0]!["census"]!["demandFactor"]!.GetValue<double>().ShouldBe(fit.Backtest.Posterior.Estimates[0].Median, 1e-12);
        fitted["variants"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Calibration_Stopped_KeepsItsLastPopulationAndForecastsFromIt()
    {
        await using var scene = await LabScene.StartAsync();
        // Populations go on until hardly a proposal is accepted, which takes longer than stopping does.
        var calibration = await StartAsync(scene, Settings(population: 400, runs: 1_000_000));
        await UntilAsync(scene, calibration, now => now.Populations.Count > 0);

        (await Grain(scene, calibration).Stop(new StopLabCalibration(LabScene.Header()))).ShouldBeAccepted();

        var ended = await EndedAsync(scene, calibration);
        ended.State.ShouldBe(LabRunState.Stopped);
        var found = JsonNode.Parse(await TextAsync(scene, calibration, LabTextKind.Fit))!;
        found["ended"]!.GetValue<string>().ShouldBe("cancelled");
        found["populations"]!.AsArray().Count.ShouldBe(ended.Populations.Count);
        found["backtest"]!["weeks"]!.AsArray().Count.ShouldBe(8);
    }

    [Fact]
    public async Task Calibration_GoingOnAtACrash_IsInterruptedAndTheSameWhenItIsRunAgain()
    {
        await using var scene = await LabScene.StartAsync();
        var calibration = await StartAsync(scene, Settings(population: 400, runs: 1_000_000));
        await UntilAsync(scene, calibration, now => now.State == LabRunState.Running && now.Runs > 0);

        await scene.Cluster.CrashAndRestartAsync();

        (await Grain(scene, calibration).GetProgress()).ShouldNotBeNull().State.ShouldBe(LabRunState.Interrupted);
        // What it was asked is on record to the last delivery.
        (await TextAsync(scene, calibration, LabTextKind.Scenario)).ShouldBe(JsonNode.Parse(Market)!.ToJsonString());
        System.Text.Json.JsonSerializer.Deserialize<List<LabDelivery>>(await TextAsync(scene, calibration, LabTextKind.History), System.Text.Json.JsonSerializerOptions.Web).ShouldBe(History);
    }

    [Fact]
    public async Task Calibration_Wrong_SaysWhyAndStartsNothing()
    {
        await using var scene = await LabScene.StartAsync();
        var before = scene.Cluster.Journal.Position;
        Task<LabAnswer> Try(LabCalibrationSettings settings, IReadOnlyList<LabDelivery>? history) => TryStartAsync(scene, LabScene.Header(), settings, history);

        (await Try(Settings(path: "regions[0].nothing"), History)).Problems.ShouldNotBeEmpty();
        (await Try(Settings(), null)).Problems.Select(problem => problem.Code).ShouldBe(["history.missing"]);
        (await Try(Settings(), [new LabDelivery(new DateOnly(2026, 3, 3), "elsewhere", 1)])).Problems.Select(problem => problem.Code).ShouldBe(["fit.history"]);
        (await Try(Settings() with { HoldOutWeeks = 8 }, History)).Problems.Select(problem => problem.Code).ShouldBe(["fit.weeks"]);
        (await Try(Settings() with { Parameters = [] }, History)).Outcome.RefusalCode.ShouldBe("lab.paths");
        (await Try(Settings() with { Parameters = [.. Settings().Parameters, .. Settings().Parameters] }, History)).Outcome.RefusalCode.ShouldBe("lab.path-twice");
        (await Try(Settings() with { Parameters = [new LabParameterRange(Path, 0, 3, LabScale.Logarithmic)] }, History)).Outcome.RefusalCode.ShouldBe("lab.range");
        (await Try(Settings(population: 10), History)).Outcome.RefusalCode.ShouldBe("lab.population");
        (await Try(Settings(runs: 99), History)).Outcome.RefusalCode.ShouldBe("lab.fit-runs");
        scene.Cluster.Journal.Position.ShouldBe(before);
    }

    private static LabCalibrationSettings Settings(string path = Path, int population = 20, int runs = 100) =>
        new([new LabParameterRange(path, 0.3, 3, LabScale.Logarithmic)], 2, 5, population, runs);

    private static ILabCalibrationGrain Grain(LabScene scene, string id) => scene.Cluster.Grains.GetGrain<ILabCalibrationGrain>(id);

    private static Task<LabAnswer> TryStartAsync(LabScene scene, CommandHeader header, LabCalibrationSettings settings, IReadOnlyList<LabDelivery>? history) =>
        Grain(scene, header.Id.ToString()).Start(new StartLabCalibration(header, "scenario", 1, Market, settings, history, null, IsLive: false));

    private static async Task<string> StartAsync(LabScene scene, LabCalibrationSettings settings)
    {
        var header = LabScene.Header();
        var started = await TryStartAsync(scene, header, settings, History);
        started.Problems.ShouldBeEmpty();
        started.Outcome.ShouldBeAccepted();
        return header.Id.ToString();
    }

    private static Task<LabCalibrationProgress> EndedAsync(LabScene scene, string calibration) =>
        UntilAsync(scene, calibration, progress => progress.State is not (LabRunState.Waiting or LabRunState.Running));

    private static async Task<LabCalibrationProgress> UntilAsync(LabScene scene, string calibration, Func<LabCalibrationProgress, bool> reached)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var progress = (await Grain(scene, calibration).GetProgress()).ShouldNotBeNull();
            if (reached(progress))
                return progress;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<string> TextAsync(LabScene scene, string calibration, LabTextKind kind)
    {
        var calibrations = new LabCalibrationQuery(scene.Cluster.Journal);
        var record = (await calibrations.FindAsync(calibration, null, CancellationToken.None)).ShouldNotBeNull();
        return await calibrations.TextAsync(record, kind, CancellationToken.None);
    }

    private sealed class NoCensus : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) => throw new InvalidOperationException("The census is generated.");
    }
}
