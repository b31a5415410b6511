using System.Text.Json.Nodes;

namespace Territory.Cli.Tests.Expansion;

public sealed class ExpandCommandTests
{
    private const string Iterations = "200";

    private static string Example => Path.Combine(Root(), "docs", "examples", "expansion");

    /// <summary>The example of the documentation: every region is opened or left out with a reason, the limits hold, the files are there.</summary>
    [Fact]
    public async Task Expand_Example_PlansWavesWithBandsBoundAndReasons()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "expand", Path.Combine(Example, "scenario.json"), "--iterations", Iterations, "--out", "plan", "--quiet");
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        var starts = run.Of("starts").AsArray();
        starts.Count.ShouldBeGreaterThan(0);
        (starts.Count + run.Of("leftOut").AsArray().Count).ShouldBe(run.Of("regions").AsArray().Count);
        run.Number("bound").ShouldBeGreaterThanOrEqualTo(run.Number("objective"));
        run.Number("cashKept").ShouldBeGreaterThanOrEqualTo(0.95);
        run.Of("cash").AsArray().Select(week => week!["mean"]!.GetValue<double>()).ShouldAllBe(balance => balance >= 100_000);
        run.Of("freeReps").AsArray().ShouldAllBe(count => count!.GetValue<int>() >= 0);
        run.Of("value")["cvar"]!.GetValue<double>().ShouldBeLessThan(run.Of("value")["mean"]!.GetValue<double>());
        foreach (var region in run.Of("leftOut").AsArray())
        {
            var reason = region!["reason"]!.GetValue<string>();
            (region["constraint"] is not null).ShouldBe(reason == "limit");
            (region["failing"]!.AsArray().Count > 0).ShouldBe(reason == "notReady");
        }

        var folder = Path.Combine(scratch.Path, "plan");
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "plan.json"))).ShouldNotBeNull()["objective"]!.GetValue<double>().ShouldBe(run.Number("objective"));
        (await File.ReadAllLinesAsync(Path.Combine(folder, "waves.csv"))).Length.ShouldBe(1 + starts.Count);
        var cash = await File.ReadAllLinesAsync(Path.Combine(folder, "cash.csv"));
        cash[0].ShouldBe("week,date,mean,low,high,limit");
        cash.Length.ShouldBe(1 + run.Of("cash").AsArray().Count);
        (await File.ReadAllLinesAsync(Path.Combine(folder, "coverage.csv"))).Length.ShouldBe(cash.Length);
    }

    [Fact]
    public async Task Expand_SameSeedAndIterations_PrintsTheSamePlan()
    {
        async Task<string> PlanAsync(string seed)
        {
            var run = await CommandRun.OfAsync(Example, "expand", "scenario.json", "--iterations", "60", "--seed", seed, "--quiet");
            var result = run.Result;
            result.Remove("seconds");
            return result.ToJsonString();
        }

        var first = await PlanAsync("3");
        (await PlanAsync("3")).ShouldBe(first);
        (await PlanAsync("4")).ShouldNotBe(first);
    }

    /// <summary>Far more iterations than a second allows: the limit ends the search, and a complete plan is done.</summary>
    [Fact]
    public async Task Expand_TimeLimit_ChoosesHowManyIterationsAreDone()
    {
        var run = await CommandRun.OfAsync(Example, "expand", "scenario.json", "--iterations", "100000000", "--time-limit", "1", "--quiet");
        run.Exit.ShouldBe(0);
        run.Of("iterations").GetValue<long>().ShouldBeLessThan(100_000_000);
        run.Of("starts").AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Expand_BadScenario_ListsEveryProblemWithItsPath()
    {
        using var scratch = new Scratch();
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Example, "scenario.json")))!;
        scenario["colour"] = "red";
        scenario["weeks"] = "many";
        scenario["resources"]!["cash"]!.AsObject().Remove("opening");
        scenario["regions"]![0]!["acceptance"] = 1.5;
        scenario["regions"]![1]!["macro"]!["population"] = -5;
        scenario["objective"]!["goal"] = "fame";
        scenario["selection"] = new JsonObject { ["weights"] = new JsonObject { ["luck"] = 1 } };
        scratch.File("bad.json", scenario.ToJsonString());
        var run = await CommandRun.OfAsync(scratch.Path, "expand", "bad.json");
        run.Exit.ShouldBe(1);
        foreach (var path in new[] { "$.colour", "$.weeks", "$.resources.cash.opening", "$.regions[0].acceptance", "$.regions[1].macro.population", "$.objective.goal", "$.selection.weights.luck" })
            run.Errors.ShouldContain(line => line.StartsWith($"bad.json: {path}: "), $"no problem at {path}");
        run.Errors.Count.ShouldBe(7);
    }

    [Theory]
    [InlineData("$.resources.cash.opening", "expansion.cash.below-limit")]
    [InlineData("$.regions[0].required", "expansion.required.reps")]
    [InlineData("$.regions[0].census", "census.missing")]
    [InlineData("$.template.weeks[5]", "scenario.range")]
    [InlineData("$.template.hash", "template.changed")]
    [InlineData("$.firstWeek", "expansion.first-week")]
    [InlineData("$.firstWeek", "expansion.first-week.year")]
    [InlineData("$.selection.weights", "expansion.weights")]
    [InlineData("$.regions[0].rivals", "expansion.rivals.over")]
    [InlineData("$.regions[2].id", "scenario.length")]
    [InlineData("no JSON", "scenario.json")]
    [InlineData("$.regions[1].latestWeek", "expansion.region.window")]
    public async Task Expand_ImpossibleInput_IsRefusedWithPathAndReason(string path, string code)
    {
        using var scratch = new Scratch();
        foreach (var census in Directory.GetFiles(Example, "*.csv"))
            File.Copy(census, Path.Combine(scratch.Path, Path.GetFileName(census)));
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Example, "scenario.json")))!;
        switch (path)
        {
            case "$.resources.cash.opening":
                scenario["resources"]!["cash"]!["opening"] = 10;
                break;
            case "$.regions[0].required":
                scenario["regions"]![0]!["required"] = true;
                scenario["regions"]![0]!["startDespiteGate"] = "the board wants it";
                scenario["regions"]![0]!["latestWeek"] = 0;
                scenario["resources"]!["trainedReps"] = 0;
                break;
            case "$.regions[0].census":
                scenario["regions"]![0]!["census"] = "nowhere.csv";
                break;
            case "$.template.weeks[5]":
                scenario["template"]!["weeks"]![5]!["numericDistribution"] = 1.2;
                break;
            case "$.template.hash":
                scenario["template"]!["hash"] = "00";
                break;
            case "$.firstWeek":
                scenario["firstWeek"] = code == "expansion.first-week" ? "2027-01-05" : "9999-12-27";
                break;
            case "$.selection.weights":
                scenario["selection"]!["weights"] = new JsonObject(
                    new[] { "capacity", "potential", "typicality", "influence", "acceptance", "brandMaturity", "demand", "brandInfluence", "customerCooperation", "execution" }
                        .Select(name => KeyValuePair.Create(name, (JsonNode?)0)));
                break;
            case "$.regions[0].rivals":
                scenario["regions"]![0]!["rivals"]![0]!["share"] = 0.9;
                break;
            case "$.regions[2].id":
                scenario["regions"]![2]!["id"] = " ";
                break;
            case "no JSON":
                scenario["half of a character"] = 1;
                break;
            default:
                scenario["regions"]![1]!["latestWeek"] = 500;
                break;
        }

        scratch.File("bad.json", scenario.ToJsonString().Replace("half of a character", "\\ud800", StringComparison.Ordinal));
        var run = await CommandRun.OfAsync(scratch.Path, "expand", "bad.json", "--quiet");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain(line => line.Contains(path) && line.Contains($"[{code}]"), string.Join('\n', run.Errors));
    }

    [Fact]
    public async Task Expand_BadCensus_NamesTheLines()
    {
        using var scratch = new Scratch();
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Example, "scenario.json")))!;
        var region = scenario["regions"]![0]!.DeepClone();
        region["census"] = "bad.csv";
        scenario["regions"] = new JsonArray(region);
        scratch.File("scenario.json", scenario.ToJsonString());
        scratch.File("bad.csv", "id,name,lon,lat,class,volume,cell,ours,rivals\n1,a,116,32,A,10,x,0,A:0.2\n2,b,116,32.01,Q,10,x,0,A:0.2\n3,c,116,32.02,B,10,x,1.4,A:0.2\n4,d,116,32.03,B,10,x,0,nobody\n5,e,116,32.04,B,10,x,0.6,A:0.6\n");
        var run = await CommandRun.OfAsync(scratch.Path, "expand", "scenario.json", "--quiet");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain(line => line.StartsWith("bad.csv:3:"));
        scratch.File("bad.csv", "id,name,lon,lat,class,volume,cell,ours,rivals\n1,a,116,32,A,10,x,0,A:0.2\n3,c,116,32.02,B,10,x,1.4,A:0.2\n4,d,116,32.03,B,10,x,0,nobody\n5,e,116,32.04,B,10,x,0.6,A:0.6\n");
        run = await CommandRun.OfAsync(scratch.Path, "expand", "scenario.json", "--quiet");
        run.Errors.Select(line => line.Split(' ')[0]).ShouldBe(["bad.csv:3:", "bad.csv:4:", "bad.csv:5:"]);
    }

    [Fact]
    public async Task Schema_StatesEveryFieldAndRefusesOthers()
    {
        var run = await CommandRun.OfAsync(Path.GetTempPath(), "expand", "--schema");
        run.Exit.ShouldBe(0);
        var schema = run.Result;
        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["name", "weeks", "template", "resources", "regions"], ignoreOrder: true);
        schema["properties"]!["regions"]!["items"]!["properties"]!["acceptance"]!["maximum"]!.GetValue<double>().ShouldBe(1);
    }

    [Theory]
    [InlineData]
    [InlineData("scenario.json", "--schema")]
    [InlineData("--sample", "3")]
    [InlineData("scenario.json", "--iterations", "0")]
    [InlineData("scenario.json", "--time-limit", "NaN")]
    public async Task Expand_WrongArguments_ExitWithTwo(params string[] arguments) =>
        (await CommandRun.OfAsync(Example, ["expand", .. arguments])).Exit.ShouldBe(2);

    [Fact]
    public async Task Sample_WritesAScenarioThatPlans()
    {
        using var scratch = new Scratch();
        var sample = await CommandRun.OfAsync(scratch.Path, "expand", "--sample", "4", "--sample-terminals", "60", "--seed", "9", "--out", "s");
        sample.Exit.ShouldBe(0);
        sample.Of("files").AsArray().Count.ShouldBe(5);
        (await CommandRun.OfAsync(scratch.Path, "expand", "s/scenario.json", "--iterations", "20", "--quiet")).Exit.ShouldBe(0);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run within the repository.");
    }
}
