using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(DemoGroup.Name)]
public sealed class KeyboardDayTests(DemoTerritory demo)
{
    // Expected values: the server's working plan after each change, which is a version of its own, and the order of dispatch that it issues.
    [Fact]
    public async Task Day_KeyboardOnly_IsPlannedChangedPublishedAndSigned()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var keys = new Keyboard(desk);
        var board = new DayBoard(demo, desk, "D2");
        await board.OpenAsync();
        await keys.PressOnAsync(desk["date-next"]);
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var version = await board.WorkingVersionAsync();
        await keys.PressOnAsync(board.Section.GetByTestId("plan-button"));
        var plan = await board.ProposedAsync(version);

        var vehicle = plan.Vehicles[0];
        var order = plan.StopsOf(vehicle)[0];
        await keys.PressOnAsync(board.RouteHead(vehicle));
        await keys.PressOnAsync(board.Stop(order));
        plan = await MoveAsync(desk, keys, board, plan, order);
        plan.VehicleOf(order).ShouldNotBeNull();
        plan.VehicleOf(order).ShouldNotBe(vehicle);

        // The stop stays chosen where it is now.
        await keys.PressAsync("l");
        plan = await board.NextAsync(plan.Version);
        plan.Locked.ShouldContain(order);
        await Assertions.Expect(board.Stop(order)).ToHaveAttributeAsync("data-lock", "Optimizer");

        var held = plan.StopsOf(vehicle)[0];
        await keys.PressOnAsync(board.RouteHead(vehicle));
        await keys.PressOnAsync(board.Stop(held));
        await keys.PressAsync("t");
        await Assertions.Expect(desk["hold-dialog"].GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        await keys.PressOnAsync(desk["apply-edit"]);
        plan = await board.NextAsync(plan.Version);
        plan.Held.ShouldContain(held);
        plan.VehicleOf(held).ShouldBeNull();
        await Assertions.Expect(desk.Find("unserved-item", "data-order", held)).ToBeVisibleAsync();

        await keys.PressAsync("Control+z");
        plan = await board.NextAsync(plan.Version);
        plan.Origin.ShouldBe("Undone");
        plan.VehicleOf(held).ShouldNotBeNull();
        plan.Locked.ShouldContain(order);

        var lockedTo = plan.VehicleOf(order);
        await keys.PressAsync("Escape");
        await keys.PressAsync("r");
        await keys.GoToAsync(desk["run-seconds"]);
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("2");
        await keys.PressOnAsync(desk["run-start"]);
        await Assertions.Expect(desk["run-result"]).ToHaveAttributeAsync("data-adopted", "true");
        await keys.PressOnAsync(desk["run-close"]);
        plan = await board.NextAsync(plan.Version);
        plan.VehicleOf(order).ShouldBe(lockedTo);

        await board.PublishAsync(async () =>
        {
            await keys.PressOnAsync(board.Section.GetByTestId("publish-button"));
            if (plan.HasBreaches)
                await keys.PressOnAsync(desk["publish-confirm"]);
        });

        // The address of a vehicle's order is what the code on its paper holds.
        await desk.GoAsync($"/dispatch-orders/{board.Date}/{lockedTo}");
        foreach (var role in (string[])["Driver", "Warehouse"])
        {
            await keys.GoToAsync(desk["signer-name"]);
            await keys.PressAsync("Control+a");
            await keys.TypeAsync($"王{role}");
            await keys.PressOnAsync(desk[$"sign-{role}"]);
            await Assertions.Expect(desk[$"sign-{role}"]).ToHaveCountAsync(0);
        }

        await Assertions.Expect(desk["order-detail"].GetByTestId("order-status")).ToHaveAttributeAsync("data-status", "Signed");
        var signed = (await desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders/{lockedTo}/{board.Date}")).GetProperty("order");
        signed.GetProperty("planVersion").GetInt32().ShouldBe(plan.Version);
        signed.GetProperty("signatures").EnumerateArray().Select(each => each.GetProperty("role").GetString()).ShouldBe(["Driver", "Warehouse"]);
        desk.ShouldBeQuiet();
    }

    /// <summary>Moves the chosen stop to the next vehicle that the sheet offers a place on.</summary>
    private static async Task<DayPlan> MoveAsync(Visitor desk, Keyboard keys, DayBoard board, DayPlan plan, string order)
    {
        await keys.PressAsync("m");
        var sheet = desk["move-dialog"];
        await Assertions.Expect(sheet.Locator(".option-figures").First).ToBeVisibleAsync();
        var now = desk.Find("move-vehicle", "data-vehicle", plan.VehicleOf(order)!).Locator("input");
        await Assertions.Expect(now).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(now).Not.ToBeCheckedAsync();
        await Assertions.Expect(sheet.GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        await keys.PressAsync("Enter");
        await Assertions.Expect(sheet).ToHaveCountAsync(0);
        return await board.NextAsync(plan.Version);
    }
}
