using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Territory.Cli.Instance;

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
        import.Whole("outlets").ShouldBeGreaterThan(200);

        var again = await CommandRun.OfAsync(scratch.Path, "region", "import", "--osm", extract, "--name", "Monaco", "--quiet");
        again.Exit.ShouldBe(1);

        var elsewhere = await CommandRun.OfAsync(scratch.Path, "plan", "visits", "--region", "nowhere", "--date", "2026-12-01");
        elsewhere.Exit.ShouldBe(1);
        elsewhere.Errors.ShouldHaveSingleItem().ShouldContain("nowhere");

        scratch.File("outlets.csv", "编号,名称,类型,经度,纬度\nM1,新店,便利店,7.4206,43.7317\nM2,=1+1,=HYPERLINK(\"x\"),7.42,43.73\n");
        var refused = await CommandRun.OfAsync(scratch.Path, "outlets", "import", "outlets.csv", "--region", "Monaco");
        refused.Exit.ShouldBe(1);
        refused.Whole("imported").ShouldBe(0);
        var accepted = await CommandRun.OfAsync(scratch.Path, "outlets", "import", "outlets.csv", "--region", "Monaco", "--accept-good", "--report", "report.csv");
        accepted.Exit.ShouldBe(0);
        accepted.Whole("imported").ShouldBe(1);
        File.ReadAllText(Path.Combine(scratch.Path, "report.csv")).ShouldContain(",\"'=HYPERLINK");

        var visits = await CommandRun.OfAsync(scratch.Path, "plan", "visits", "--region", "monaco", "--date", "2026-12-01", "--iterations", "200", "--out", "plans");
        visits.Exit.ShouldBe(0, string.Join('\n', visits.Errors));
        visits.Of("plans").AsArray().Sum(plan => (int)plan!["visits"]!).ShouldBeGreaterThan(0);
        Directory.GetFiles(Path.Combine(scratch.Path, "plans"), "*.html").ShouldNotBeEmpty();

        var blocked = await CommandRun.OfAsync(scratch.Path, "plan", "visits", "--region", "monaco", "--date", "2026-12-01", "--iterations", "1", "--out", "outlets.csv");
        blocked.Exit.ShouldBe(1);
        blocked.Errors.ShouldHaveSingleItem().ShouldContain("file.not-writable");

        var undo = await CommandRun.OfAsync(scratch.Path, "outlets", "undo", accepted.Text("batch"));
        undo.Whole("withdrawn").ShouldBe(1);

        var backup = await CommandRun.OfAsync(scratch.Path, "backup", "copy.zip");
        backup.Exit.ShouldBe(0, string.Join('\n', backup.Errors));
        var restored = await CommandRun.OfAsync(scratch.Path, "restore", "copy.zip", "--data", "other");
        restored.Exit.ShouldBe(0, string.Join('\n', restored.Errors));
        var original = await Verified(scratch.Path, "data");
        var copy = await Verified(scratch.Path, "other");
        ((bool)copy["sound"]!).ShouldBeTrue();
        ((long)copy["position"]!).ShouldBe((long)original["position"]!);
        ((long)copy["position"]!).ShouldBe((long)backup.Of("position"));
        (await CommandRun.OfAsync(scratch.Path, "restore", "copy.zip", "--data", "other")).Exit.ShouldBe(1);
    }

    [Theory]
    [InlineData("verify-journal")]
    [InlineData("backup", "copy.zip")]
    [InlineData("plan", "visits", "--region", "nowhere", "--date", "2026-12-01")]
    public async Task DirectoryWithoutATerritory_IsRefusedAndNotMade(params string[] command)
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, [.. command, "--data", "mistyped"]);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("data.missing");
        Directory.GetFileSystemEntries(scratch.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData()]
    [InlineData("--no-demo")]
    public async Task Up_ForARegionThatCannotBe_IsRefusedAndLeavesNothing(params string[] more)
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, ["up", "--region", "atlantis", "--port", "0", .. more]);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("atlantis");
        Directory.GetFileSystemEntries(scratch.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("identity.db")]
    [InlineData("journal.db-wal")]
    [InlineData("regions/town/roads.bin")]
    public async Task EmptiedJournal_BesideOtherFilesOfItsTerritory_IsRefusedAsDamaged(string other)
    {
        using var scratch = new Scratch();
        scratch.File("journal.db", "");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(scratch.Path, other))!);
        scratch.File(other, "x");
        foreach (var command in new[] { "up --no-demo --port 0", "verify-journal" })
        {
            var run = await CommandRun.OfAsync(scratch.Path, [.. command.Split(' '), "--data", "."]);
            run.Exit.ShouldBe(1);
            run.Errors.ShouldHaveSingleItem().ShouldContain("it is empty");
        }

        new FileInfo(Path.Combine(scratch.Path, "journal.db")).Length.ShouldBe(0);
    }

    [Fact]
    public async Task DamagedJournal_IsRefusedWithoutCallingItAFailureOfTheProgram()
    {
        using var scratch = new Scratch();
        scratch.File("journal.db", new string('x', 8192));
        var run = await CommandRun.OfAsync(scratch.Path, "verify-journal", "--data", ".");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("not a SQLite database");
    }

    [Fact]
    public async Task Up_OnAPortThatIsTaken_IsRefusedByThePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "up", "--no-demo", "--port", port);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain(port);
    }

    [Fact]
    public async Task DataDirectoryThatIsAFile_IsRefused()
    {
        using var scratch = new Scratch();
        scratch.File("data", "x");
        var run = await CommandRun.OfAsync(scratch.Path, "up", "--no-demo", "--port", "0");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("data.not-writable");
    }

    [Fact]
    public async Task AddressOfAKilledInstance_IsForgotten()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "data"));
        scratch.File("data/instance.json", """{ "address": "http://127.0.0.1:9", "token": "old", "processId": 1 }""");
        using var starting = InstanceLock.TryTake(Path.Combine(scratch.Path, "data"));
        scratch.File("data/journal.db", "x");
        var run = await CommandRun.OfAsync(scratch.Path, "verify-journal");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("data.in-use");
    }

    [Fact]
    public void DataDirectory_WhereItIsMade_IsTheOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix permissions.");
        using var scratch = new Scratch();
        var made = Path.Combine(scratch.Path, "data");
        using var instance = InstanceLock.TryTake(made);
