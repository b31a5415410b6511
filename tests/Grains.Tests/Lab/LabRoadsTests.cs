using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Roads;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.ReadModel.Tests.Fixtures;
using Territory.Roads.Network;

namespace Territory.Grains.Tests.Lab;

/// <summary>A live region's own road network in scenarios: one street, along which its outlets lie.</summary>
public sealed class LabRoadsTests
{
    private const int Outlets = 12;

    [Fact]
    public async Task Travel_OnTheRegionsRoads_IsFittedToThem()
    {
        await using var scene = await LabScene.StartAsync();
        await SettleAsync(scene);
        Pave(scene);

        var own = LabScene.Json(await scene.Lab.Check(new CheckLabScenario(Content("live"), null)));
        var named = LabScene.Json(await scene.Lab.Check(new CheckLabScenario(Content("live:r"), null)));

        own.GetProperty("inputs")[0].GetProperty("terminals").GetInt32().ShouldBe(Outlets);
        own.GetProperty("inputs")[0].GetRawText().ShouldBe(named.GetProperty("inputs")[0].GetRawText());
        // A scenario on these roads uses the region, so that its planner alone sees it.
        var made = LabScene.Changed(scenario => scenario["regions"]![0]!["travel"] = Travel("live:r"));
        (await scene.Lab.Check(new CheckLabScenario(made, new RegionId("other")))).Problems.Select(problem => (problem.Code, problem.Field))
            .ShouldContain(("scenario.region-unknown", "regions[0].travel.roads"));
    }

    [Theory]
    [InlineData("live", "scenario.roads-missing")]
    [InlineData("live:r", "scenario.roads-missing")]
    [InlineData("live:nowhere", "scenario.region-unknown")]
    [InlineData("live:../r", "scenario.region-unknown")]
    [InlineData("county.roads", "scenario.roads")]
    public async Task Travel_WithoutSuchRoads_IsRefusedAtItsPlace(string roads, string code)
    {
        await using var scene = await LabScene.StartAsync();
        await SettleAsync(scene);

        var refused = await scene.Lab.Check(new CheckLabScenario(Content(roads), null));

        refused.Problems.Select(problem => (problem.Code, problem.Field)).ShouldBe([(code, "regions[0].travel.roads")]);
    }

    private static async Task SettleAsync(LabScene scene)
    {
        for (var number = 0; number < Outlets; number++)
            await scene.Cluster.RegisterTerminalAsync(Samples.Terminal($"T{number}") with { Location = PlaceOf(number) });
    }

    private static void Pave(LabScene scene)
    {
        var builder = new RoadNetworkBuilder();
        var nodes = Enumerable.Range(0, Outlets).Select(number => builder.AddNode(PlaceOf(number))).ToArray();
        for (var segment = 1; segment < Outlets; segment++)
            builder.AddWay(new RoadWay { Nodes = [nodes[segment - 1], nodes[segment]], Class = RoadClass.Secondary });
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(scene.Cluster.RegionsDirectory, "r"));
        builder.Build().Save(System.IO.Path.Combine(folder.FullName, RegionRoads.FileName));
    }

    private static GeoPoint PlaceOf(int number) => new(113.2 + (0.01 * number), 29.3);

    private static JsonObject Travel(string roads) => new() { ["costs"] = "fitted", ["roads"] = roads, ["sampledDays"] = 16 };

    private static string Content(string roads) => LabScene.Changed(scenario =>
    {
        scenario["variants"] = new JsonArray();
        var region = scenario["regions"]![0]!;
        region["terminals"] = new JsonObject { ["live"] = new JsonObject { ["region"] = "r" } };
        region["census"] = new JsonObject { ["unitsPerTerminalDay"] = 40 };
        region["travel"] = Travel(roads);
    });
}
