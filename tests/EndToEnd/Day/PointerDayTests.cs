using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(DemoGroup.Name)]
public sealed class PointerDayTests(DemoTerritory demo)
{
    private const int DragSteps = 8;

    // Expected values: the server's working plan after each change, which is a version of its own, and the order of dispatch that it issues.
    [Fact]
    public async Task Day_PointerOnly_IsPlannedDraggedPublishedAndSigned()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk.In("en-GB"));
        var board = new DayBoard(demo, desk, "D3");
        await board.OpenAsync();
        await desk["language-en"].ClickAsync();
        await desk["date-next"].ClickAsync();
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var version = await board.WorkingVersionAsync();
        await board.Section.GetByTestId("plan-button").ClickAsync();
        var plan = await board.ProposedAsync(version);

        // The vehicles without work stand below the last stop of the last route.
        var open = plan.Vehicles[^1];
        var dragged = plan.StopsOf(open)[^1];
        var other = await board.OtherVehicleAsync(plan, dragged);
        await board.RouteHead(open).ClickAsync();
        await board.Stop(dragged).ScrollIntoViewIfNeededAsync();
        await board.Place(other).ScrollIntoViewIfNeededAsync();
        plan = await DragAsync(desk, board, plan, dragged, board.Place(other));
        plan.VehicleOf(dragged).ShouldBe(other);

        // The same by the menu, back to the vehicle that it came from.
        await board.RouteHead(other).ClickAsync();
        await ChooseAsync(desk, board.Stop(dragged), "move");
        await desk.Find("move-vehicle", "data-vehicle", open).ClickAsync();
        await Assertions.Expect(desk["move-dialog"].GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        await desk["apply-edit"].ClickAsync();
        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(dragged).ShouldBe(open);

        await board.RouteHead(open).ClickAsync();
        await ChooseAsync(desk, board.Stop(dragged), "lock");
        plan = await board.NextAsync(plan.Version);
        plan.Locked.ShouldContain(dragged);
        await Assertions.Expect(board.Stop(dragged)).ToHaveAttributeAsync("data-lock", "Optimizer");

        var held = plan.StopsOf(open).First(order => order != dragged);
        await ChooseAsync(desk, board.Stop(held), "tray");
        await desk["hold-reason"].SelectOptionAsync("OutletClosed");
        await Assertions.Expect(desk["hold-dialog"].GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        await desk["apply-edit"].ClickAsync();
        plan = await board.NextAsync(plan.Version);
        plan.Held.ShouldContain(held);
        await Assertions.Expect(desk.Find("unserved-item", "data-order", held)).ToHaveAttributeAsync("data-held", "OutletClosed");

        await desk["undo-button"].ClickAsync();
        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(held).ShouldBe(open);
        await desk["redo-button"].ClickAsync();
        plan = await board.NextAsync(plan.Version);
        plan.Held.ShouldContain(held);

        await desk["reoptimise-button"].ClickAsync();
        await desk["run-seconds"].FillAsync("2");
        await desk["run-start"].ClickAsync();
        await Assertions.Expect(desk["run-result"]).ToHaveAttributeAsync("data-adopted", "true");
        await desk["run-close"].ClickAsync();
        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(dragged).ShouldBe(open);
        plan.Held.ShouldContain(held);

        await board.PublishAsync(async () =>
        {
            await board.Section.GetByTestId("publish-button").ClickAsync();
            if (plan.HasBreaches)
                await desk["publish-confirm"].ClickAsync();
        });

        await desk["nav-dispatch-orders"].ClickAsync();
        // The browser's own calendar opens outside the page.
        await desk["orders-date"].FillAsync(board.Date);
        await desk.Find("order-row", "data-vehicle", open).ClickAsync();
        await Assertions.Expect(desk["order-detail"].GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(await PlateAsync(desk, open));
        foreach (var role in (string[])["Driver", "Warehouse"])
        {
            await desk["signer-name"].FillAsync($"Wang {role}");
            await desk[$"sign-{role}"].ClickAsync();
            await Assertions.Expect(desk[$"sign-{role}"]).ToHaveCountAsync(0);
        }

        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Signed");
        var signed = (await desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders/{open}/{board.Date}")).GetProperty("order");
        signed.GetProperty("planVersion").GetInt32().ShouldBe(plan.Version);
        signed.GetProperty("signatures").GetArrayLength().ShouldBe(2);
        desk.ShouldBeQuiet();
    }

    /// <summary>Drags a stop; what the drop would do stands beside the pointer before it is let go, and nothing has changed until then.</summary>
    private static async Task<DayPlan> DragAsync(Visitor desk, DayBoard board, DayPlan plan, string order, ILocator target)
    {
        var mouse = desk.Page.Mouse;
        var from = await MiddleAsync(board.Stop(order));
        await mouse.MoveAsync(from.X, from.Y);
        await mouse.DownAsync();
        await mouse.MoveAsync(from.X, from.Y - 10);
        await Assertions.Expect(desk["ghost"]).ToBeVisibleAsync();
        // A drag makes room for new trips in the list, so that one aims only now.
        var to = await MiddleAsync(target);
        await mouse.MoveAsync(to.X, to.Y, new MouseMoveOptions { Steps = DragSteps });
        await Assertions.Expect(desk["ghost"]).ToHaveAttributeAsync("data-state", "exact");
        await Assertions.Expect(desk["ghost"].GetByTestId("change")).ToBeVisibleAsync();
        (await board.WorkingVersionAsync()).ShouldBe(plan.Version);
        await mouse.UpAsync();
        await Assertions.Expect(desk["ghost"]).ToHaveCountAsync(0);
        return await board.NextAsync(plan.Version);
    }

    private static async Task ChooseAsync(Visitor desk, ILocator stop, string action)
    {
        await stop.Locator("xpath=..").GetByTestId("stop-menu").ClickAsync();
        await desk[$"action-{action}"].ClickAsync();
    }

    private static async Task<(float X, float Y)> MiddleAsync(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private async Task<string> PlateAsync(Visitor desk, string vehicle) =>
        (await desk.AskAsync($"/api/regions/{demo.Region}")).GetProperty("vehicles").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == vehicle).GetProperty("plate").GetString()!;
}
