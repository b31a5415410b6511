using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

[Collection(MorningGroup.Name)]
public sealed class EveningCloseTests(DemoTerritory demo)
{
    // Expected values: the orders of the day's published plan less those whose stops are done; all of them are in tomorrow's plan.
    [Theory]
    [InlineData("zh-CN", "D1")]
    [InlineData("en-GB", "D2")]
    public async Task Day_Closed_CarriesWhatWasNotDeliveredIntoTomorrow(string locale, string distributor)
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk.In(locale));
        var today = new DayBoard(demo, desk, distributor);
        await today.TodayAsync();
        var plan = new DayPlan((await desk.AskAsync(today.Path)).GetProperty("published"));
        var done = (await desk.AskAsync($"/api/regions/{demo.Region}/following?date={today.Date}")).GetProperty("distributors").EnumerateArray()
            .SelectMany(each => each.GetProperty("routes").EnumerateArray()).SelectMany(route => route.GetProperty("stops").EnumerateArray())
            .Where(stop => stop.GetProperty("state").GetString() == "Done")
            .SelectMany(stop => stop.GetProperty("orders").EnumerateArray()).Select(order => order.GetString()!).ToHashSet();
        var left = plan.All.Where(order => !done.Contains(order)).ToList();
        left.ShouldNotBeEmpty();

        await desk.GoAsync("/following");
        await desk["day-close"].Locator("summary").ClickAsync();
        var row = desk["day-close"].Locator(".close-row").Filter(new() { HasText = await NameAsync(desk, distributor) });
        await Spoken.ShouldBeInAsync(row.GetByTestId("close-day"), locale);
        await row.GetByTestId("close-day").ClickAsync();
        await row.GetByTestId("close-confirm").ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var closing = await desk.AskAsync($"/api/regions/{demo.Region}/days/{today.Date}");
        closing.GetProperty("distributors").EnumerateArray().Single(each => each.GetProperty("distributor").GetString() == distributor)
            .GetProperty("closedAt").ValueKind.ShouldBe(JsonValueKind.String);
        await Assertions.Expect(desk["day-close"].Locator(".carried-list li")).ToHaveCountAsync(closing.GetProperty("carried").GetArrayLength());
        var carried = closing.GetProperty("carried").EnumerateArray().Select(each => each.GetProperty("order").GetString()!).ToHashSet();
        carried.IsSupersetOf(left).ShouldBeTrue($"not carried: {string.Join(", ", left.Except(carried))}");
        carried.Overlaps(done).ShouldBeFalse();

        await desk.GoAsync("/");
        await desk["date-next"].ClickAsync();
        var tomorrow = new DayBoard(demo, desk, distributor);
        await tomorrow.ShowsNextDayAsync();
        var (status, answer) = await desk.TellAsync($"{tomorrow.Path}/propose", new { commandId = Guid.NewGuid(), iterations = 50 });
        status.ShouldBe(200, answer.ToString());
        new DayPlan(answer).All.ToHashSet().IsSupersetOf(left).ShouldBeTrue();
        await Assertions.Expect(tomorrow.Status).ToHaveAttributeAsync("data-status", "Proposed");
        desk.ShouldBeQuiet();
    }

    private async Task<string> NameAsync(Visitor desk, string distributor) =>
        (await desk.AskAsync($"/api/regions/{demo.Region}")).GetProperty("distributors").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == distributor).GetProperty("name").GetString()!;
}
