using System.Globalization;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
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
        await keys.PressOnAsync(desk["date-next"]);
        await board.ShowsNextDayAsync();
        await board.TakeOrdersAsync();
        var version = await board.WorkingVersionAsync();
        await keys.PressOnAsync(board.Section.GetByTestId("plan-button"));
        var first = await board.ProposedAsync(version);
        var (status, answer) = await desk.TellAsync($"{board.Path}/edits", new
        {
            commandId = Guid.NewGuid(),
            baseVersion = first.Version,
            edits = new object[] { new { kind = "hold-stops", stops = new[] { first.StopsOf(first.Vehicles[0])[0] }, reason = "OutletClosed", note = (string?)null } },
        });
        status.ShouldBe(200, answer.ToString());
        await keys.PressOnAsync(board.RouteHead(first.Vehicles[0]));
        await Assertions.Expect(board.Version).ToHaveAttributeAsync("data-version", Text(first.Version + 1));

        await keys.PressOnAsync(desk["versions-button"]);
        var item = desk.Find("version-item", "data-version", Text(first.Version));
        await keys.PressOnAsync(item.GetByTestId("version-look"));
        await Assertions.Expect(item.GetByTestId("version-contents").Locator("tbody tr")).ToHaveCountAsync(first.Vehicles.Count);
        await keys.PressOnAsync(item.GetByTestId("version-rename"));
        await keys.GoToAsync(item.GetByTestId("version-name"));
        await keys.TypeAsync("雨天方案");
        await keys.PressAsync("Enter");
        await Assertions.Expect(item).ToHaveAttributeAsync("data-name", "雨天方案");
        (await NameAsync(desk, board, first.Version)).ShouldBe("雨天方案");

        // Another version may not have the same name, and the sheet says which one has it; the browser notes the refusal in its console.
        desk.ShouldBeQuiet();
        var other = desk.Find("version-item", "data-version", Text(first.Version + 1));
        await keys.PressOnAsync(other.GetByTestId("version-rename"));
        await keys.GoToAsync(other.GetByTestId("version-name"));
        await keys.TypeAsync("雨天方案");
        await keys.PressAsync("Enter");
        await Assertions.Expect(other.GetByTestId("version-name-problem")).ToContainTextAsync(Text(first.Version));
        await keys.PressAsync("Escape");
        await Assertions.Expect(desk["versions-dialog"]).ToBeVisibleAsync();

        await keys.PressOnAsync(item.GetByTestId("version-adopt"));
        await keys.PressOnAsync(item.GetByTestId("version-adopt-now"));
        var adopted = await board.NextAsync(first.Version + 1);
        adopted.Origin.ShouldBe("Adopted");
        foreach (var vehicle in first.Vehicles)
            adopted.StopsOf(vehicle).ShouldBe(first.StopsOf(vehicle));
    }

    private static async Task<string?> NameAsync(Visitor desk, DayBoard board, int version) =>
        (await desk.AskAsync($"{board.Path}/versions")).EnumerateArray().Single(each => each.GetProperty("version").GetInt32() == version).GetProperty("name").GetString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
