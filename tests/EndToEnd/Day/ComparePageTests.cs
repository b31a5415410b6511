using System.Globalization;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(MorningGroup.Name)]
public sealed class ComparePageTests(DemoTerritory demo)
{
    // Expected values: the two versions as the server has them, subtracted here; of every figure on the page less is better.
    [Fact]
    public async Task Compare_TwoVersions_ShowsTheirDifferenceAndAdoptsTheOther()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var board = new DayBoard(demo, desk, "D3");
        await board.OpenAsync();
        await desk["date-next"].ClickAsync();
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var version = await board.WorkingVersionAsync();
        await board.Section.GetByTestId("plan-button").ClickAsync();
        var left = await board.ProposedAsync(version);
        var vehicle = left.Vehicles.MaxBy(each => left.StopsOf(each).Count())!;
        var (status, answer) = await desk.TellAsync($"{board.Path}/edits", new
        {
            commandId = Guid.NewGuid(),
            baseVersion = left.Version,
            edits = new object[] { new { kind = "hold-stops", stops = left.StopsOf(vehicle).Skip(1), reason = "OutletClosed", note = (string?)null } },
        });
        status.ShouldBe(200, answer.ToString());
        var right = new DayPlan(answer);
        // Of the fullest route only its first stop is left, so that the way is another one.
        right.Distance.ShouldBeLessThan(left.Distance);

        await board.RouteHead(vehicle).ClickAsync();
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(right.Version));
        await desk["compare-link"].ClickAsync();
        await desk["compare-left"].SelectOptionAsync(Text(left.Version));
        await desk["compare-right"].SelectOptionAsync(Text(right.Version));
        await Assertions.Expect(desk["compare-figures"].Locator("thead")).ToContainTextAsync(Text(left.Version));

        await ShouldShowAsync("unserved", Text(left.Unserved), Text(right.Unserved), "worse");
        await ShouldShowAsync("vehicles", Text(left.Vehicles.Count), Text(right.Vehicles.Count), left.Vehicles.Count == right.Vehicles.Count ? "same" : "better");
        await ShouldShowAsync("distance", Kilometers(left), Kilometers(right), "better");

        await desk["adopt-left"].ClickAsync();
        await Assertions.Expect(desk["compare-adopted"]).ToHaveAttributeAsync("data-version", Text(right.Version + 1));
        var adopted = new DayPlan(await board.WorkingAsync());
        adopted.Origin.ShouldBe("Adopted");
        adopted.Held.ShouldBe(left.Held);
        adopted.Vehicles.ShouldBe(left.Vehicles, ignoreOrder: true);
        foreach (var each in left.Vehicles)
            adopted.StopsOf(each).ShouldBe(left.StopsOf(each));
        desk.ShouldBeQuiet();

        async Task ShouldShowAsync(string figure, string before, string after, string verdict)
        {
            var row = desk.Find("compare-figure", "data-figure", figure);
            await Assertions.Expect(row).ToHaveAttributeAsync("data-verdict", verdict);
            await Assertions.Expect(row.Locator("td").Nth(0)).ToContainTextAsync(before);
            await Assertions.Expect(row.Locator("td").Nth(1)).ToContainTextAsync(after);
        }
    }

    // The page keeps the two versions it opens with in its address, and nothing that the person has chosen by then may be lost to that.
    [Fact]
    public async Task Compare_VersionChosenAsThePageOpens_IsTheOneCompared()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var board = new DayBoard(demo, desk, "D2");
        await board.OpenAsync();
        await desk["date-next"].ClickAsync();
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var before = await board.WorkingVersionAsync();
        await board.Section.GetByTestId("plan-button").ClickAsync();
        var plan = await board.ProposedAsync(before);
        var first = plan.Version;
        foreach (var order in plan.StopsOf(plan.Vehicles[0]).Take(2).ToList())
            plan = await board.EditAsync(plan, new { kind = "hold-stops", stops = new[] { order }, reason = "OutletClosed", note = (string?)null });

        await desk.Page.AddInitScriptAsync($$"""
            new MutationObserver((_, observer) => {
              const list = document.querySelector("[data-testid='compare-left']");
              if (list === null) return;
              observer.disconnect();
              list.value = '{{Text(first)}}';
              list.dispatchEvent(new Event('change', { bubbles: true }));
            }).observe(document, { childList: true, subtree: true });
            """);
        await desk.GoAsync($"/compare/D2/{board.Date}");
        await Assertions.Expect(desk["compare-figures"].Locator("thead")).ToContainTextAsync(Text(first));
        await Assertions.Expect(desk["compare-left"]).ToHaveValueAsync(Text(first));
        await Assertions.Expect(desk["compare-right"]).ToHaveValueAsync(Text(plan.Version));
        desk.ShouldBeQuiet();
    }

    private static string Kilometers(DayPlan plan) => (plan.Distance / 1000).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
