using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

/// <summary>Changes to the next working day that take more than one stop and one vehicle; what each would do is shown before it is made.</summary>
[Collection(MorningGroup.Name)]
public sealed class OverrideTests(DemoTerritory demo)
{
    // Expected values: which stops lie west of a meridian, by their outlets' longitudes; then the server's plan.
    [Fact]
    public async Task Lasso_AroundTheWestOfTheMap_ChoosesItsStopsAndMovesThemTogether()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var (board, plan) = await PlannedAsync(desk);
        var places = await PlacesAsync(desk, board.Date);
        var meridian = Meridian(places);
        var inside = places.Where(place => place.Longitude < meridian).Select(place => place.Order).ToHashSet(StringComparer.Ordinal);
        var mine = plan.Vehicles.SelectMany(plan.StopsOf).Where(inside.Contains).ToList();
        mine.Count.ShouldBeGreaterThan(1);

        await desk.Page.WaitForFunctionAsync("() => window.territoryDiagnostics?.().outlets > 0");
        await desk["lasso-button"].ClickAsync();
        await LassoWestOfAsync(desk, meridian);
        await Assertions.Expect(desk["pick-count"]).ToHaveAttributeAsync("data-count", Text(inside.Count));

        var vehicle = plan.Vehicles.MinBy(each => plan.StopsOf(each).Count(mine.Contains))!;
        await desk["pick-move"].ClickAsync();
        await desk.Find("move-vehicle", "data-vehicle", vehicle).ClickAsync();
        var preview = await Preview.ReadAsync(desk["move-dialog"].GetByTestId("preview"));
        (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
        await desk["apply-edit"].ClickAsync();
        await Assertions.Expect(desk["move-dialog"]).ToHaveCountAsync(0);
        var moved = await board.NextAsync(plan.Version);
        mine.ShouldAllBe(order => moved.VehicleOf(order) == vehicle);
        moved.Vehicles.SelectMany(moved.StopsOf).ShouldBe(plan.Vehicles.SelectMany(plan.StopsOf), ignoreOrder: true);
        preview.ShouldHaveComeTrue(plan, moved);
        desk.ShouldBeQuiet();
    }

    // Expected value: the vehicle that was pressed while the server's answer, which begins with another one, was still on its way.
    [Fact]
    public async Task MoveSheet_VehicleChosenBeforeTheOptionsAreThere_KeepsIt()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var (_, plan) = await PlannedAsync(desk);
        var (asked, told) = (new TaskCompletionSource<JsonElement>(), new TaskCompletionSource());
        await desk.Page.RouteAsync("**/options", async route =>
        {
            var answer = await route.FetchAsync();
            asked.TrySetResult((await answer.JsonAsync())!.Value);
            await told.Task;
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
        });

