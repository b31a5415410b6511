using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Board;

[Collection(DemoGroup.Name)]
public sealed class TerminalPageTests(DemoTerritory demo)
{
    // Expected values: days of cover worked out here as the lowest of stock over mean daily sales among the listed products.
    [Fact]
    public async Task Terminal_OpenedFromTheList_ShowsItsStockAndTheLowestCover()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        await MarketClock.PauseAsync(visitor);
        var outlets = await visitor.AskAsync($"/api/regions/{demo.Region}/outlets");
        var chosen = outlets.GetProperty("coverDays").EnumerateArray().Index().First(cover => cover.Item.ValueKind == JsonValueKind.Number && cover.Item.GetDouble() > 1).Index;
        var terminal = outlets.GetProperty("ids")[chosen].GetString()!;
        await visitor["nav-outlets"].ClickAsync();
        await visitor["filter-text"].FillAsync(outlets.GetProperty("names")[chosen].GetString()!);
        await visitor.Find("outlet-row", "data-terminal", terminal).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(visitor["terminal-page"]).ToHaveAttributeAsync("data-terminal", terminal);

        var page = await visitor.AskAsync($"/api/regions/{demo.Region}/terminals/{Uri.EscapeDataString(terminal)}");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(page.GetProperty("file").GetProperty("name").GetString()!);
        var stock = page.GetProperty("stock").EnumerateArray().ToList();
        await Assertions.Expect(visitor["stock-table"].Locator("tbody tr")).ToHaveCountAsync(stock.Count);
        var covers = stock.Where(line => line.GetProperty("listed").GetBoolean() && Number(line, "meanDailySales") > 0)
            .Select(line => Number(line, "stock") / Number(line, "meanDailySales")).ToList();
        covers.ShouldNotBeEmpty();
        Number(page, "coverDays").ShouldBe(covers.Min(), 1e-6);
        await Assertions.Expect(visitor["cover-days"]).ToContainTextAsync(covers.Min().ToString("0.#", CultureInfo.InvariantCulture));
        await Assertions.Expect(visitor["sales-chart"]).ToBeVisibleAsync();
        await MarketClock.RunAsync(visitor);
        visitor.ShouldBeQuiet();
    }

    private static double Number(JsonElement line, string name) => line.GetProperty(name).GetDouble();
}
