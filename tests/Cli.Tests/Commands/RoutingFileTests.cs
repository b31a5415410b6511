namespace Territory.Cli.Tests.Commands;

/// <summary>The operator's <c>routing.json</c>, from the data directory to the plan and its sheet.</summary>
public sealed class RoutingFileTests
{
    /// <summary>Nothing listens on port 9 of this machine, so the plan is made on straight lines, and says which service gave no answer.</summary>
    [Fact]
    public async Task RegionWithoutRoads_ServiceDown_IsPlannedOnStraightLinesThatSayWhy()
    {
        var extract = SharedData.Require("roads/monaco.osm.pbf");
        using var scratch = new Scratch();
        var import = await CommandRun.OfAsync(scratch.Path, "region", "import", "--osm", extract, "--name", "Monaco", "--time-zone", "Europe/Monaco", "--quiet");
        import.Exit.ShouldBe(0, string.Join('\n', import.Errors));
        File.Delete(Directory.GetFiles(scratch.Path, "region.roads", SearchOption.AllDirectories).ShouldHaveSingleItem());
        File.WriteAllText(Path.Combine(scratch.Path, "data", "routing.json"), """{ "provider": "osrm", "address": "http://127.0.0.1:9", "attempts": 1 }""");

        var visits = await CommandRun.OfAsync(
            scratch.Path, "plan", "visits", "--region", "monaco", "--date", "2026-12-01", "--iterations", "50", "--out", "plans", "--quiet");

        visits.Exit.ShouldBe(0, string.Join('\n', visits.Errors));
        var labels = visits.Of("plans").AsArray().Where(plan => (int)plan!["visits"]! > 0).Select(plan => (string)plan!["travelTimes"]!).ToArray();
        labels.ShouldNotBeEmpty();
        labels.ShouldAllBe(label => label.StartsWith("straight-line x 1.35 at ") && label.Contains(" at 127.0.0.1: no answer)"));
        Directory.GetFiles(Path.Combine(scratch.Path, "plans"), "*.html").Select(File.ReadAllText).ShouldAllBe(sheet => sheet.Contains("straight lines, not roads"));
    }

    [Fact]
    public async Task FileThatCannotBeFollowed_IsRefusedWithItsPlace()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "data"));
        File.WriteAllText(Path.Combine(scratch.Path, "data", "routing.json"), """{ "provider": "osrm", "adress": "http://127.0.0.1:5000" }""");

        var run = await CommandRun.OfAsync(scratch.Path, "up", "--no-demo", "--port", "0");

        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("routing.json:1: adress");
    }
}
