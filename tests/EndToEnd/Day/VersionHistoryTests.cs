using System.Globalization;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Hands;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(DemoGroup.Name)]
public sealed class VersionHistoryTests(DemoTerritory demo)
{
    // Expected values: the server's history and working plan after each step.
    [Fact]
    public async Task Versions_KeyboardOnly_AreLookedAtNamedAndAdopted()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var keys = new Keyboard(desk);
        var board = new DayBoard(demo, desk, "D1");
        await board.OpenAsync();
        await keys.PressAsync(desk["date-next"]);
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var version = await board.WorkingVersionAsync();
        await keys.PressAsync(board.Section.GetByTestId("plan-button"));
        var first = await board.ProposedAsync(version);
        var (status, answer) = await desk.TellAsync($"{board.Path}/edits", new
        {
            commandId = Guid.NewGuid(),
            baseVersion = first.Version,
            edits = new object[] { new { kind = "hold-stops", stops = new[] { first.StopsOf(first.Vehicles[0])[0] }, reason = "OutletClosed", note = (string?)null } },
        });
        status.ShouldBe(200, answer.ToString());
        await keys.PressAsync(board.RouteHead(first.Vehicles[0]));
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(first.Version + 1));

        await keys.PressAsync(desk["versions-button"]);
        var item = desk.Find("version-item", "data-version", Text(first.Version));
        await keys.PressAsync(item.GetByTestId("version-look"));
        await Assertions.Expect(item.GetByTestId("version-contents").Locator("tbody tr")).ToHaveCountAsync(first.Vehicles.Count);
        await keys.PressAsync(item.GetByTestId("version-rename"));
        await keys.WriteAsync(item.GetByTestId("version-name"), "雨天方案");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(item).ToHaveAttributeAsync("data-name", "雨天方案");
        (await NameAsync(desk, board, first.Version)).ShouldBe("雨天方案");

        // Another version may not have the same name, and the sheet says which one has it; the browser notes the refusal in its console.
        desk.ShouldBeQuiet();
        var other = desk.Find("version-item", "data-version", Text(first.Version + 1));
        await keys.PressAsync(other.GetByTestId("version-rename"));
        await keys.WriteAsync(other.GetByTestId("version-name"), "雨天方案");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.GetByTestId("version-name-problem")).ToContainTextAsync(Text(first.Version));
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk["versions-dialog"]).ToBeVisibleAsync();

        await keys.PressAsync(item.GetByTestId("version-adopt"));
        await keys.PressAsync(item.GetByTestId("version-adopt-now"));
        var adopted = await board.NextAsync(first.Version + 1);
        adopted.Origin.ShouldBe("Adopted");
        foreach (var vehicle in first.Vehicles)
            adopted.StopsOf(vehicle).ShouldBe(first.StopsOf(vehicle));
    }

    private static async Task<string?> NameAsync(Visitor desk, DayBoard board, int version) =>
        (await desk.AskAsync($"{board.Path}/versions")).EnumerateArray().Single(each => each.GetProperty("version").GetInt32() == version).GetProperty("name").GetString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
