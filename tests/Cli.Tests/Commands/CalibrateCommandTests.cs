using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Territory.Cli.Tests.Commands;

/// <summary>Fitting a scenario to deliveries from the command line; what the fit finds is tested where it lives.</summary>
public sealed class CalibrateCommandTests
{
    private const string Scenario =
        """
        {
          "name": "a market", "firstDay": "2026-01-05", "days": 56,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ { "id": "east", "terminals": { "generated": { "terminals": 20, "areaSquareKilometres": 10 } }, "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] } } ]
        }
        """;

    private static readonly string[] Quick = ["--population", "20", "--runs", "120", "--hold-out", "2", "--parameter", "regions[0].census.demandFactor=0.3..3:log", "--quiet"];

    [Fact]
    public async Task Calibrate_Deliveries_PrintsParametersWithBandsAndTheBacktest()
    {
        using var scratch = Files(History());
        var run = await CommandRun.OfAsync(scratch.Path, ["calibrate", "market.json", "history.csv", .. Quick, "--out", "fit"]);

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        var parameter = run.Of("parameters")[0]!;
        parameter["path"]!.GetValue<string>().ShouldBe("regions[0].census.demandFactor");
        parameter["low"]!.GetValue<double>().ShouldBeLessThan(parameter["high"]!.GetValue<double>());
        // Weeks 7 and 8 are held out; two cases to each of ten terminals came in each.
        run.Of("backtest")["weeks"]!.AsArray().Where(week => week!["heldOut"]!.GetValue<bool>()).Select(week => (week!["week"]!.GetValue<int>(), week["actual"]!.GetValue<double>())).ShouldBe([(7, 20), (8, 20)]);
        var fitted = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(scratch.Path, "fit", "scenario.json")))!;
        fitted["regions"]![0]!["census"]!["demandFactor"]!.GetValue<double>().ShouldBe(parameter["median"]!.GetValue<double>(), 1e-12);
        (await File.ReadAllLinesAsync(Path.Combine(scratch.Path, "fit", "sample.csv"))).Length.ShouldBe(21);
        (await CommandRun.OfAsync(scratch.Path, "simulate", "fit/scenario.json", "--replications", "2")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Calibrate_ABadHistory_NamesEveryLine()
    {
        // The third of April or the fourth of March: nobody knows.
        using var scratch = Files("日期,终端,箱数\n2026-13-01,T1,3\n2026-01-06,,3\n2026-01-06,T1,-3\n2026年1月6日,T1,3\n03/04/2026,T1,3\n");
        var run = await CommandRun.OfAsync(scratch.Path, ["calibrate", "market.json", "history.csv", .. Quick]);

        run.Exit.ShouldBe(1);
        run.Errors.Count.ShouldBe(4);
        foreach (var line in new[] { 2, 3, 4, 6 })
            run.Errors.ShouldContain(error => error.StartsWith($"history.csv:{line}:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("regions[0].census.demandFactor=3..1")]
    [InlineData("regions[0].census.demandFactor=0..1:log")]
    [InlineData("regions[0].census.demandFactor")]
    public async Task Calibrate_ABadRange_IsAWrongArgument(string parameter)
    {
        using var scratch = Files(History());
        (await CommandRun.OfAsync(scratch.Path, "calibrate", "market.json", "history.csv", "--parameter", parameter)).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Calibrate_FewerRunsThanTheFirstPopulationTakes_IsAWrongArgument()
    {
        using var scratch = Files(History());
        var run = await CommandRun.OfAsync(scratch.Path, "calibrate", "market.json", "history.csv", "--runs", "300", "--parameter", "regions[0].census.demandFactor=0.3..3");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldContain(line => line.Contains("--population", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calibrate_WithoutAHistory_SaysSo()
    {
        using var scratch = Files(History());
        var run = await CommandRun.OfAsync(scratch.Path, ["calibrate", "market.json", .. Quick]);

        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("history.missing");
    }

    private static Scratch Files(string history)
    {
        var scratch = new Scratch();
        scratch.File("market.json", Scenario);
        scratch.File("history.csv", history);
        return scratch;
    }

    private static string History()
    {
        var text = new StringBuilder("date,terminal,cases\n");
        for (var week = 0; week < 8; week++)
        {
            for (var terminal = 1; terminal <= 10; terminal++)
                text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 1, 6).AddDays(7 * week):yyyy-MM-dd},T{terminal},2\n");
        }

        return text.ToString();
    }
}
