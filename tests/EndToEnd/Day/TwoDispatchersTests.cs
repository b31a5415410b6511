using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(MorningGroup.Name)]
public sealed class TwoDispatchersTests(DemoTerritory demo)
{
    private const string ThisDocument = "() => { window.sameDocument = true; }";

    // Expected values: the rule of decision 8: an edit names the version that it was made on, and an undo is refused where somebody else has changed the plan since.
    [Fact]
    public async Task Changes_OfOneDispatcher_AreSeenByTheOtherAndNeverOverwritten()
    {
        await using var first = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var colleague = Person.Named("郑晓");
        var link = await Inviting.DispatcherAsync(first, colleague, "D2");
        await using var second = await demo.ArriveAsync(VisitorLook.WideDesk);
        await Joining.AcceptAsync(second, link, colleague);
        var (mine, theirs) = (new DayBoard(demo, first, "D2"), new DayBoard(demo, second, "D2"));
        await mine.OpenAsync();
        await first["date-next"].ClickAsync();
        await mine.ShowsNextDayAsync();
        await mine.TakeOrdersAsync();
        var version = await mine.WorkingVersionAsync();
        await mine.Section.GetByTestId("plan-button").ClickAsync();
        var plan = await mine.ProposedAsync(version);
        await theirs.OpenAsync();
        await second["date-next"].ClickAsync();
        await theirs.ShowsNextDayAsync();
        await second.Page.EvaluateAsync(ThisDocument);

        var vehicle = plan.Vehicles.MaxBy(each => plan.StopsOf(each).Count)!;
        var (locked, moved) = (plan.StopsOf(vehicle)[0], plan.StopsOf(vehicle)[^1]);
        var other = await mine.OtherVehicleAsync(plan, moved);
        foreach (var board in (DayBoard[])[mine, theirs])
        {
            await board.RouteHead(vehicle).ClickAsync();
            await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(plan.Version));
        }

        // One locks a stop and moves another; the other sees both where they are.
        await mine.Stop(locked).ClickAsync();
        await first.Page.Keyboard.PressAsync("l");
        plan = await theirs.NextAsync(plan.Version);
        await Assertions.Expect(theirs.Stop(locked)).ToHaveAttributeAsync("data-lock", "Optimizer");

        await mine.Stop(moved).ClickAsync();
        await MoveAsync(first, other);
        plan = await theirs.NextAsync(plan.Version);
        plan.VehicleOf(moved).ShouldBe(other);
        await Assertions.Expect(theirs.Route(vehicle).Locator($"[data-order='{moved}']")).ToHaveCountAsync(0);
        (await second.Page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue();

        // The other one does not hear of the next change before acting on the version that it changes.
        var held = plan.StopsOf(vehicle).First(order => order != locked);
        var day = new Regex($"{Regex.Escape(theirs.Path)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        await theirs.Stop(held).ClickAsync();
        await second.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(second["hold-dialog"].GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        var isRefused = false;
        second.Page.Response += (_, response) => isRefused |= response.Status == 409;
        await second.Page.RouteAsync(day, route => isRefused ? route.ContinueAsync() : route.AbortAsync());
        await mine.Stop(moved).ClickAsync();
        await first.Page.Keyboard.PressAsync("l");
        plan = await mine.NextAsync(plan.Version);
        await second["apply-edit"].ClickAsync();
        await Assertions.Expect(second["conflict-dialog"]).ToContainTextAsync(Person.Administrator.Name);
        new DayPlan(await theirs.WorkingAsync()).Held.ShouldNotContain(held);

        // Nothing of what they wanted is lost: it is made again on what is now.
        await second["conflict-again"].ClickAsync();
        await Assertions.Expect(second["conflict-dialog"]).ToHaveCountAsync(0);
        plan = await mine.NextAsync(plan.Version);
        plan.Held.ShouldContain(held);
        plan.Locked.ShouldBe([locked, moved], ignoreOrder: true);

        // What came before a change of the other cannot be taken back any more.
        await Assertions.Expect(first["undo-button"]).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(first["undo-button"]).ToHaveAttributeAsync("title", new Regex(colleague.Name, RegexOptions.None, TimeSpan.FromSeconds(1)));
        var (status, refusal) = await first.TellAsync($"{mine.Path}/undo", new { commandId = Guid.NewGuid(), baseVersion = plan.Version });
        status.ShouldBe(409);
        refusal.GetProperty("code").GetString().ShouldBe("undo.changed-since");
        await second["undo-button"].ClickAsync();
        plan = await mine.NextAsync(plan.Version);
        plan.Held.ShouldNotContain(held);
        first.ShouldBeQuiet();
    }

    private static async Task MoveAsync(Visitor dispatcher, string vehicle)
    {
        await dispatcher.Page.Keyboard.PressAsync("m");
        await dispatcher.Find("move-vehicle", "data-vehicle", vehicle).ClickAsync();
        await Assertions.Expect(dispatcher["move-dialog"].GetByTestId("preview")).ToHaveAttributeAsync("data-state", "exact");
        await dispatcher["apply-edit"].ClickAsync();
        await Assertions.Expect(dispatcher["move-dialog"]).ToHaveCountAsync(0);
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
