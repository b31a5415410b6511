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

    private static string Kilometers(DayPlan plan) => (plan.Distance / 1000).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
