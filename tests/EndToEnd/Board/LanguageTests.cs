using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Board;

[Collection(DemoGroup.Name)]
public sealed partial class LanguageTests(DemoTerritory demo)
{
    // Expected values: no message catalogue, only the script in which each language is written.
    [Fact]
    public async Task Language_Switched_ChangesEveryLabelWithoutLoadingAgain()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        var labels = visitor.Page.Locator("nav, [data-testid='metrics'] .metric-name, [data-testid='legend'], [role='tab'], [data-testid='search-button']");
        await Assertions.Expect(visitor["legend"]).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        (await TextsAsync(labels)).ShouldAllBe(text => Chinese().IsMatch(text));

        await visitor["language-en"].ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", Latin());
        (await TextsAsync(labels)).ShouldAllBe(text => !Chinese().IsMatch(text) && text.Any(char.IsAsciiLetter));

        await visitor["language-zh"].ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        (await TextsAsync(labels)).ShouldAllBe(text => Chinese().IsMatch(text));
        (await visitor.Page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue();
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task Language_EnglishBrowser_OpensInEnglishAndKeepsTheChoice()
    {
        await using var visitor = await demo.ArriveAsync(VisitorLook.Desk.In("en-GB"));
        await visitor.GoAsync("/");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", Latin());
        await visitor["language-zh"].ClickAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        visitor.ShouldBeQuiet();
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(ILocator labels)
    {
        await Assertions.Expect(labels.First).ToBeVisibleAsync();
        return [.. (await labels.AllInnerTextsAsync()).Select(text => text.Trim()).Where(text => text.Length > 0)];
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex("^en", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Latin();
}
