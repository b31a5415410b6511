using System.Globalization;
using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Board;

[Collection(DemoGroup.Name)]
public sealed class TodayBoardTests(DemoTerritory demo)
{
    // Expected values: the demo region is described as having about 2,000 outlets; the server's list says where they stand, Mercator where that is on the map, and
    // the legend in what colours. Five steps closer than the whole county the outlets of the county town stand apart; the stops of the day, which are painted
    // over them, are off.
    [Fact]
    public async Task Board_Opened_ShowsTheOutletsOnTheMap()
    {
        await using var visitor = await demo.AdministratorAsync(new VisitorLook(1680, 1050, "zh-CN"));
        await visitor.GoAsync("/");
        await Assertions.Expect(visitor["map"]).ToBeVisibleAsync();
        await visitor.Page.WaitForFunctionAsync("() => window.territoryDiagnostics?.().outlets > 0");

        (await visitor.Page.EvaluateAsync<int>("() => window.territoryDiagnostics().outlets")).ShouldBeInRange(1_900, 2_100);
        var legend = await MapPixels.LegendColoursAsync(visitor);
        legend.Count.ShouldBeGreaterThan(3);
        await visitor["layer-routes"].UncheckAsync();
        for (var step = 0; step < 5; step++)
            await visitor["map-zoom-in"].ClickAsync();
        var outlets = await visitor.AskAsync($"/api/regions/{demo.Region}/outlets");
        var places = Degrees(outlets, "lon").Zip(Degrees(outlets, "lat")).ToList();
        (await MapPixels.WaitForOutletsAsync(visitor, places, legend)).ShouldBeGreaterThan(30);
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task Board_MarketRunning_MovesVehiclesAndReps()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        await MarketClock.ReachWorkAsync(visitor);

        await visitor["drawer-movers"].ClickAsync();
        var travelling = visitor.Find("mover-row", "data-activity", "1").First;
        await Assertions.Expect(travelling).ToBeVisibleAsync();
        var mover = await travelling.GetAttributeAsync("data-mover");
        var position = visitor.Find("mover-row", "data-mover", mover!).GetByTestId("mover-position");
        await Assertions.Expect(position).Not.ToHaveTextAsync(await position.InnerTextAsync());
        // Distributors' vehicles and reps are both on the road.
        await Assertions.Expect(visitor.Page.Locator("[data-testid='mover-row'][data-mover^='V']").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-testid='mover-row'][data-mover^='R']").First).ToBeVisibleAsync();
        visitor.ShouldBeQuiet();
    }

    // Expected values: counted here from the list of outlets, by the definitions of numeric distribution and out-of-stock rate.
    [Fact]
    public async Task Metrics_ClockPaused_AgreeWithTheListOfOutlets()
    {
        await using var visitor = await demo.AdministratorAsync();
        await visitor.GoAsync("/");
        await MarketClock.PauseAsync(visitor);
        var outlets = await visitor.AskAsync($"/api/regions/{demo.Region}/outlets");
        var listed = Numbers(outlets, "listed");
        var empty = Numbers(outlets, "outOfStock");
        var active = outlets.GetProperty("status").EnumerateArray().Select(status => status.GetString() == "Active").ToList();
        var open = Enumerable.Range(0, active.Count).Where(outlet => active[outlet]).ToList();
        var stocked = open.Count(outlet => listed[outlet] > empty[outlet]);
        var unvisited = (await visitor.AskAsync($"/api/regions/{demo.Region}/unvisited")).GetArrayLength();

        await Assertions.Expect(visitor["metric-numericDistribution-value"]).ToHaveTextAsync(Percent(stocked, open.Count));
        await Assertions.Expect(visitor["metric-outOfStock-value"]).ToHaveTextAsync(Percent(open.Sum(outlet => empty[outlet]), open.Sum(outlet => listed[outlet])));
        await Assertions.Expect(visitor["metric-unvisited-value"]).ToHaveTextAsync(unvisited.ToString("N0", CultureInfo.InvariantCulture));
        await MarketClock.RunAsync(visitor);
        visitor.ShouldBeQuiet();
    }

    private static List<int> Numbers(System.Text.Json.JsonElement outlets, string column) =>
        [.. outlets.GetProperty(column).EnumerateArray().Select(number => number.GetInt32())];

    private static IEnumerable<double> Degrees(System.Text.Json.JsonElement outlets, string column) => outlets.GetProperty(column).EnumerateArray().Select(degrees => degrees.GetDouble());

    private static string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
