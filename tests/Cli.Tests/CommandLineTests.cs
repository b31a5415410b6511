namespace Territory.Cli.Tests;

/// <summary>The exit statuses of the command contract.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("conquer")]
    [InlineData("solve")]
    [InlineData("solve", "x.vrp", "--time-limit", "-1")]
    [InlineData("solve", "x.vrp", "--rounding", "up")]
    [InlineData("up", "--port", "70000")]
    [InlineData("up", "--port", "-1")]
    [InlineData("up", "--port", "x")]
    [InlineData("up", "--speed", "fast")]
    [InlineData("solve", "x.vrp", "--iterations", "99999999999999999999")]
    [InlineData("solve", "x.vrp", "--time-limit", "soon")]
    [InlineData("solve", "x.vrp", "--threads", "257")]
    [InlineData("plan", "visits", "--region", "x", "--date", "2026-12-01", "--iterations", "many")]
    [InlineData("plan", "visits", "--region", "x", "--date", "tomorrow")]
    [InlineData("plan", "deliveries", "--region", "x", "--date", "2026-12-01", "--address", "ftp://example.com")]
    [InlineData("load", "--terminals", "few", "--rate", "1", "--seconds", "1")]
    [InlineData("up", "--speed", "NaN")]
    [InlineData("load", "--terminals", "1", "--rate", "NaN", "--seconds", "1")]
    [InlineData("load", "--terminals", "1", "--rate", "1", "--seconds", "1e300")]
    [InlineData("roads", "route", "--roads", "x", "--from", "1", "--to", "2,3")]
    [InlineData("roads", "route", "--roads", "x", "--from", "1,2", "--to", "2,3", "--profile", "bus")]
    [InlineData("roads", "route", "--roads", "x", "--from", "1,2", "--to", "2,3", "--profile", "7")]
    [InlineData("roads", "matrix", "--roads", "x", "--points", "y", "--out", "z", "--profile", "car,foot")]
    public async Task WrongArguments_AreTwo(params string[] arguments)
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, arguments);
        run.Exit.ShouldBe(2);
        run.Errors.ShouldNotBeEmpty();
        run.Errors.ShouldAllBe(line => !line.Contains("System."));
    }

    [Fact]
    public async Task MissingFile_IsRefusedByName()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "solve", "nowhere.vrp");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("nowhere.vrp");
    }

    [Fact]
    public async Task EveryCommandOfTheContract_HasHelp()
    {
        using var scratch = new Scratch();
        foreach (var command in new[] { "up", "region", "outlets", "roads", "solve", "check", "plan", "simulate", "calibrate", "verify", "backup", "restore", "verify-journal", "load" })
            (await CommandRun.OfAsync(scratch.Path, command, "--help")).Exit.ShouldBe(0, command);
    }
}
