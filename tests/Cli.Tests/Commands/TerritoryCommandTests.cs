using System.Text.Json.Nodes;

namespace Territory.Cli.Tests.Commands;

/// <summary>A small real territory from a real extract: import, plan, back up, restore, verify.</summary>
public sealed class TerritoryCommandTests
{
    [Fact]
    public async Task RealExtract_IsImportedPlannedBackedUpAndRestored()
    {
        var extract = SharedData.Require("roads/monaco.osm.pbf");
        using var scratch = new Scratch();
        var import = await CommandRun.OfAsync(scratch.Path, "region", "import", "--osm", extract, "--name", "Monaco", "--time-zone", "Europe/Monaco", "--quiet");
        import.Exit.ShouldBe(0, string.Join('\n', import.Errors));
        ((int)import.Result["outlets"]!).ShouldBeGreaterThan(200);

        var again = await CommandRun.OfAsync(scratch.Path, "region", "import", "--osm", extract, "--name", "Monaco", "--quiet");
        again.Exit.ShouldBe(1);

        scratch.File("outlets.csv", "编号,名称,类型,经度,纬度\nM1,新店,便利店,7.4206,43.7317\nM2,,超市,7.42,43.73\n");
        var refused = await CommandRun.OfAsync(scratch.Path, "outlets", "import", "outlets.csv", "--region", "Monaco");
        refused.Exit.ShouldBe(1);
        ((int)refused.Result["imported"]!).ShouldBe(0);
        var accepted = await CommandRun.OfAsync(scratch.Path, "outlets", "import", "outlets.csv", "--region", "Monaco", "--accept-good", "--report", "report.csv");
        accepted.Exit.ShouldBe(0);
        ((int)accepted.Result["imported"]!).ShouldBe(1);
        File.Exists(Path.Combine(scratch.Path, "report.csv")).ShouldBeTrue();

        var visits = await CommandRun.OfAsync(scratch.Path, "plan", "visits", "--region", "monaco", "--date", "2026-12-01", "--iterations", "200", "--out", "plans");
        visits.Exit.ShouldBe(0, string.Join('\n', visits.Errors));
        visits.Result["plans"]!.AsArray().Sum(plan => (int)plan!["visits"]!).ShouldBeGreaterThan(0);
        Directory.GetFiles(Path.Combine(scratch.Path, "plans"), "*.html").ShouldNotBeEmpty();

        var undo = await CommandRun.OfAsync(scratch.Path, "outlets", "undo", (string)accepted.Result["batch"]!);
        ((int)undo.Result["withdrawn"]!).ShouldBe(1);

        var backup = await CommandRun.OfAsync(scratch.Path, "backup", "copy.zip");
        backup.Exit.ShouldBe(0, string.Join('\n', backup.Errors));
        var restored = await CommandRun.OfAsync(scratch.Path, "restore", "copy.zip", "--data", "other");
        restored.Exit.ShouldBe(0, string.Join('\n', restored.Errors));
        var original = await Verified(scratch.Path, "data");
        var copy = await Verified(scratch.Path, "other");
        ((bool)copy["sound"]!).ShouldBeTrue();
        ((long)copy["position"]!).ShouldBe((long)original["position"]!);
        ((long)copy["position"]!).ShouldBe((long)backup.Result["position"]!);
        (await CommandRun.OfAsync(scratch.Path, "restore", "copy.zip", "--data", "other")).Exit.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownRegion_IsRefusedByName()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "plan", "visits", "--region", "nowhere", "--date", "2026-12-01");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("nowhere");
    }

    [Fact]
    public async Task Load_LosesAndDoublesNothing()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "load", "--terminals", "50", "--rate", "200", "--seconds", "2");
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        ((int)run.Result["commands"]!).ShouldBeInRange(350, 450);
        ((int)run.Result["lost"]!).ShouldBe(0);
        ((int)run.Result["doubled"]!).ShouldBe(0);
    }

    [Fact]
    public async Task SomethingThatIsNoBackup_IsRefused()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "restore", scratch.File("x.zip", "no zip"), "--data", "d");
        run.Exit.ShouldBe(1);
        File.Exists(Path.Combine(scratch.Path, "d", "journal.db")).ShouldBeFalse();
    }

    private static async Task<JsonObject> Verified(string directory, string data)
    {
        var run = await CommandRun.OfAsync(directory, "verify-journal", "--data", data);
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        return run.Result;
    }
}
