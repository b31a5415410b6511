using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Hands;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

/// <summary>One dispatcher's day from the tray to the closed order, worked in each way, in each language, on a desk and at the width of a phone.</summary>
[Collection(WholeDayGroup.Name)]
public sealed class DispatchersDayTests(DemoTerritory demo)
{
    private const int PhonePixels = 390;

    // Expected values: the server's working plan after each change, which is a version of its own and dearer by what was shown before; the order of dispatch that it
    // issues; and the record of the vehicle's day.
    // Every run goes by keyboard, mouse and finger, in both languages at both widths; TERRITORY_DAYS=all goes all eight ways.
    [Theory]
    [InlineData(Way.Keyboard, "zh-CN", 1440, "D1")]
    [InlineData(Way.Mouse, "en-GB", 1440, "D1")]
    [InlineData(Way.Keyboard, "en-GB", PhonePixels, "D3")]
    [InlineData(Way.Finger, "zh-CN", PhonePixels, "D3")]
    [InlineData(Way.Keyboard, "en-GB", 1440, "D2", true)]
    [InlineData(Way.Mouse, "zh-CN", 1440, "D3", true)]
    [InlineData(Way.Keyboard, "zh-CN", PhonePixels, "D2", true)]
    [InlineData(Way.Finger, "en-GB", PhonePixels, "D2", true)]
    public async Task Day_WorkedInOneWay_IsPlannedSentFollowedAndClosed(Way way, string locale, int width, string distributor, bool isLong = false)
    {
        Assert.SkipWhen(isLong && Environment.GetEnvironmentVariable("TERRITORY_DAYS") != "all", "TERRITORY_DAYS=all goes all eight ways through the day.");
        await using var desk = await demo.AdministratorAsync(new VisitorLook(width, width == PhonePixels ? 844 : 900, locale, IsPhone: way == Way.Finger));
        var hands = Worker.Of(way, desk);
        var board = new DayBoard(demo, desk, distributor);
        await board.OpenAsync();
        await hands.PressAsync(desk[locale == "en-GB" ? "language-en" : "language-zh"]);
        await Assertions.Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", locale);
        await hands.PressAsync(desk["date-today"]);
        await board.ShowsTodayAsync();
        await Spoken.ShouldBeInAsync(desk.Page.GetByRole(AriaRole.Tab), locale);

        var plan = await PlanAsync(desk, hands, board);
        (plan, var vehicle) = await board.ShortenAsync(plan, stops: 2);
        plan = await ChangeAsync(desk, hands, board, plan, vehicle, locale, way);
        await PublishAsync(desk, hands, board, plan);
        await SignAsync(desk, hands, board, plan, vehicle, locale);
        await DriveAsync(desk, hands, board, vehicle, locale);
        await CloseAsync(desk, hands, board, vehicle);
        await desk.ShouldFitAsync();
        desk.ShouldBeQuiet();
    }

    /// <summary>Plans the morning; once somebody has left, the day goes on with the plan that is out.</summary>
    private async Task<DayPlan> PlanAsync(Visitor desk, IHands hands, DayBoard board)
    {
        var plan = await board.PlanAsync();
        var followed = await desk.AskAsync($"/api/regions/{demo.Region}/following?date={board.Date}");
        if (followed.GetProperty("distributors").EnumerateArray().SelectMany(each => each.GetProperty("routes").EnumerateArray())
            .Any(route => plan.Vehicles.Contains(route.GetProperty("vehicle").GetString()!) && route.GetProperty("tripsDeparted").GetInt32() > 0))
        {
            return plan;
        }

        await hands.PressAsync(board.Section.GetByTestId("plan-button"));
        return await board.ProposedAsync(plan.Version);
    }

