using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Lab;

/// <summary>A lab over a real silo and journal.</summary>
internal sealed class LabScene : IAsyncDisposable
{
    /// <summary>Forty made-up terminals for four weeks, and a variant with twice the reps.</summary>
    public const string Small = """
        {
          "name": "a market",
          "firstDay": "2026-03-02",
          "days": 28,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [
            {
              "id": "east",
              "terminals": { "generated": { "terminals": 40, "areaSquareKilometres": 10 } },
              "fieldForce": { "staffing": [ { "from": "2026-03-02", "reps": 1 } ] }
            }
          ],
          "variants": [ { "name": "twice the reps", "set": { "regions[0].fieldForce.staffing[0].reps": 2 } } ]
        }
        """;

    private LabScene(TerritoryCluster cluster) => Cluster = cluster;

    public TerritoryCluster Cluster { get; }

    public ILabGrain Lab => Cluster.Grains.GetGrain<ILabGrain>(ILabGrain.Key);

    public LabRunQuery Runs => new(Cluster.Journal);

    public static async Task<LabScene> StartAsync() => new(await TerritoryCluster.StartWithRegionAsync());

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    public static CommandHeader Header() => TerritoryCluster.Header(Samples.At(0, 9));

    public static LabRunSettings Settings(int replications = 6, long seed = 7, LabSensitivity? sensitivity = null) => new(replications, seed, Antithetic: false, Within: null, sensitivity);

    public async Task<string> SaveAsync(string content, RegionId? only = null)
    {
        var header = Header();
        var saved = await Scenario(header.Id.ToString()).Save(new SaveLabScenario(header, null, content, only));
        saved.Problems.ShouldBeEmpty();
        saved.Outcome.ShouldBeAccepted();
        return header.Id.ToString();
    }

    public ILabScenarioGrain Scenario(string id) => Cluster.Grains.GetGrain<ILabScenarioGrain>(id);

    public ILabRunGrain Run(string id) => Cluster.Grains.GetGrain<ILabRunGrain>(id);

    public async Task<LabAnswer> TryStartAsync(CommandHeader header, string content, LabRunSettings settings, RegionId? only = null) =>
        await Run(header.Id.ToString()).Start(new StartLabRun(header, "scenario", 1, content, settings, only));

    public async Task<string> StartRunAsync(string content, LabRunSettings settings)
    {
        var header = Header();
        var started = await TryStartAsync(header, content, settings);
        started.Problems.ShouldBeEmpty();
        started.Outcome.ShouldBeAccepted();
        return header.Id.ToString();
    }

    public async Task<LabRunProgress> UntilAsync(string run, Func<LabRunProgress, bool> reached)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var progress = (await Run(run).GetProgress()).ShouldNotBeNull();
            if (reached(progress))
                return progress;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    public async Task<LabRunProgress> EndedAsync(string run) => await UntilAsync(run, progress => progress.State is not (LabRunState.Waiting or LabRunState.Running));

    public async Task<string> RunToTheEndAsync(string content, LabRunSettings settings)
    {
        var run = await StartRunAsync(content, settings);
        (await EndedAsync(run)).State.ShouldBe(LabRunState.Done);
        return run;
    }

    public async Task<IReadOnlyList<string>> TextsAsync(string run, LabTextKind kind) =>
        await Runs.TextsAsync((await Runs.FindAsync(run, only: null, CancellationToken.None)).ShouldNotBeNull(), kind, CancellationToken.None);

    public static JsonElement Json(LabAnswer answer)
    {
        answer.Problems.ShouldBeEmpty();
        answer.Outcome.ShouldBeAccepted();
        using var document = JsonDocument.Parse(answer.Json.ShouldNotBeNull());
        return document.RootElement.Clone();
    }

    /// <summary>The small scenario with other values in some places.</summary>
    public static string Changed(Action<JsonObject> change)
    {
        var scenario = JsonNode.Parse(Small)!.AsObject();
        change(scenario);
        return scenario.ToJsonString();
    }
}
