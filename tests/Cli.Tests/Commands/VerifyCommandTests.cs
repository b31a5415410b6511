using System.Text.Json.Nodes;

namespace Territory.Cli.Tests.Commands;

/// <summary>The known answers from the command line; the figures are those of the sources named in docs/verify.md.</summary>
public sealed class VerifyCommandTests
{
    [Fact]
    public async Task Newsvendor_PublishedExample_PrintsStockAndCost()
    {
        var run = await RunAsync("newsvendor", "--mean", "50", "--sd", "8", "--holding", "0.18", "--shortage", "0.70");
        run.Exit.ShouldBe(0);
        run.Number("stock").ShouldBe(56.6040, 1e-4);
        run.Number("cost").ShouldBe(1.99761, 1e-4);
    }

    [Fact]
    public async Task Ss_PublishedExample_PrintsPolicyAndCost()
    {
        var run = await RunAsync("ss", "--poisson", "6", "--holding", "1", "--shortage", "4", "--setup", "5", "--reorder-point", "6", "--order-up-to", "18");
        run.Exit.ShouldBe(0);
        run.Text("policy").ShouldBe("(4,10)");
        run.Number("cost").ShouldBe(8.034112, 1e-6);
        run.Of("given")["cost"]!.GetValue<double>().ShouldBe(10.193799, 1e-6);
    }

    [Fact]
    public async Task Rq_PublishedExample_PrintsPolicyAndCost()
    {
        var run = await RunAsync("rq", "--rate", "1.5", "--lead-time", "2", "--holding", "20", "--shortage", "150", "--setup", "100");
        run.Exit.ShouldBe(0);
        (run.Whole("reorderPoint"), run.Whole("quantity")).ShouldBe((3, 5));
        run.Number("cost").ShouldBe(107.923581, 1e-6);
    }

    [Fact]
    public async Task Serial_EitherOrder_PrintsTheSamePublishedLevels()
    {
        string[] demand = ["--shortage", "37.12", "--mean", "5", "--sd", "1"];
        var downstream = await RunAsync(["serial", "--echelon-holding", "3,2,2", "--lead-times", "1,1,2", .. demand]);
        var upstream = await RunAsync(["serial", "--echelon-holding", "2,2,3", "--lead-times", "2,1,1", "--upstream-first", .. demand]);
        downstream.Exit.ShouldBe(0);
        downstream.Number("cost").ShouldBe(47.65, 0.02);
        var levels = downstream.Of("stages").AsArray().Select(stage => stage!["echelonBaseStock"]!.GetValue<double>()).ToArray();
        levels[0].ShouldBe(6.49, 0.005);
        levels[1].ShouldBe(12.02, 0.005);
        levels[2].ShouldBe(22.71, 0.005);
        upstream.Result.ToJsonString().ShouldBe(downstream.Result.ToJsonString());
    }

    [Theory]
    [InlineData("quantity", 304.0468, "eoq", "--demand", "1300", "--holding", "0.225", "--setup", "8")]
    [InlineData("lostShare", 0.1100543478, "lost-sales", "--rate", "3", "--lead-time", "1", "--stock", "5")]
    [InlineData("readyRate", 0.916082, "ready-rate", "--lead-time-demand", "3", "--stock", "6")]
    [InlineData("ratio", 1.465, "bullwhip", "--lead-time", "1", "--periods", "5", "--correlation", "0.5")]
    [InlineData("peakTime", 6.1926, "bass", "--innovation", "0.03", "--imitation", "0.38", "--times", "1")]
    [InlineData("share", 0.2875, "availability", "--first", "0.6", "--second", "0.9", "--preference", "0.4")]
    [InlineData("timeInSystem", 5, "mm1", "--arrival-rate", "0.8", "--service-rate", "1")]
    public async Task Computation_KnownParameters_PrintsTheKnownFigure(string member, double expected, params string[] arguments)
    {
        var run = await RunAsync(arguments);
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        run.Number(member).ShouldBe(expected, 5e-5);
    }

