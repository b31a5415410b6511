using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Board;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Pictures;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Sheets;

[Collection(DemoGroup.Name)]
public sealed partial class DispatchSheetTests(DemoTerritory demo)
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
        foreach (var plan in plans)
        {
            var stem = $"deliveries-{plan.GetProperty("distributor").GetString()}-{date}-v{plan.GetProperty("version").GetInt32()}";
            var html = Path.Combine(output.Path, stem + ".html");
            await using var printer = await demo.ArriveAsync(VisitorLook.Desk);
            await printer.GoAsync(new Uri(html).AbsoluteUri);
            (await printer.Page.Locator("body").InnerTextAsync()).Length.ShouldBeGreaterThan(200);
            var print = await printer.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
            await PictureTests.KeepAsync(stem + ".pdf", print);
            var pdf = Encoding.Latin1.GetString(print);
            Page().Count(pdf).ShouldBeGreaterThanOrEqualTo(plan.GetProperty("vehicles").GetInt32());
            MediaBox().Matches(pdf).ShouldAllBe(box => IsA4(box));
            printer.ShouldBeQuiet();
        }
    }

    private static bool IsA4(Match box)
    {
        var (shorter, longer) = (Math.Min(Points(box, "width"), Points(box, "height")), Math.Max(Points(box, "width"), Points(box, "height")));
        return Math.Abs(shorter - (210 / 25.4 * 72)) < 1.5 && Math.Abs(longer - (297 / 25.4 * 72)) < 1.5;
    }

    private static double Points(Match box, string name) => double.Parse(box.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<width>[0-9.]+)\s+(?<height>[0-9.]+)\s*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MediaBox();
}
