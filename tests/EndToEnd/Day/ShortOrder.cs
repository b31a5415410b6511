using System.Text.Json;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

/// <summary>A dispatch order of today with a few stops, for a vehicle that had no work; made by the API.</summary>
internal sealed class ShortOrder(DemoTerritory demo, Visitor desk, string distributor)
{
    private const int StopsAtFirst = 3;

    private readonly DayBoard board = new(demo, desk, distributor);

    public string Date => board.Date;

    public string Vehicle { get; private set; } = "";

    /// <summary>The order's version, which is not the plan's.</summary>
    public int Version { get; private set; }

    /// <summary>The stops of the vehicle, each by its first order.</summary>
    public IReadOnlyList<string> Stops { get; private set; } = [];

    private string Path => $"/api/regions/{demo.Region}/dispatch-orders/{Vehicle}/{Date}";

    public async Task IssueAsync()
    {
        await board.TodayAsync();
        (var plan, Vehicle) = await board.ShortenAsync(await board.PlanAsync(), StopsAtFirst);
        await PublishAsync(plan);
    }

    /// <summary>Takes the last stop off the vehicle, and publishes that.</summary>
    public async Task ShortenAsync() =>
        await PublishAsync(await board.EditAsync(await board.PlanAsync(), new { kind = "hold-stops", stops = Stops.TakeLast(1), reason = "RoadBlocked", note = (string?)null }));

    /// <summary>Where the driver's link leads, without its host.</summary>
    public async Task<string> LinkAsync()
    {
        var (status, answer) = await desk.TellAsync($"{Path}/link", new { });
        status.ShouldBe(200, answer.ToString());
        return answer.GetProperty("link").GetString()!;
    }

    public Task<JsonElement> RecordAsync() => desk.AskAsync(Path);

    private async Task PublishAsync(DayPlan plan)
    {
        var (status, answer) = await desk.TellAsync($"{board.Path}/publish", new { commandId = Guid.NewGuid(), version = plan.Version, acceptBreaches = true });
        status.ShouldBe(200, answer.ToString());
        Stops = plan.StopsOf(Vehicle);
        Version = (await RecordAsync()).GetProperty("order").GetProperty("version").GetInt32();
    }
}
