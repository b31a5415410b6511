using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Board;

/// <summary>What the map's canvas really shows.</summary>
internal static partial class MapPixels
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The fills of the legend's round marks: the ramp by which outlets are coloured.</summary>
    public static async Task<IReadOnlyList<int[]>> LegendColoursAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor["legend"]).ToBeVisibleAsync();
        var fills = await visitor["legend"].Locator("circle[stroke='#5b3a24']").EvaluateAllAsync<string[]>("marks => marks.map(mark => getComputedStyle(mark).fill)");
        return [.. fills.Select(fill => Numbers().Matches(fill).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>Waits until the map shows enough pixels of some colours; the legend does not count.</summary>
    public static async Task WaitForAsync(Visitor visitor, IReadOnlyList<int[]> colours, int atLeast)
    {
        using var limit = new CancellationTokenSource(Limit);
        int found;
        do
        {
            var png = await visitor["map"].ScreenshotAsync(new LocatorScreenshotOptions { Mask = [visitor["legend"]] });
            found = await Picture.PixelsOfAsync(visitor.Page, png, colours);
        }
        while (found < atLeast && !limit.IsCancellationRequested);
        found.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
