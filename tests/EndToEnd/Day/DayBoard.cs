using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Hands;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

/// <summary>The Today board as one person sees one distributor's next working day on it.</summary>
internal sealed class DayBoard(DemoTerritory demo, Visitor visitor, string distributor)
{
    private const int OrdersTaken = 8;

    private string date = "";

    public string Date => date;

    /// <summary>The distributor's plan in the list.</summary>
    public ILocator Section => visitor.Find("distributor-plan", "data-distributor", distributor);

    public ILocator Status => Section.GetByTestId("plan-status");

    /// <summary>The version in the bar; it is of this distributor once something of it is chosen.</summary>
    public ILocator Version => visitor["version-chip"];

    public string Path => $"/api/regions/{demo.Region}/plans/deliveries/{distributor}/{date}";

    /// <summary>Opens the board with the market standing still, so that nothing but people changes a plan.</summary>
    public async Task OpenAsync()
    {
        await visitor.GoAsync("/");
        await MarketClock.PauseAsync(visitor);
        await Assertions.Expect(visitor["date-next"]).ToBeVisibleAsync();
    }

    /// <summary>Names today without a look at the board.</summary>
    public async Task TodayAsync() =>
        date = (await MarketClock.NowAsync(visitor, demo.Region)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To be called once the next working day is on screen.</summary>
    public Task ShowsNextDayAsync() => ShowsAsync("date-next");

    /// <summary>To be called once today is on screen.</summary>
    public Task ShowsTodayAsync() => ShowsAsync("date-today");

    private async Task ShowsAsync(string button)
    {
        await Assertions.Expect(visitor[button]).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(Section).ToBeVisibleAsync();
        date = await visitor["plan-date"].InputValueAsync();
    }

    /// <summary>Orders taken by telephone for the day, spread over the distributor's outlets: early in the morning few have come in yet.</summary>
    public async Task<IReadOnlyList<string>> TakeOrdersAsync(int count = OrdersTaken, int cases = 2)
    {
        var outlets = await visitor.AskAsync($"/api/regions/{demo.Region}/outlets");
        var mine = outlets.GetProperty("distributor").EnumerateArray().Index()
            .Where(each => each.Item.GetString() == distributor && outlets.GetProperty("status")[each.Index].GetString() == "Active")
            .Select(each => outlets.GetProperty("ids")[each.Index].GetString()!).ToList();
        var product = (await visitor.AskAsync($"/api/regions/{demo.Region}")).GetProperty("products")[0].GetProperty("id").GetString();
        var orders = Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString()).ToList();
        for (var taken = 0; taken < count; taken++)
        {
            var (status, answer) = await visitor.TellAsync($"/api/terminals/{Uri.EscapeDataString(mine[taken * mine.Count / count])}/place-order", new
            {
                commandId = Guid.NewGuid(),
                order = orders[taken],
                dueOn = date,
                lines = new[] { new { product, cases } },
            });
            status.ShouldBe(200, answer.ToString());
        }

        return orders;
    }

    /// <summary>A vehicle of the distributor on which an order's stop is not; one without work, if there is one.</summary>
    public async Task<string> OtherVehicleAsync(DayPlan plan, string order) =>
        (await visitor.AskAsync($"/api/regions/{demo.Region}")).GetProperty("vehicles").EnumerateArray()
            .Where(vehicle => vehicle.GetProperty("distributor").GetString() == distributor && vehicle.GetProperty("inService").GetBoolean())
            .Select(vehicle => vehicle.GetProperty("id").GetString()!)
            .OrderBy(plan.Vehicles.Contains)
            .First(vehicle => vehicle != plan.VehicleOf(order));

