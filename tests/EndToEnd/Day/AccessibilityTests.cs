using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Day;

// Expected values: the rules of axe-core, which follow WCAG.
[Collection(DemoGroup.Name)]
public sealed class AccessibilityTests(DemoTerritory demo)
{
    [Fact]
    public async Task Desk_EachPageOfTheDay_HasNoSeriousViolation()
    {
        await using var desk = await demo.AdministratorAsync(VisitorLook.WideDesk);
        await desk.GoAsync("/");
        await MarketClock.PauseAsync(desk);
        await desk["date-today"].ClickAsync();
        await desk["route-item"].First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(desk["stop-item"].First).ToBeVisibleAsync();
        await Assertions.Expect(desk["version-chip"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "board");
        await desk["stop-menu"].First.ClickAsync();
        await Assertions.Expect(desk["board-menu"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "menu");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk["reoptimise-button"].ClickAsync();
        await Assertions.Expect(desk["reoptimise-dialog"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "sheet");

        var date = await desk["plan-date"].InputValueAsync();
        await desk.GoAsync("/following");
        await Assertions.Expect(desk["late-risks"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "following");
        await desk.GoAsync("/dispatch-orders");
        await Assertions.Expect(desk["order-detail"]).ToBeVisibleAsync();
        await Assertions.Expect(desk["order-stops"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "dispatch orders");
        await desk.GoAsync($"/compare/D1/{date}");
        await Assertions.Expect(desk["compare-figures"]).ToBeVisibleAsync();
        await ShouldBeUsableAsync(desk, "compare");
        desk.ShouldBeQuiet();
    }

    [Fact]
    public async Task Driver_PageOfTheDay_HasNoSeriousViolation()
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
        await ShouldBeUsableAsync(phone, "driver");
        phone.ShouldBeQuiet();
    }

    private static async Task ShouldBeUsableAsync(Visitor visitor, string page) => (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty(page);
}