    [Fact]
    public async Task Lists_KnownParameters_PrintTheKnownFigures()
    {
        var split = await RunAsync("effort-split", "--scales", "10,8,4", "--elasticity", "0.34", "--total", "100");
        split.Of("efforts")[0]!.GetValue<double>().ShouldBe(50.95, 0.1);
        var huff = await RunAsync("huff", "--attractions", "5000,3000", "--distances", "2,1");
        huff.Of("shares")[0]!.GetValue<double>().ShouldBe(1250.0 / 4250, 1e-9);
    }

    [Fact]
    public async Task BassFit_RecorderSales_PrintsBothEstimates()
    {
        using var scratch = new Scratch();
        scratch.File("sales.txt", "# thousands\nsales\n840\n1470\n2110\n4000\n7590\n\n10950\n10530\n9470\n7790\n5890\n");
        var run = await CommandRun.OfAsync(scratch.Path, "verify", "bass-fit", "sales.txt");
        run.Exit.ShouldBe(0);
        run.Whole("periods").ShouldBe(10);
        run.Of("nlsRate")["M"]!.GetValue<double>().ShouldBe(67_980, 5);
        run.Of("nlsRate")["residualStandardError"]!.GetValue<double>().ShouldBe(727, 0.5);
        foreach (var member in new[] { "M", "p", "q", "residualStandardError" })
            run.Of("ols")[member]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AdbudgFit_PointsOfACurve_PrintsTheCurve()
    {
        using var scratch = new Scratch();
        // 10 + 80 x^2 / (16 + x^2).
        scratch.File("calls.csv", "effort,sales\n0,10\n1,14.705882353\n2,26\n4,50\n8,74\n12,82\n");
        var run = await CommandRun.OfAsync(scratch.Path, "verify", "adbudg-fit", "calls.csv");
        run.Exit.ShouldBe(0);
        run.Number("min").ShouldBe(10, 1e-3);
        run.Number("max").ShouldBe(90, 1e-3);
        run.Number("c").ShouldBe(2, 1e-4);
        run.Number("d").ShouldBe(16, 1e-2);
    }

    [Fact]
    public async Task BeerGame_ExampleOfItsSchema_CostsStermansBenchmark()
    {
        using var scratch = new Scratch();
        var schema = await CommandRun.OfAsync(scratch.Path, "verify", "beer-game", "--schema");
        scratch.File("game.json", schema.Of("examples")[0]!.ToJsonString());
        var run = await CommandRun.OfAsync(scratch.Path, "verify", "beer-game", "game.json");
        run.Exit.ShouldBe(0);
        run.Number("cost").ShouldBe(204);
        run.Of("stages").AsArray().Select(stage => stage!["cost"]!.GetValue<double>()).ShouldBe([46, 50, 54, 54]);
    }

    [Fact]
    public async Task BeerGame_BrokenFile_ListsEveryProblemWithItsPath()
    {
        using var scratch = new Scratch();
        scratch.File("game.json", """{"weeks":0,"demand":[4,"x"],"speed":3,"policies":{"retailer":{"rule":"base-stock"},"wholesaler":{"rule":"guess"},"distributor":{"rule":"pass-on"}}}""");
        scratch.File("half.json", "{\"weeks\": 3,\n \"demand\": [1,\n");
        var run = await CommandRun.OfAsync(scratch.Path, "verify", "beer-game", "game.json");
        run.Exit.ShouldBe(1);
        foreach (var path in new[] { "$.weeks", "$.demand[1]", "$.speed", "$.policies.retailer.level", "$.policies.wholesaler.rule", "$.policies.factory" })
            run.Errors.ShouldContain(line => line.Contains(path));
        var half = await CommandRun.OfAsync(scratch.Path, "verify", "beer-game", "half.json");
        half.Exit.ShouldBe(1);
        half.Errors.ShouldHaveSingleItem().ShouldStartWith("half.json:3:");
    }

    [Fact]
    public async Task Files_BadLines_AreRefusedByNumber()
    {
        using var scratch = new Scratch();
        scratch.File("sales.txt", "5\nabc\n-3\n4,5\nNaN\n");
        var run = await CommandRun.OfAsync(scratch.Path, "verify", "bass-fit", "sales.txt");
        run.Exit.ShouldBe(1);
        run.Errors.Select(line => line.Split(' ')[0]).ShouldBe(["sales.txt:2:", "sales.txt:3:", "sales.txt:4:", "sales.txt:5:"]);
        scratch.File("short.txt", "5\n6\n");
        (await CommandRun.OfAsync(scratch.Path, "verify", "bass-fit", "short.txt")).Exit.ShouldBe(1);
        (await CommandRun.OfAsync(scratch.Path, "verify", "adbudg-fit", "nowhere.csv")).Errors.ShouldHaveSingleItem().ShouldContain("nowhere.csv");
    }

    [Theory]
    [InlineData("--holding", "newsvendor", "--mean", "50", "--sd", "8", "--holding", "-1", "--shortage", "0.7")]
    [InlineData("--sd", "newsvendor", "--mean", "50", "--sd", "NaN", "--holding", "1", "--shortage", "0.7")]
    [InlineData("--shortage", "newsvendor", "--mean", "50", "--sd", "8", "--holding", "1")]
    [InlineData("--lead-times", "serial", "--echelon-holding", "3,x,2", "--lead-times", "1,-1,2", "--shortage", "9", "--mean", "5", "--sd", "1")]
    [InlineData("--lead-times", "serial", "--echelon-holding", "3,2", "--lead-times", "1,1,2", "--shortage", "9", "--mean", "5", "--sd", "1")]
    [InlineData("--order-up-to", "ss", "--poisson", "6", "--holding", "1", "--shortage", "4", "--setup", "5", "--reorder-point", "6", "--order-up-to", "6")]
    [InlineData("--stock", "lost-sales", "--rate", "3", "--lead-time", "1")]
    [InlineData("--service-rate", "mm1", "--arrival-rate", "1", "--service-rate", "1")]
    [InlineData("FILE", "beer-game")]
    [InlineData("newsvendor", "newsvendor-of-venice")]
    [InlineData("V25", "V3")]
    public async Task WrongParameters_AreTwoAndNamed(string named, params string[] arguments)
    {
        var run = await RunAsync(arguments);
        run.Exit.ShouldBe(2);
        run.Errors.ShouldContain(line => line.Contains(named));
        run.Errors.ShouldAllBe(line => !line.Contains("System."));
    }

    [Theory]
    [InlineData("ss", "--poisson", "6", "--holding", "1", "--shortage", "4", "--setup", "1e11")]
    [InlineData("newsvendor", "--mean", "6", "--sd", "1", "--holding", "1e-9", "--shortage", "1e9")]
    [InlineData("rq", "--rate", "1e6", "--lead-time", "1e6", "--holding", "1", "--shortage", "1", "--setup", "1")]
    public async Task ParametersBeyondReach_AreRefusedWithFieldAndRule(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("--");
    }

    [Fact]
    public async Task Row_OnItsOwn_PrintsExpectedGotToleranceAndVerdict()
    {
        var run = await RunAsync("v2", "--seed", "3", "--quiet");
        run.Exit.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        run.Flag("passed").ShouldBeTrue();
        var tests = run.Of("tests").AsArray();
        run.Whole("answers").ShouldBe(tests.Count);
        foreach (var test in tests)
        {
            test!["row"]!.GetValue<string>().ShouldBe("V2");
            test["verdict"]!.GetValue<string>().ShouldBe("pass");
            Math.Abs(test["got"]!.GetValue<double>() - test["expected"]!.GetValue<double>()).ShouldBeLessThanOrEqualTo(test["tolerance"]!.GetValue<double>());
            test["source"]!.GetValue<string>().ShouldNotBeEmpty();
        }

        tests.Count(test => test!["interval"] is JsonArray).ShouldBe(2);
    }

    private static async Task<CommandRun> RunAsync(params string[] arguments)
    {
        using var scratch = new Scratch();
        return await CommandRun.OfAsync(scratch.Path, ["verify", .. arguments]);
    }
}
