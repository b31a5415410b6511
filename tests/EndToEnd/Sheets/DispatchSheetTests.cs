using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Pictures;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Sheets;

[Collection(DemoGroup.Name)]
public sealed class DispatchSheetTests(DemoTerritory demo)
{
    // Expected values: ISO 216's A4 (210 mm by 297 mm) in points, and a page at least for each vehicle with work.
    [Fact]
    public async Task Sheets_OfTomorrowsPlan_PrintOnA4()
    {
        using var output = new TemporaryFolder();
        await using var desk = await demo.AdministratorAsync();
        await desk.GoAsync("/");
        await MarketClock.ReachWorkAsync(desk);
        await desk["date-next"].ClickAsync();
        var date = await desk["plan-date"].InputValueAsync();

        // The running process owns the data; the command goes to it.
        var planned = await TerritoryCommand.RunAsync(
            TestContext.Current.CancellationToken,
            "plan", "deliveries", "--region", demo.Region, "--date", date, "--iterations", "200", "--out", output.Path, "--data", demo.DataFolder, "--quiet");

        var plans = planned.GetProperty("plans").EnumerateArray().Where(plan => plan.GetProperty("vehicles").GetInt32() > 0).ToList();
        plans.ShouldNotBeEmpty();
        await using var printer = await demo.ArriveAsync(VisitorLook.Desk);
        foreach (var plan in plans)
        {
            var stem = $"deliveries-{plan.GetProperty("distributor").GetString()}-{date}-v{plan.GetProperty("version").GetInt32()}";
            foreach (var ending in new[] { ".json", ".geojson", ".csv", ".xlsx", ".gpx", ".ics", "-links.json" })
                File.Exists(Path.Combine(output.Path, stem + ending)).ShouldBeTrue(stem + ending);
            // Each kind is printed by itself; a load list has a page at least for each trip, the others for each vehicle or all of them.
            foreach (var (kind, least) in new[] { ("sheets", plan.GetProperty("vehicles").GetInt32()), ("load", plan.GetProperty("trips").GetInt32()), ("pick", 1) })
            {
                await printer.GoAsync(new Uri(Path.Combine(output.Path, $"{stem}-{kind}.html")).AbsoluteUri);
                (await printer.Page.Locator("body").InnerTextAsync()).Length.ShouldBeGreaterThan(100);
                var print = await printer.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
                await PictureTests.KeepAsync($"{stem}-{kind}.pdf", print);
                var paper = new PrintedPaper(print);
                paper.PageCount.ShouldBeGreaterThanOrEqualTo(least);
                paper.PageCount.ShouldBe(await printer.Page.Locator(".page").CountAsync());
                paper.IsA4.ShouldBeTrue();
                printer.ShouldBeQuiet();
            }
        }

        // The same over HTTP, where the pages' content policy applies: a browser that refused the style sheet would say so, and draw in its own size.
        var first = plans[0].GetProperty("distributor").GetString();
        await desk.GoAsync($"/api/regions/{demo.Region}/plans/deliveries/{first}/{date}/files/sheets.html?language=en");
        (await desk.Page.Locator("h1").First.InnerTextAsync()).ShouldBe("Service-vehicle dispatch order");
        (await desk.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('table')).tableLayout")).ShouldBe("fixed");
        desk.ShouldBeQuiet();
    }
}
