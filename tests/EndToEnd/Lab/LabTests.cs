using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Lab;

/// <summary>From the live region to a verdict: a scenario is branched, run with a variant, looked at and compared.</summary>
[Collection(DemoGroup.Name)]
public sealed partial class LabTests(DemoTerritory demo)
{
    private const int Replications = 5;
    private const int Days = 28;
    private const float RunMilliseconds = 240_000;

    // Expected values: the run's own result over HTTP, and the script in which each language is written.
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-GB")]
    public async Task Scenario_BranchedRunAndCompared_ShowsBandsAndVerdictsInWords(string locale)
    {
        await using var visitor = await demo.AdministratorAsync(VisitorLook.Desk.In(locale));
        await ChooseAsync(visitor, locale);
        await BranchAsync(visitor, $"lab {locale}");
        await AddVariantAsync(visitor);
        await visitor["lab-save"].ClickAsync();
        await Assertions.Expect(visitor["lab-save"]).ToBeDisabledAsync();
        await Assertions.Expect(visitor["lab-inputs"]).ToBeVisibleAsync();
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();
        await visitor["lab-to-run"].ClickAsync();

        var first = await RunAsync(visitor);
        await ResultShouldShowAsync(visitor, first, locale);
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();

        var address = visitor.Page.Url;
        await visitor["lab-again"].ClickAsync();
        await Assertions.Expect(visitor.Page).Not.ToHaveURLAsync(address);
        await FinishAsync(visitor);
        await CompareShouldFindNoDifferenceAsync(visitor, first, locale);
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task Scenario_WithAWrongValue_IsRefusedAtItsField()
    {
        await using var visitor = await demo.AdministratorAsync();
        await BranchAsync(visitor, "wrong");
        var vehicles = visitor.Page.Locator("[id='lab-regions[0].fleet.vehicles']");
        await vehicles.FillAsync("-1");
        await visitor["lab-save"].ClickAsync();
        await visitor.Find("lab-problem", "data-path", "regions[0].fleet.vehicles").ClickAsync();
        await Assertions.Expect(vehicles).ToBeFocusedAsync();
        await Assertions.Expect(vehicles).ToHaveAttributeAsync("aria-invalid", "true");
    }

    private static async Task ChooseAsync(Visitor visitor, string locale)
    {
        await visitor.GoAsync("/");
        await visitor[locale.StartsWith("zh", StringComparison.Ordinal) ? "language-zh" : "language-en"].ClickAsync();
    }

    private static async Task BranchAsync(Visitor visitor, string name)
    {
        await visitor.GoAsync("/lab");
        await visitor["lab-branch"].ClickAsync();
        await visitor["lab-branch-name"].FillAsync(name);
        await visitor["lab-branch-days"].FillAsync(Days.ToString(CultureInfo.InvariantCulture));
        await visitor["lab-branch-send"].ClickAsync();
        await Assertions.Expect(visitor["lab-region"]).ToBeVisibleAsync();
        await Assertions.Expect(visitor["lab-inputs"]).ToBeVisibleAsync();
    }

    private static async Task AddVariantAsync(Visitor visitor)
    {
        await visitor["lab-add-variant"].ClickAsync();
        await visitor["lab-variant"].GetByTestId("lab-path").FillAsync("regions[0].fieldForce.staffing[0].reps");
        await visitor["lab-variant"].GetByTestId("lab-add-path").ClickAsync();
        await visitor["lab-change"].Locator("input").FillAsync("2");
    }

    private static async Task<string> RunAsync(Visitor visitor)
    {
        await visitor["lab-run-replications"].FillAsync(Replications.ToString(CultureInfo.InvariantCulture));
        await visitor["lab-run-start"].ClickAsync();
        await Assertions.Expect(visitor["lab-monitor"]).ToBeVisibleAsync();
        await FinishAsync(visitor);
        return new Uri(visitor.Page.Url).Segments[^1];
    }

    private static async Task FinishAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor["lab-monitor"]).ToHaveAttributeAsync("data-state", "done", new() { Timeout = RunMilliseconds });
        await Assertions.Expect(visitor["lab-result"]).ToBeVisibleAsync();
    }

    private static async Task ResultShouldShowAsync(Visitor visitor, string run, string locale)
    {
        var result = await visitor.AskAsync($"/api/lab/runs/{run}/result");
        var variants = result.GetProperty("variants");
        variants.GetArrayLength().ShouldBe(2);
        variants[0].GetProperty("replications").GetInt32().ShouldBe(Replications);

        // Each figure with its band, in the language of the page.
        var figures = visitor["lab-kpis"].Locator("tbody tr");
        (await figures.CountAsync()).ShouldBe(variants[0].GetProperty("kpis").GetArrayLength());
        await ShouldBeInAsync(visitor["lab-kpis"].Locator("tbody th"), locale);
        await ShouldBeInAsync(visitor["lab-kpis"].Locator("tbody td:nth-child(2) .lab-thin"), locale, "to");

        // The curve is drawn, and its table has a row a week with mean and both ends of the band.
        await Assertions.Expect(visitor["lab-curve"].Locator("canvas")).ToBeVisibleAsync();
        await visitor["lab-curve-table"].ClickAsync();
        var rows = visitor["lab-curve"].Locator("tbody tr");
        (await rows.CountAsync()).ShouldBe(variants[0].GetProperty("curves")[0].GetProperty("mean").GetArrayLength());
        (await rows.First.Locator("td").CountAsync()).ShouldBe(3 * 2);

        // The page's verdicts are those of the result.
        foreach (var difference in variants[1].GetProperty("differences").EnumerateArray())
        {
            var row = visitor["lab-differences"].Locator($"tr[data-figure='{difference.GetProperty("figure").GetString()}']");
            await Assertions.Expect(row).ToHaveAttributeAsync("data-verdict", difference.GetProperty("verdict").GetString()!);
        }

        await ShouldBeInAsync(visitor["lab-differences"].Locator("td.lab-verdict"), locale);
    }

    /// <summary>The same input and seed once more: every difference is nothing, and said to be none.</summary>
    private static async Task CompareShouldFindNoDifferenceAsync(Visitor visitor, string first, string locale)
    {
        await visitor["lab-compare-with"].SelectOptionAsync(first);
        var verdicts = visitor["lab-comparison"].Locator("tbody tr");
        await Assertions.Expect(verdicts.First).ToBeVisibleAsync();
        foreach (var row in await verdicts.AllAsync())
            await Assertions.Expect(row).ToHaveAttributeAsync("data-verdict", "no-significant-difference");
        await ShouldBeInAsync(visitor["lab-comparison"].Locator("td.lab-verdict"), locale);
    }

    private static async Task ShouldBeInAsync(ILocator labels, string locale, string english = "")
    {
        await Assertions.Expect(labels.First).ToBeVisibleAsync();
        foreach (var label in await labels.AllInnerTextsAsync())
        {
            Chinese().IsMatch(label).ShouldBe(locale.StartsWith("zh", StringComparison.Ordinal), label);
            if (!Chinese().IsMatch(label))
                label.ShouldContain(english);
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