#pragma warning disable CA1416 // Skipped where there are none.
        File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    [Fact]
    public async Task Load_LosesAndDoublesNothing()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "load", "--terminals", "50", "--rate", "200", "--seconds", "2");
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        // The schedule is fixed: rate times seconds commands are due, and a slow machine only answers them later.
        run.Whole("commands").ShouldBe(400);
        run.Whole("lost").ShouldBe(0);
        run.Whole("doubled").ShouldBe(0);
    }

    [Fact]
    public async Task SomethingThatIsNoBackup_IsRefused()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "restore", scratch.File("x.zip", "no zip"), "--data", "d");
        run.Exit.ShouldBe(1);
        File.Exists(Path.Combine(scratch.Path, "d", "journal.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "version": 1, "position": 1 }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": [] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": [null, "journal.db"] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": ["journal.db", "journal.db"] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": ["journal.db", "regions/"] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": ["journal.db", "../evil"] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": ["journal.db", "instance.json"] }""")]
    [InlineData("""{ "version": 1, "position": 1, "files": ["journal.db"] }""")]
    public async Task HostileBackup_IsRefusedAndLeavesNothing(string manifest)
    {
        using var scratch = new Scratch();
        await using (var zip = await ZipFile.OpenAsync(Path.Combine(scratch.Path, "x.zip"), ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            foreach (var (name, content) in new[] { ("manifest.json", manifest), ("journal.db", "no database"), ("regions/", ""), ("../evil", "x"), ("instance.json", "{}") })
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
            }
        }

        var run = await CommandRun.OfAsync(scratch.Path, "restore", "x.zip", "--data", "d");

        run.Exit.ShouldBe(1, string.Join('\n', run.Errors));
        run.Errors.ShouldHaveSingleItem().ShouldContain("restore.not-a-backup");
        Directory.GetFileSystemEntries(Path.Combine(scratch.Path, "d")).ShouldAllBe(left => left.EndsWith("instance.lock"));
        Directory.GetFiles(scratch.Path).ShouldHaveSingleItem();
    }

    private static async Task<JsonObject> Verified(string directory, string data)
    {
        var run = await CommandRun.OfAsync(directory, "verify-journal", "--data", data);
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        return run.Result;
    }
}
