using Microsoft.Playwright;
using Territory.EndToEnd.Browsers;
using Territory.EndToEnd.People;
using Territory.EndToEnd.Product;

namespace Territory.EndToEnd.Regions;

public sealed class RegionImportTests(DemoSource source)
{
    // Expected values: the import's own count against what the page shows, and Monaco's place on the globe.
    [Fact]
    public async Task RealExtract_Imported_OpensWithItsOutletsAndItsAttribution()
    {
        if (BuiltProduct.Shared("data", "roads", "monaco.osm.pbf") is not { } extract)
        {
            Assert.Skip("The extract ../shared/data/roads/monaco.osm.pbf is not on this machine.");
            return;
        }

        using var data = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        var imported = await TerritoryCommand.RunAsync(cancellation, "region", "import", "--osm", extract, "--name", "Monaco", "--data", data.Path, "--quiet");
        var outlets = imported.GetProperty("outlets").GetInt32();
        outlets.ShouldBeGreaterThan(100);

        await using var process = await TerritoryProcess.StartAsync(data.Path, cancellation, 0, "--no-demo");
        await using var visitor = await Visitor.ArriveAsync((await source.ChromiumAsync()).Browser, process.Address, VisitorLook.Desk);
        await Joining.AcceptAsync(visitor, process.SignIn!, Person.Administrator);
        await Assertions.Expect(visitor["region-name"]).ToContainTextAsync("Monaco");
        await Assertions.Expect(visitor["attribution"]).ToContainTextAsync("© OpenStreetMap contributors");
        await visitor.Page.WaitForFunctionAsync("count => window.territoryDiagnostics?.().outlets === count", outlets);
        var columns = await visitor.AskAsync($"/api/regions/{imported.GetProperty("region").GetString()}/outlets");
        columns.GetProperty("lon").EnumerateArray().ShouldAllBe(lon => lon.GetDouble() > 7.3 && lon.GetDouble() < 7.6);
        columns.GetProperty("lat").EnumerateArray().ShouldAllBe(lat => lat.GetDouble() > 43.6 && lat.GetDouble() < 43.9);
        visitor.ShouldBeQuiet();
    }

    [Fact]
    public async Task TwoRegions_ChosenInTurn_EachKeepsItsOwnClock()
    {
        if (BuiltProduct.Shared("data", "roads", "monaco.osm.pbf") is not { } extract)
        {
            Assert.Skip("The extract ../shared/data/roads/monaco.osm.pbf is not on this machine.");
            return;
        }

        using var data = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var name in (string[])["Actual", "Market"])
            await TerritoryCommand.RunAsync(cancellation, "region", "import", "--osm", extract, "--name", name, "--data", data.Path, "--quiet");
        await using var process = await TerritoryProcess.StartAsync(data.Path, cancellation, 0, "--no-demo", "--region", "market", "--speed", "60");
        await using var visitor = await Visitor.ArriveAsync((await source.ChromiumAsync()).Browser, process.Address, VisitorLook.Desk);
        await Joining.AcceptAsync(visitor, process.SignIn!, Person.Administrator);

        // Only a simulated market's clock can be paused; frames of the one region must not turn the clock of the other.
        foreach (var (region, pausable) in Enumerable.Repeat<(string, int)[]>([("market", 1), ("actual", 0)], 2).SelectMany(turn => turn))
        {
            await visitor["region-picker"].SelectOptionAsync(region);
            await Assertions.Expect(visitor["clock-toggle"]).ToHaveCountAsync(pausable);
            await visitor.Page.WaitForFunctionAsync("() => window.territoryDiagnostics !== undefined");
            var seen = await visitor.Page.EvaluateAsync<int>("() => window.territoryDiagnostics().framesReceived");
            await visitor.Page.WaitForFunctionAsync("seen => window.territoryDiagnostics?.().framesReceived > seen + 3", seen);
            await Assertions.Expect(visitor["clock-toggle"]).ToHaveCountAsync(pausable);
        }

        visitor.ShouldBeQuiet();
    }
}
