using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;

namespace Territory.EndToEnd.Board;

/// <summary>What the map's canvas really shows.</summary>
internal static partial class MapPixels
{
    /// <summary>A mark further than this from every other one, in pixels, is painted over by none of them.</summary>
    private const double Apart = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The fills of the legend's round marks: the ramp by which outlets are coloured.</summary>
    public static async Task<IReadOnlyList<int[]>> LegendColoursAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor["legend"]).ToBeVisibleAsync();
        var fills = await visitor["legend"].Locator("circle[stroke='#5b3a24']").EvaluateAllAsync<string[]>("marks => marks.map(mark => getComputedStyle(mark).fill)");
        return [.. fills.Select(fill => Numbers().Matches(fill).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>
    /// Waits until the map shows a mark of one of the colours at nearly every outlet that stands apart; the last one in twenty may lie under a vehicle, a rep or a name.
    /// Returns how many were looked for.
    /// </summary>
    /// <param name="outlets">Degrees, WGS 84.</param>
    public static async Task<int> WaitForOutletsAsync(Visitor visitor, IReadOnlyList<(double Longitude, double Latitude)> outlets, IReadOnlyList<int[]> colours)
    {
        using var limit = new CancellationTokenSource(Limit);
        int found, sought;
        do
        {
            var places = await StandingApartAsync(visitor, outlets);
            sought = places.Count;
            found = await Picture.PlacesOfAsync(visitor.Page, await visitor["map"].ScreenshotAsync(), places, colours);
        }
        while ((sought == 0 || found * 20 < sought * 19) && !limit.IsCancellationRequested);
        (found * 20).ShouldBeGreaterThanOrEqualTo(sought * 19, $"{found} of {sought} outlets show");
        return sought;
    }

    // The map is a Mercator projection, so that longitude and the isometric latitude run evenly over it.
    private static async Task<IReadOnlyList<double[]>> StandingApartAsync(Visitor visitor, IReadOnlyList<(double Longitude, double Latitude)> outlets)
    {
        var box = (await visitor["map"].BoundingBoxAsync())!;
        var view = (await visitor.Page.EvaluateAsync<JsonElement?>("() => window.territoryDiagnostics().view()"))!.Value;
        var (west, east) = (view.GetProperty("west").GetDouble(), view.GetProperty("east").GetDouble());
        var (south, north) = (Isometric(view.GetProperty("south").GetDouble()), Isometric(view.GetProperty("north").GetDouble()));
        var drawn = outlets
            .Select(outlet => (X: (outlet.Longitude - west) / (east - west) * box.Width, Y: (north - Isometric(outlet.Latitude)) / (north - south) * box.Height)).ToList();
        // The controls and the legend lie along the edges.
        var open = drawn.Where(place => place.X > 220 && place.X < box.Width - 80 && place.Y > 60 && place.Y < box.Height - 40);
        return [.. open
            .Where(place => drawn.Count(other => Math.Abs(other.X - place.X) < Apart && Math.Abs(other.Y - place.Y) < Apart) == 1)
            .Select(place => new[] { place.X, place.Y })];
    }

    private static double Isometric(double latitude) => Math.Asinh(Math.Tan(latitude * Math.PI / 180));

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