        // A day that all fits on one vehicle gives both stops.
        var (first, second) = (plan.StopsOf(plan.Vehicles[0])[^1], plan.StopsOf(plan.Vehicles[^1])[0]);
        await desk["expand-all"].ClickAsync();
        await Assertions.Expect(desk["expand-all"]).ToHaveAttributeAsync("aria-pressed", "true");
        await desk.Find("stop-item", "data-order", first).ClickAsync();
        await desk.Find("stop-item", "data-order", second).ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Control] });
        await desk["pick-move"].ClickAsync();
        var cheapest = (await asked.Task)[0].GetProperty("vehicle").GetString();
        var vehicle = (await desk["move-vehicle"].EvaluateAllAsync<string[]>("all => all.map(each => each.dataset.vehicle)")).First(each => each != cheapest);
        await desk.Find("move-vehicle", "data-vehicle", vehicle).ClickAsync();
        told.SetResult();
        await Assertions.Expect(desk["move-dialog"].Locator(".option-figures").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Find("move-vehicle", "data-vehicle", vehicle).GetByRole(AriaRole.Radio)).ToBeCheckedAsync();
        desk.ShouldBeQuiet();
    }

    // Expected values: four cases less the one that is taken off.
    [Fact]
    public async Task Order_SplitWithAReason_LeavesTheRestAndWaitsInTheTray()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk.In("en-GB"));
        var (board, plan) = await PlannedAsync(desk);
        var order = (await board.TakeOrdersAsync(count: 1, cases: 4))[0];
        plan = await TakeInAsync(desk, board, plan);
        plan.Tray.ShouldContain(order);
        var terminal = (await board.Waiting(order).GetAttributeAsync("data-terminal"))!;

        await board.Waiting(order).Locator("xpath=..").GetByTestId("stop-menu").ClickAsync();
        await desk["action-split"].ClickAsync();
        await desk["split-cases"].FillAsync("1");
        await Assertions.Expect(desk["split-apply"]).ToBeDisabledAsync();
        await desk["field-note"].FillAsync("Only three cases fit the shop");
        await Assertions.Expect(desk["split-dialog"].Locator("p[aria-live]")).ToContainTextAsync("3");
        await Spoken.ShouldBeInAsync(desk["split-dialog"].Locator("p[aria-live]"), "en-GB");
        var preview = await Preview.ReadAsync(desk["split-dialog"].GetByTestId("preview"));
        (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
        await desk["split-apply"].ClickAsync();
        await Assertions.Expect(desk["split-dialog"]).ToHaveCountAsync(0);
        var after = await board.NextAsync(plan.Version);
        preview.ShouldHaveComeTrue(plan, after);

        var orders = (await desk.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminal)}")).GetProperty("openOrders").EnumerateArray()
            .Where(each => IdOf(each).StartsWith(order, StringComparison.Ordinal)).ToDictionary(IdOf, CasesOf);
        orders.Count.ShouldBe(2);
        orders[order].ShouldBe(3);
        var taken = orders.Keys.Single(each => each != order);
        orders[taken].ShouldBe(1);
        after.Tray.ShouldContain(taken);
        await Assertions.Expect(board.Waiting(taken)).ToBeVisibleAsync();
        desk.ShouldBeQuiet();
    }

    // Expected values: everything that was on the vehicle, and the plan as it was once the change is taken back.
    [Fact]
    public async Task Vehicle_BrokenDown_PutsItsStopsIntoTheTray()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var (board, plan) = await PlannedAsync(desk);
        var vehicle = plan.Vehicles.MaxBy(each => plan.StopsOf(each).Count)!;
        var stops = plan.StopsOf(vehicle);
        await board.RouteHead(vehicle).ClickAsync();
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(plan.Version));

        await board.Route(vehicle).GetByTestId("vehicle-menu").ClickAsync();
        await desk["action-break-down"].ClickAsync();
        await desk["field-note"].FillAsync("水箱漏水");
        var preview = await Preview.ReadAsync(desk["break-down-dialog"].GetByTestId("preview"));
        preview.Distance.ShouldBeLessThan(0);
        (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
        await desk["apply-edit"].ClickAsync();
        await Assertions.Expect(desk["break-down-dialog"]).ToHaveCountAsync(0);
        var broken = await board.NextAsync(plan.Version);
        broken.Outages.ShouldBe([vehicle]);
        broken.Vehicles.ShouldNotContain(vehicle);
        stops.ShouldAllBe(order => broken.Tray.Contains(order));
        preview.ShouldHaveComeTrue(plan, broken);
        await Assertions.Expect(board.Waiting(stops[0])).ToBeVisibleAsync();

        await desk["undo-button"].ClickAsync();
        var again = await board.NextAsync(broken.Version);
        again.Outages.ShouldBeEmpty();
        again.StopsOf(vehicle).ShouldBe(stops);
        desk.ShouldBeQuiet();
    }

    // Expected values: the server's own list of places, which the sheet shows the first three of; then its plan.
    [Fact]
    public async Task UrgentStop_PlacedFromItsThreeBestPlaces_CostsWhatWasShown()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk.In("en-GB"));
        var (board, plan) = await PlannedAsync(desk);
        var taken = (await board.TakeOrdersAsync(count: 1))[0];
        plan = await TakeInAsync(desk, board, plan);
        var order = plan.TrayStopOf(taken);
        var (status, known) = await desk.TellAsync($"{board.Path}/options", new { baseVersion = plan.Version, stops = new[] { order } });
        status.ShouldBe(200, known.ToString());
        var best = known.EnumerateArray().Take(3).Select(option => (Vehicle: option.GetProperty("vehicle").GetString()!, Cost: option.GetProperty("change").GetProperty("cost").GetInt64())).ToList();
        best.Count.ShouldBe(3);

        await board.Waiting(order).Locator("xpath=..").GetByTestId("tray-urgent").ClickAsync();
        await Assertions.Expect(desk["urgent-option"]).ToHaveCountAsync(best.Count);
        for (var shown = 0; shown < best.Count; shown++)
        {
            var option = desk["urgent-option"].Nth(shown);
            (await option.GetAttributeAsync("data-vehicle")).ShouldBe(best[shown].Vehicle);
            (await Preview.OfAsync(option.GetByTestId("change"))).Cost.ShouldBe(best[shown].Cost);
        }

        var preview = await Preview.OfAsync(desk["urgent-option"].First.GetByTestId("change"));
        await desk["urgent-option"].First.ClickAsync();
        await Assertions.Expect(desk["urgent-dialog"]).ToHaveCountAsync(0);
        var placed = await board.NextAsync(plan.Version);
        placed.VehicleOf(order).ShouldBe(best[0].Vehicle);
        preview.ShouldHaveComeTrue(plan, placed);
        desk.ShouldBeQuiet();
    }

    /// <summary>The board on the next working day of the first distributor, planned by the API where nobody has planned it yet.</summary>
    private async Task<(DayBoard Board, DayPlan Plan)> PlannedAsync(Visitor desk)
    {
        var board = new DayBoard(demo, desk, "D1");
        await board.OpenAsync();
        await desk["date-next"].ClickAsync();
        await board.ShowsNextDayAsync();
        if (await board.WorkingVersionAsync() == 0)
        {
            await board.TakeOrdersAsync();
            var (status, answer) = await desk.TellAsync($"{board.Path}/propose", new { commandId = Guid.NewGuid() });
            status.ShouldBe(200, answer.ToString());
        }

        var plan = await board.PlanAsync();
        await Assertions.Expect(board.Status).ToContainTextAsync(Text(plan.Version));
        // A version has one digit at first, which much else may have too.
        await Assertions.Expect(board.RouteHead(plan.Vehicles[^1])).ToBeVisibleAsync();
        return (board, plan);
    }

    private static async Task<DayPlan> TakeInAsync(Visitor desk, DayBoard board, DayPlan plan)
    {
        await board.RouteHead(plan.Vehicles[0]).ClickAsync();
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(plan.Version));
        await desk["day-menu"].ClickAsync();
        await desk["action-take-in"].ClickAsync();
        return await board.NextAsync(plan.Version);
    }

    /// <summary>Every stop on the board and in its tray, of all distributors, by its first order.</summary>
    private async Task<IReadOnlyList<(string Order, double Longitude)>> PlacesAsync(Visitor desk, string date)
    {
        var outlets = await desk.AskAsync($"/api/regions/{demo.Region}/outlets");
        var longitudes = outlets.GetProperty("ids").EnumerateArray().Zip(outlets.GetProperty("lon").EnumerateArray())
            .ToDictionary(pair => pair.First.GetString()!, pair => pair.Second.GetDouble());
        var found = new List<(string, double)>();
        foreach (var row in (await desk.AskAsync($"/api/regions/{demo.Region}/plans/deliveries?date={date}")).EnumerateArray())
        {
            var day = await desk.AskAsync($"/api/regions/{demo.Region}/plans/deliveries/{row.GetProperty("distributor").GetString()}/{date}");
            if (day.GetProperty("working") is not { ValueKind: JsonValueKind.Object } plan)
                continue;
            var stops = plan.GetProperty("routes").EnumerateArray().SelectMany(route => route.GetProperty("trips").EnumerateArray())
                .SelectMany(trip => trip.GetProperty("stops").EnumerateArray()).Concat(plan.GetProperty("unserved").EnumerateArray());
            found.AddRange(stops.Select(stop => (stop.GetProperty("orders")[0].GetString()!, longitudes[stop.GetProperty("terminal").GetString()!])));
        }

        return found;
    }

    /// <summary>Halfway between the two neighbours furthest apart in the middle third, so that no stop is near the line.</summary>
    private static double Meridian(IReadOnlyList<(string Order, double Longitude)> places)
    {
        var sorted = places.Select(place => place.Longitude).Order().ToList();
        var (west, east) = sorted.Zip(sorted.Skip(1)).Skip(sorted.Count / 3).Take((sorted.Count / 3) + 1).MaxBy(pair => pair.Second - pair.First);
        return (west + east) / 2;
    }

    /// <summary>Draws around everything west of a meridian: longitude runs evenly over a Mercator map.</summary>
    private static async Task LassoWestOfAsync(Visitor desk, double meridian)
    {
        var box = (await desk["lasso-layer"].BoundingBoxAsync())!;
        var view = (await desk.Page.EvaluateAsync<JsonElement?>("() => window.territoryDiagnostics().view()"))!.Value;
        var (west, east) = (view.GetProperty("west").GetDouble(), view.GetProperty("east").GetDouble());
        var x = box.X + (float)((meridian - west) / (east - west) * box.Width);
        var (left, top, bottom) = (box.X + 2, box.Y + 2, box.Y + box.Height - 2);
        var mouse = desk.Page.Mouse;
        await mouse.MoveAsync(x, box.Y + (box.Height / 2));
        await mouse.DownAsync();
        foreach (var (cornerX, cornerY) in ((float, float)[])[(x, top), (left, top), (left, bottom), (x, bottom)])
            await mouse.MoveAsync(cornerX, cornerY, new MouseMoveOptions { Steps = 3 });
        await mouse.UpAsync();
        await Assertions.Expect(desk["lasso-layer"]).ToHaveCountAsync(0);
    }

    private static string IdOf(JsonElement order) => order.GetProperty("id").GetString()!;

    private static int CasesOf(JsonElement order) => order.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("cases").GetInt32());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