    /// <summary>To the tray, back onto another vehicle with a shorter day, locked there, optimised again, compared with the version before, and that one taken over.</summary>
    private static async Task<DayPlan> ChangeAsync(Visitor desk, IHands hands, DayBoard board, DayPlan plan, string other, string locale, Way way)
    {
        var vehicle = plan.Vehicles.MaxBy(each => plan.StopsOf(each).Count)!;
        var order = plan.StopsOf(vehicle)[^1];
        await board.OpenRouteAsync(hands, vehicle);
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(plan.Version));
        await hands.ActAsync(board.Stop(order), StopAction.Hold);
        await hands.ChooseAsync(desk["hold-reason"], "OutletClosed");
        await Spoken.ShouldBeInAsync(desk["apply-edit"], locale);
        var before = plan;
        var preview = await Preview.ReadAsync(desk["hold-dialog"].GetByTestId("preview"));
        (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
        await hands.PressAsync(desk["apply-edit"]);
        plan = await board.NextAsync(plan.Version);
        plan.Held.ShouldContain(order);
        plan.Tray.ShouldContain(order);
        plan.VehicleOf(order).ShouldBeNull();
        preview.ShouldHaveComeTrue(before, plan);

        await desk.ShouldFitAsync();
        await board.OpenTrayAsync(hands);
        await Assertions.Expect(board.Waiting(order)).ToHaveAttributeAsync("data-held", "OutletClosed");
        before = plan;
        if (way == Way.Mouse)
        {
            preview = await Drag.OntoAsync(desk, board.Waiting(order), board.Place(other));
        }
        else
        {
            await hands.ActAsync(board.Waiting(order), StopAction.Move);
            await hands.ChooseVehicleAsync(desk.Find("move-vehicle", "data-vehicle", other));
            await Spoken.ShouldBeInAsync(desk["apply-edit"], locale);
            preview = await Preview.ReadAsync(desk["move-dialog"].GetByTestId("preview"));
            (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
            await hands.PressAsync(desk["apply-edit"]);
        }

        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(order).ShouldBe(other);
        plan.Held.ShouldNotContain(order);
        preview.ShouldHaveComeTrue(before, plan);

        await board.OpenRouteAsync(hands, other);
        await hands.ActAsync(board.Stop(order), StopAction.Lock);
        plan = await board.NextAsync(plan.Version);
        plan.Locked.ShouldContain(order);
        await Assertions.Expect(board.Stop(order)).ToHaveAttributeAsync("data-lock", "Optimizer");
        var locked = plan;

        await hands.PressAsync(desk["reoptimise-button"]);
        await hands.WriteAsync(desk["run-seconds"], "1");
        await Spoken.ShouldBeInAsync(desk["run-start"], locale);
        await hands.PressAsync(desk["run-start"]);
        await Assertions.Expect(desk["run-result"]).ToHaveAttributeAsync("data-adopted", "true");
        await hands.PressAsync(desk["run-close"]);
        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(order).ShouldBe(other);

        await hands.PressAsync(desk["compare-link"]);
        await hands.ChooseAsync(desk["compare-left"], Text(locked.Version));
        await Assertions.Expect(desk["compare-figures"].Locator("thead")).ToContainTextAsync(Text(locked.Version));
        await Spoken.ShouldBeInAsync(desk["compare-figures"].Locator("tbody th"), locale);
        await desk.ShouldFitAsync();
        await hands.PressAsync(desk["adopt-left"]);
        await Assertions.Expect(desk["compare-adopted"]).ToHaveAttributeAsync("data-version", Text(plan.Version + 1));
        plan = new DayPlan(await board.WorkingAsync());
        plan.Origin.ShouldBe("Adopted");
        foreach (var each in locked.Vehicles)
            plan.StopsOf(each).ShouldBe(locked.StopsOf(each));
        await hands.PressAsync(desk["compare-back"]);
        await Assertions.Expect(board.Section).ToBeVisibleAsync();
        return plan;
    }

    private static Task PublishAsync(Visitor desk, IHands hands, DayBoard board, DayPlan plan) => board.PublishAsync(async () =>
    {
        await hands.PressAsync(board.Section.GetByTestId("publish-button"));
        if (plan.HasBreaches)
            await hands.PressAsync(desk["publish-confirm"]);
    });

    private async Task SignAsync(Visitor desk, IHands hands, DayBoard board, DayPlan plan, string vehicle, string locale)
    {
        await hands.PressAsync(desk["nav-dispatch-orders"]);
        await hands.PressAsync(desk.Find("order-row", "data-vehicle", vehicle));
        await Assertions.Expect(desk["order-detail"].GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(await PlateAsync(desk, vehicle));
        foreach (var role in (string[])["Driver", "Warehouse"])
        {
            await Spoken.ShouldBeInAsync(desk[$"sign-{role}"], locale);
            await hands.WriteAsync(desk["signer-name"], $"王 {role}");
            await hands.PressAsync(desk[$"sign-{role}"]);
            await Assertions.Expect(desk[$"sign-{role}"]).ToHaveCountAsync(0);
        }

        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Signed");
        var order = (await OrderAsync(desk, board, vehicle)).GetProperty("order");
        order.GetProperty("planVersion").GetInt32().ShouldBe(plan.Version);
        order.GetProperty("signatures").EnumerateArray().Select(each => each.GetProperty("role").GetString()).ShouldBe(["Driver", "Warehouse"]);
    }

    /// <summary>The driver leaves and hands over; the dispatcher sees it as it goes.</summary>
    private async Task DriveAsync(Visitor desk, IHands hands, DayBoard board, string vehicle, string locale)
    {
        await hands.PressAsync(desk["driver-link"]);
        var link = await desk["driver-link-address"].InputValueAsync();
        await using var visitor = await demo.ArriveAsync(VisitorLook.Phone.In(locale));
        await visitor.GoAsync(link);
        var phone = new DriverPhone(visitor);
        await phone.DepartAsync();
        await Spoken.ShouldBeInAsync(visitor["next-stop"].GetByRole(AriaRole.Button), locale);
        var terminals = await phone.TerminalsAsync();
        await phone.HandOverAsync(terminals[0]);

        await hands.PressAsync(desk["driver-link-dialog"].GetByRole(AriaRole.Button));
        await hands.PressAsync(desk["nav-following"]);
        var followed = desk.Find("following-vehicle", "data-vehicle", vehicle);
        await hands.PressAsync(followed.Locator(".vehicle-main"));
        var stops = desk["stop-etas"].Locator("tbody tr");
        await Assertions.Expect(stops).ToHaveCountAsync(terminals.Length);
        await desk.ShouldFitAsync();
        await Spoken.ShouldBeInAsync(desk["stop-etas"].Locator("tbody td:nth-child(2)"), locale);
        // The stop that is done says something else than the others.
        await Assertions.Expect(stops.First.Locator("td").Nth(1)).Not.ToHaveTextAsync(await stops.Last.Locator("td").Nth(1).InnerTextAsync());
        var route = (await desk.AskAsync($"/api/regions/{demo.Region}/following?date={board.Date}")).GetProperty("distributors").EnumerateArray()
            .SelectMany(each => each.GetProperty("routes").EnumerateArray()).Single(each => each.GetProperty("vehicle").GetString() == vehicle);
        route.GetProperty("tripsDeparted").GetInt32().ShouldBe(1);
        route.GetProperty("stops").EnumerateArray().Count(stop => stop.GetProperty("state").GetString() == "Done").ShouldBe(1);

        await phone.HandOverRestAsync();
        await visitor.Page.ReloadAsync();
        await phone.ReturnAsync("31.5");
        visitor.ShouldBeQuiet();
    }

    private async Task CloseAsync(Visitor desk, IHands hands, DayBoard board, string vehicle)
    {
        await hands.PressAsync(desk["nav-dispatch-orders"]);
        await hands.PressAsync(desk.Find("order-row", "data-vehicle", vehicle));
        await hands.PressAsync(desk["close-order"]);
        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Closed");
        var record = await OrderAsync(desk, board, vehicle);
        record.GetProperty("order").GetProperty("status").GetString().ShouldBe("Closed");
        record.GetProperty("outcome").GetProperty("driven").GetInt32().ShouldBe(31_500);
        record.GetProperty("outcome").GetProperty("stopsOpen").GetInt32().ShouldBe(0);
        foreach (var goods in record.GetProperty("outcome").GetProperty("goods").EnumerateArray())
            goods.GetProperty("delivered").GetInt32().ShouldBe(goods.GetProperty("loaded").GetInt32());
    }

    private Task<JsonElement> OrderAsync(Visitor desk, DayBoard board, string vehicle) => desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders/{vehicle}/{board.Date}");

    private async Task<string> PlateAsync(Visitor desk, string vehicle) =>
        (await desk.AskAsync($"/api/regions/{demo.Region}")).GetProperty("vehicles").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == vehicle).GetProperty("plate").GetString()!;

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
