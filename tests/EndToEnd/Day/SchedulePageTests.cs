using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Hands;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(DemoGroup.Name)]
public sealed class SchedulePageTests(DemoTerritory demo)
{
    // Expected values: the schedule that the server gives for the run on screen.
    [Fact]
    public async Task Schedule_KeyboardOnly_IsMadeShownAndSaved()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        var keys = new Keyboard(desk);
        await desk.GoAsync("/schedule/D1");
        await keys.WriteAsync(desk["schedule-days"], "5");
        await keys.WriteAsync(desk["schedule-seconds"], "1");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk["schedule-result"]).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });

        var run = await desk["schedule-result"].GetAttributeAsync("data-run");
        var schedule = await desk.AskAsync($"/api/regions/{demo.Region}/schedules/D1/runs/{run}/schedule");
        schedule.GetProperty("days").GetInt32().ShouldBe(5);
        var outlets = schedule.GetProperty("outlets").EnumerateArray().ToList();
        await Assertions.Expect(desk["schedule-grid"]).ToHaveAttributeAsync("data-count", Text(outlets.Count));
        await desk["schedule-figure"].SelectOptionAsync("left");
        var row = desk["schedule-row"].First;
        var terminal = await row.GetAttributeAsync("data-terminal");
        var left = outlets.Single(outlet => outlet.GetProperty("terminal").GetString() == terminal).GetProperty("left").EnumerateArray().Select(cases => Text(cases.GetInt32()));
        (await row.Locator("td").AllInnerTextsAsync()).ShouldBe(left);

        var saved = await desk.Page.RunAndWaitForDownloadAsync(() => keys.PressAsync(desk["schedule-csv-stock"]));
        var lines = (await File.ReadAllTextAsync(await saved.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + (outlets.Count * 5));
        Short(schedule).ShouldBe(await desk["schedule-short-row"].CountAsync());
        (await Axe.SeriousViolationsAsync(desk.Page)).ShouldBeEmpty();
        desk.ShouldBeQuiet();
    }

    private static int Short(JsonElement schedule) =>
        schedule.GetProperty("stockOuts").EnumerateArray().Select(stockOut => stockOut.GetProperty("terminal").GetString()).Distinct().Count();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
