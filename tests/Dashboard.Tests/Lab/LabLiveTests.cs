using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Dashboard.Tests.Live;

namespace Territory.Dashboard.Tests.Lab;

/// <summary>The lab's message of the live hub over a real WebSocket.</summary>
public sealed class LabLiveTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task Run_ThatGoesOn_IsToldToItsEndToThoseWhoMaySeeIt()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        using var stranger = await host.SignedInAsync(Role.Planner, Sample.OtherRegion);
        var scenario = (await planner.OkAsync(HttpMethod.Post, "scenarios/branch", new { commandId = Guid.NewGuid(), region = Sample.Region, name = "county", days = 14 }))
            .GetProperty("id").GetString();
        await using var live = await HubConnection.ConnectAsync(planner);
        await using var other = await HubConnection.ConnectAsync(stranger);
        await live.CallAsync("WatchLab");
        await other.CallAsync("WatchLab");
        var first = await live.NextOfLabAsync();
        var run = (await planner.OkAsync(HttpMethod.Post, "runs", new { commandId = Guid.NewGuid(), scenario, version = 1, replications = 10_000, seed = 1 })).GetProperty("run").GetString()!;

        var going = await UntilAsync(live, told => told.GetProperty("run").GetString() == run && told.GetProperty("finished").GetInt32() > 0);
        await planner.OkAsync(HttpMethod.Post, $"runs/{run}/stop", new { commandId = Guid.NewGuid() });
        var ended = await UntilAsync(live, told => told.GetProperty("run").GetString() == run && told.GetProperty("state").GetString() == "stopped");

        (first.GetProperty("snapshot").GetBoolean(), first.GetProperty("runs").GetArrayLength()).ShouldBe((true, 0));
        going.GetProperty("state").GetString().ShouldBe("running");
        // The same as the address gives; seconds are those of the end.
        ended.GetRawText().ShouldBe((await planner.ReadAsync($"/api/lab/runs/{run}")).GetRawText());
        // A run of made-up terminals is everyone's: the next that the stranger hears is of it and not of the county.
        var open = (await stranger.OkAsync(HttpMethod.Post, "scenarios", new { commandId = Guid.NewGuid(), scenario = Small() })).GetProperty("id").GetString();
        var second = (await stranger.OkAsync(HttpMethod.Post, "runs", new { commandId = Guid.NewGuid(), scenario = open, version = 1, replications = 2, seed = 1 })).GetProperty("run").GetString();
        (await other.NextOfLabAsync()).GetProperty("snapshot").GetBoolean().ShouldBeTrue();
        (await other.NextOfLabAsync()).GetProperty("runs").EnumerateArray().Select(told => told.GetProperty("run").GetString()).ShouldBe([second]);
    }

    [Fact]
    public async Task Frames_NotAcknowledged_AreOneInFlightAndMergeToTheLatest()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        var scenario = (await planner.OkAsync(HttpMethod.Post, "scenarios", new { commandId = Guid.NewGuid(), scenario = Small() })).GetProperty("id").GetString();
        await using var live = await HubConnection.ConnectAsync(planner);
        await using var prompt = await HubConnection.ConnectAsync(planner);
        await live.CallAsync("WatchLab");
        await prompt.CallAsync("WatchLab");
        var first = await live.NextOfLabAsync(acknowledge: false);
        await prompt.NextOfLabAsync();
        var run = (await planner.OkAsync(HttpMethod.Post, "runs", new { commandId = Guid.NewGuid(), scenario, version = 1, replications = 3, seed = 1 })).GetProperty("run").GetString();
        await UntilAsync(prompt, told => told.GetProperty("run").GetString() == run && told.GetProperty("state").GetString() == "done");

        await live.CallAsync("AckLab", first.GetProperty("sequence").GetInt64());

        // Whatever was told to who acknowledged at once, the late one hears the end alone.
        var next = await live.NextOfLabAsync();
        next.GetProperty("sequence").GetInt64().ShouldBe(first.GetProperty("sequence").GetInt64() + 1);
        next.GetProperty("runs").EnumerateArray().Where(told => told.GetProperty("run").GetString() == run).Select(told => told.GetProperty("state").GetString()).ShouldBe(["done"]);
    }

    private static async Task<JsonElement> UntilAsync(HubConnection live, Func<JsonElement, bool> reached)
    {
        while (true)
        {
            foreach (var told in (await live.NextOfLabAsync()).GetProperty("runs").EnumerateArray())
            {
                if (reached(told))
                    return told;
            }
        }
    }

    private static JsonNode Small() => JsonNode.Parse("""
        {
          "name": "a market", "firstDay": "2030-03-12", "days": 28,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ { "id": "east", "terminals": { "generated": { "terminals": 40, "areaSquareKilometres": 10 } }, "fieldForce": { "staffing": [ { "from": "2030-03-12", "reps": 1 } ] } } ]
        }
        """)!;
}
