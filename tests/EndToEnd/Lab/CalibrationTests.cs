using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Lab;

/// <summary>A scenario is fitted to a file of deliveries; the page says whether to trust it, and what was fitted becomes a scenario.</summary>
[Collection(DemoGroup.Name)]
public sealed class CalibrationTests(DemoTerritory demo)
{
    private const int Weeks = 6;
    private const int HeldOutWeeks = 2;
    private const int Terminals = 150;
    private const float FitMilliseconds = 240_000;
    private const string Parameter = "regions[0].census.demandFactor";

    // Expected values: the fit's own answer over HTTP.
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-GB")]
    public async Task Calibration_ToAFileOfDeliveries_ShowsTrustPosteriorAndBacktest(string locale)
    {
        await using var visitor = await demo.AdministratorAsync(VisitorLook.Desk.In(locale));
        await visitor.GoAsync("/");
        await visitor[locale.StartsWith("zh", StringComparison.Ordinal) ? "language-zh" : "language-en"].ClickAsync();
        var scenario = await BranchAsync(visitor, $"fit {locale}");
        await visitor.GoAsync($"/lab/calibrations?left={scenario.Id}");
        await Assertions.Expect(visitor.Find("lab-prior", "data-path", Parameter)).ToBeVisibleAsync();
        await visitor["lab-history-rows"].CheckAsync();
        await visitor["lab-history-file"].SetInputFilesAsync(await HistoryAsync(visitor, scenario.FirstDay));
        await visitor["lab-fit-held-out"].FillAsync(HeldOutWeeks.ToString(CultureInfo.InvariantCulture));
        await visitor["lab-fit-population"].FillAsync("20");
        await visitor["lab-fit-runs"].FillAsync("100");
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();
        await visitor["lab-fit-start"].ClickAsync();

        await Assertions.Expect(visitor["lab-calibration"]).ToHaveAttributeAsync("data-state", "done", new() { Timeout = FitMilliseconds });
        await Assertions.Expect(visitor["lab-trust"]).ToBeVisibleAsync();
        var fit = (await visitor.AskAsync($"/api/lab/calibrations/{new Uri(visitor.Page.Url).Segments[^1]}")).GetProperty("fit");
        (await visitor["lab-posterior"].Locator("li[data-path]").EvaluateAllAsync<string[]>("rows => rows.map((row) => row.dataset.path)"))
            .ShouldBe(fit.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("path").GetString()!));
        await visitor["lab-backtest-table"].ClickAsync();
        var rows = visitor["lab-backtest"].Locator("tbody tr");
        (await rows.CountAsync()).ShouldBe(fit.GetProperty("backtest").GetProperty("weeks").GetArrayLength());
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();

        await visitor["lab-save-fitted"].ClickAsync();
        await visitor["lab-fitted-saved"].Locator("a").First.ClickAsync();
        await Assertions.Expect(visitor["lab-region"]).ToBeVisibleAsync();
        var kept = (await visitor.AskAsync($"/api/lab/scenarios/{new Uri(visitor.Page.Url).Segments[^1]}")).GetProperty("scenario");
        kept.GetProperty("regions")[0].GetProperty("census").GetProperty("demandFactor").GetDouble().ShouldBe(MedianOf(fit, Parameter), tolerance: 1e-9);
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task History_WithoutAColumn_IsRefusedBeforeAnythingIsSent()
    {
        await using var visitor = await demo.AdministratorAsync();
        var scenario = await BranchAsync(visitor, "no column");
        await visitor.GoAsync($"/lab/calibrations?left={scenario.Id}");
        await visitor["lab-history-rows"].CheckAsync();
        await visitor["lab-history-file"].SetInputFilesAsync(FileOf("日期,箱数\n2026-09-07,3\n"));
        await Assertions.Expect(visitor.Page.Locator(".problem")).ToContainTextAsync("终端编号");
        await Assertions.Expect(visitor["lab-fit-start"]).ToBeDisabledAsync();
    }

    private async Task<(string Id, DateOnly FirstDay)> BranchAsync(Visitor visitor, string name)
    {
        await visitor.GoAsync("/lab");
        await visitor["lab-branch"].ClickAsync();
        await visitor["lab-branch-name"].FillAsync(name);
        await visitor["lab-branch-days"].FillAsync((7 * Weeks).ToString(CultureInfo.InvariantCulture));
        await visitor["lab-branch-send"].ClickAsync();
        await Assertions.Expect(visitor["lab-region"]).ToBeVisibleAsync();
        var id = new Uri(visitor.Page.Url).Segments[^1];
        var firstDay = (await visitor.AskAsync($"/api/lab/scenarios/{id}")).GetProperty("scenario").GetProperty("firstDay").GetString()!;
        return (id, DateOnly.Parse(firstDay, CultureInfo.InvariantCulture));
    }

    /// <summary>Two cases for each of some outlets, a week after the other.</summary>
    private async Task<FilePayload> HistoryAsync(Visitor visitor, DateOnly firstDay)
    {
        var ids = (await visitor.AskAsync($"/api/regions/{demo.Region}/outlets")).GetProperty("ids").EnumerateArray().Take(Terminals).Select(id => id.GetString()!).ToList();
        var lines = Enumerable.Range(0, Weeks)
            .SelectMany(week => ids.Select((id, index) => $"{firstDay.AddDays(7 * week + index % 5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{id},2"));
        return FileOf($"日期,终端编号,箱数\n{string.Join('\n', lines)}\n");
    }

    private static FilePayload FileOf(string text) => new() { Name = "deliveries.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private static double MedianOf(JsonElement fit, string path) =>
        fit.GetProperty("parameters").EnumerateArray().First(parameter => parameter.GetProperty("path").GetString() == path).GetProperty("median").GetDouble();
}