    /// <summary>Gives a vehicle without work the last stops of the vehicle with the most, by the API: a short day for a driver.</summary>
    public async Task<(DayPlan Plan, string Vehicle)> ShortenAsync(DayPlan plan, int stops)
    {
        var fullest = plan.Vehicles.MaxBy(each => plan.StopsOf(each).Count)!;
        var moved = plan.StopsOf(fullest).TakeLast(stops).ToList();
        var vehicle = await OtherVehicleAsync(plan, moved[0]);
        plan.Vehicles.ShouldNotContain(vehicle, "a vehicle without work");
        var next = await EditAsync(plan, new { kind = "move-stops", stops = moved, vehicle, place = (object?)null });
        next.StopsOf(vehicle).ShouldBe(moved, ignoreOrder: true);
        return (next, vehicle);
    }

    /// <summary>Makes one change by the API.</summary>
    public async Task<DayPlan> EditAsync(DayPlan plan, object edit)
    {
        var (status, answer) = await visitor.TellAsync($"{Path}/edits", new { commandId = Guid.NewGuid(), baseVersion = plan.Version, edits = new[] { edit } });
        status.ShouldBe(200, answer.ToString());
        return new DayPlan(answer);
    }

    public async Task<DayPlan> PlanAsync() => new(await WorkingAsync());

    public async Task<JsonElement> WorkingAsync() => (await visitor.AskAsync(Path)).GetProperty("working");

    public async Task<int> WorkingVersionAsync() => await WorkingAsync() is { ValueKind: JsonValueKind.Object } plan ? plan.GetProperty("version").GetInt32() : 0;

    /// <summary>Waits for the proposal that follows a version.</summary>
    public async Task<DayPlan> ProposedAsync(int version)
    {
        await Assertions.Expect(Status).ToContainTextAsync((version + 1).ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(Status).ToHaveAttributeAsync("data-status", "Proposed");
        return new DayPlan(await WorkingAsync());
    }

    /// <summary>Waits until the bar shows the version after one, and answers the server's plan of it.</summary>
    public async Task<DayPlan> NextAsync(int version)
    {
        await Assertions.Expect(Version).ToHaveAttributeAsync("data-version", (version + 1).ToString(CultureInfo.InvariantCulture));
        var plan = new DayPlan(await WorkingAsync());
        plan.Version.ShouldBe(version + 1);
        return plan;
    }

    /// <summary>Opens a vehicle's route in the list, unless it is open.</summary>
    public async Task OpenRouteAsync(IHands hands, string vehicle)
    {
        if (await visitor["tab-deliveries"].GetAttributeAsync("aria-selected") != "true")
            await hands.OpenTabAsync(visitor["tab-deliveries"]);
        if (await RouteHead(vehicle).GetAttributeAsync("aria-expanded") != "true")
            await hands.PressAsync(RouteHead(vehicle));
        await Assertions.Expect(RouteHead(vehicle)).ToHaveAttributeAsync("aria-expanded", "true");
    }

    /// <summary>Brings the tray on screen: a narrow screen has it in a tab of its own.</summary>
    public async Task OpenTrayAsync(IHands hands)
    {
        if (!await visitor["tray"].IsVisibleAsync())
            await hands.OpenTabAsync(visitor["tab-unserved"]);
        await Assertions.Expect(visitor["tray"]).ToBeVisibleAsync();
    }

    /// <summary>Publishes, and waits for the answer: the vehicles have their orders then.</summary>
    public async Task PublishAsync(Func<Task> publish)
    {
        var answer = await visitor.Page.RunAndWaitForResponseAsync(publish, response => response.Url.EndsWith($"{Path}/publish", StringComparison.Ordinal));
        answer.Status.ShouldBe(200);
        await Assertions.Expect(Status).ToHaveAttributeAsync("data-status", "Published");
    }

    public ILocator Waiting(string order) => visitor.Find("unserved-item", "data-order", order);

    public ILocator Stop(string order) => visitor.Find("stop-item", "data-order", order);

    public ILocator Route(string vehicle) => visitor.Find("route-item", "data-vehicle", vehicle);

    /// <summary>Where a stop is let go to put it on a vehicle.</summary>
    public ILocator Place(string vehicle) => visitor.Page.Locator($"[data-drop='vehicle'][data-vehicle='{vehicle}']");

    public ILocator RouteHead(string vehicle) => Route(vehicle).GetByRole(AriaRole.Button).First;
}
