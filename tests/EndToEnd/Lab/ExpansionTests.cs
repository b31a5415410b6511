using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Lab;

/// <summary>Eight invented counties: loaded as files, ranked, planned, and looked at week by week.</summary>
[Collection(DemoGroup.Name)]
public sealed class ExpansionTests(DemoTerritory demo)
{
    private const float SearchMilliseconds = 240_000;

    // Expected values: the plan's own answer over HTTP.
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-GB")]
    public async Task Candidates_LoadedRankedAndPlanned_StayThroughAReload(string locale)
    {
        await using var visitor = await demo.AdministratorAsync(VisitorLook.Desk.In(locale));
        await visitor.GoAsync("/");
        await visitor[locale.StartsWith("zh", StringComparison.Ordinal) ? "language-zh" : "language-en"].ClickAsync();
        await visitor.GoAsync("/lab/scorecard");
        await visitor["lab-candidate-files"].SetInputFilesAsync(Directory.GetFiles(Path.Combine(BuiltProduct.Root, "docs", "examples", "expansion")));
        await Assertions.Expect(visitor["lab-candidate"]).ToHaveCountAsync(8);
        await Assertions.Expect(visitor.Page.Locator("[data-testid='lab-candidate'] .warning-text")).ToHaveCountAsync(0, new() { Timeout = SearchMilliseconds });
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();

        // What was loaded is there after the page was closed.
        await visitor.Page.ReloadAsync();
        await visitor["lab-score"].ClickAsync();
        await Assertions.Expect(visitor["lab-ranking"].Locator("tbody tr")).ToHaveCountAsync(8);
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();

        await visitor.GoAsync("/lab/waves");
        await visitor["lab-iterations"].FillAsync("300");
        await visitor["lab-start-waves"].ClickAsync();
        await Assertions.Expect(visitor["lab-expansion"]).ToHaveAttributeAsync("data-state", "done", new() { Timeout = SearchMilliseconds });
        var answer = await visitor.AskAsync($"/api/lab/expansions/{new Uri(visitor.Page.Url).Segments[^1]}");
        var starts = answer.GetProperty("plan").GetProperty("starts");
        await Assertions.Expect(visitor["lab-starts"].Locator("tbody tr")).ToHaveCountAsync(starts.GetArrayLength());
        foreach (var start in starts.EnumerateArray())
            await Assertions.Expect(visitor["lab-plan-words"]).ToContainTextAsync(start.GetProperty("name").GetString()!);
        (await Axe.SeriousViolationsAsync(visitor.Page)).ShouldBeEmpty();

        // What was asked stands beside it, and can be asked again with changes.
        await Assertions.Expect(visitor["lab-question"]).ToContainTextAsync("云溪");
        await visitor["lab-ask-anew"].ClickAsync();
        await Assertions.Expect(visitor["lab-start-waves"]).ToBeEnabledAsync();
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task Scenario_WithUnsavedChanges_IsLeftOnlyWhenThePersonSaysSo()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/lab/scenarios");
        await visitor["lab-new"].ClickAsync();
        var vehicles = visitor.Page.Locator("[id='lab-regions[0].fleet.vehicles']");
        await vehicles.FillAsync("7");
        var editor = visitor.Page.Url;

        await visitor["lab-nav-runs"].ClickAsync();
        await visitor["unsaved-stay"].ClickAsync();
        visitor.Page.Url.ShouldBe(editor);
        await Assertions.Expect(vehicles).ToHaveValueAsync("7");

        await visitor.Page.GoBackAsync();
        await visitor["unsaved-stay"].ClickAsync();
        visitor.Page.Url.ShouldBe(editor);
        await Assertions.Expect(vehicles).ToHaveValueAsync("7");

        await visitor["lab-nav-runs"].ClickAsync();
        await visitor["unsaved-leave"].ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Uri(new Uri(editor), "/lab/runs").AbsoluteUri);
    }
}
