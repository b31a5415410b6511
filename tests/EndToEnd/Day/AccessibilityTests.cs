using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

// Expected values: the rules of axe-core, which follow WCAG.
[Collection(MorningGroup.Name)]
public sealed class AccessibilityTests(DemoTerritory demo)
{
    private readonly List<string> found = [];

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Desk_EachPageOfTheDayInBothLanguages_HasNoSeriousViolation(int width)
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk with { Width = width });
        await desk.GoAsync("/");
        await MarketClock.PauseAsync(desk);
        await desk["date-today"].ClickAsync();
        await desk["route-item"].First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(desk["stop-item"].First).ToBeVisibleAsync();
        await Assertions.Expect(desk["version-chip"]).ToBeVisibleAsync();
        await LookAsync(desk, "board");
        await desk["stop-menu"].First.ClickAsync();
        await Assertions.Expect(desk["board-menu"]).ToBeVisibleAsync();
        await LookAsync(desk, "menu", "zh");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk["reoptimise-button"].ClickAsync();
        await Assertions.Expect(desk["reoptimise-dialog"]).ToBeVisibleAsync();
        await LookAsync(desk, "sheet", "zh");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk["versions-button"].ClickAsync();
        await Assertions.Expect(desk["version-item"].First).ToBeVisibleAsync();
        await LookAsync(desk, "versions", "zh");

        var date = await desk["plan-date"].InputValueAsync();
        await desk.GoAsync("/following");
        await Assertions.Expect(desk["late-risks"]).ToBeVisibleAsync();
        await LookAsync(desk, "following");
        await desk.GoAsync("/dispatch-orders");
        await Assertions.Expect(desk["order-detail"]).ToBeVisibleAsync();
        await Assertions.Expect(desk["order-stops"]).ToBeVisibleAsync();
        await LookAsync(desk, "dispatch orders");
        await desk.GoAsync($"/compare/D1/{date}");
        await Assertions.Expect(desk["compare-figures"]).ToBeVisibleAsync();
        await LookAsync(desk, "compare");
        await desk.GoAsync("/lessons");
        await Assertions.Expect(desk["lessons-page"]).ToBeVisibleAsync();
        await LookAsync(desk, "lessons");
        await desk.GoAsync("/schedule");
        await Assertions.Expect(desk["schedule-form"]).ToBeVisibleAsync();
        await LookAsync(desk, "schedule");
        found.ShouldBeEmpty();
        desk.ShouldBeQuiet();
    }

    [Fact]
    public async Task Driver_PageOfTheDayInBothLanguages_HasNoSeriousViolation()
    {
        await using var desk = await demo.AdministratorAsync();
        var orders = (await desk.AskAsync($"/api/regions/{demo.Region}/dispatch-orders")).EnumerateArray().ToList();
        var order = orders.First(each => each.GetProperty("status").GetString() == "Issued");
        var (vehicle, date) = (order.GetProperty("vehicle").GetString(), order.GetProperty("date").GetString());
        var (status, made) = await desk.TellAsync($"/api/regions/{demo.Region}/dispatch-orders/{vehicle}/{date}/link", new { });
        status.ShouldBe(200);
        await using var phone = await demo.ArriveAsync(VisitorLook.Phone);
        await phone.GoAsync(made.GetProperty("link").GetString()!);
        await Assertions.Expect(phone["driver-day"]).ToBeVisibleAsync();
        await phone["driver-stop"].Last.ClickAsync();
        await Assertions.Expect(phone["drop-card"]).ToBeVisibleAsync();
        await LookAsync(phone, "driver");
        found.ShouldBeEmpty();
        phone.ShouldBeQuiet();
    }

    /// <summary>What lies over the page, such as a menu, keeps the switch of languages out of reach, and is asked in one.</summary>
    private async Task LookAsync(Visitor visitor, string page, params string[] languages)
    {
        foreach (var language in languages is [] ? ["en", "zh"] : languages)
        {
            if (languages is [])
            {
                await visitor[$"language-{language}"].ClickAsync();
                await Assertions.Expect(visitor[$"language-{language}"]).ToHaveAttributeAsync("aria-pressed", "true");
            }

            found.AddRange((await Axe.SeriousViolationsAsync(visitor.Page)).Select(violation => $"{page}, {language}: {violation}"));
        }
    }
}
