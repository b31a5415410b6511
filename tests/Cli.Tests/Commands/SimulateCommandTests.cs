using System.Text.Json.Nodes;

namespace Territory.Cli.Tests.Commands;

/// <summary>A market scenario from the command line.</summary>
public sealed class SimulateCommandTests
{
    private const string Scenario =
        """
        {
          "name": "a market",
          "firstDay": "2026-01-05",
          "days": 28,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ { "id": "east", "terminals": TERMINALS, "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] } } ],
          "variants": [ { "name": "more", "set": { "regions[0].fieldForce.staffing[0].reps": 2 } } ]
        }
        """;

    private static readonly string Generated = With("""{ "generated": { "terminals": 40, "areaSquareKilometres": 10 } }""");

    [Fact]
    public async Task Simulate_AnyThreads_PrintsTheSameHashesAndFigures()
    {
        using var scratch = new Scratch();
        scratch.File("market.json", Generated);
        var one = await RunAsync(scratch, "market.json", "--replications", "6", "--threads", "1", "--seed", "9", "--hash");
        var two = await RunAsync(scratch, "market.json", "--replications", "6", "--threads", "2", "--seed", "9", "--hash");
        var other = await RunAsync(scratch, "market.json", "--replications", "6", "--threads", "2", "--seed", "10", "--hash");

        one.Exit.ShouldBe(0, string.Join('\n', one.Errors));
        one.Of("hashes").AsArray().Count.ShouldBe(6);
        two.Of("hashes").ToJsonString().ShouldBe(one.Of("hashes").ToJsonString());
        two.Of("kpis").ToJsonString().ShouldBe(one.Of("kpis").ToJsonString());
        two.Of("variants").ToJsonString().ShouldBe(one.Of("variants").ToJsonString());
        other.Of("hashes").ToJsonString().ShouldNotBe(one.Of("hashes").ToJsonString());
    }

    [Fact]
    public async Task Simulate_ASingleReplication_HasNoBand()
    {
        using var scratch = new Scratch();
        scratch.File("market.json", Generated);
        var run = await RunAsync(scratch, "market.json", "--replications", "1");

        var figure = run.Of("kpis").AsArray()[0]!.AsObject();
        figure["mean"].ShouldNotBeNull();
        figure["low"].ShouldBeNull();
        run.Result.ContainsKey("hashes").ShouldBeFalse();
        run.Of("variants")[0]!["differences"]![0]!["verdict"]!.GetValue<string>().ShouldBe("too few replications to say");
    }

    [Fact]
    public async Task Simulate_Within_GoesOnPastTheUsualReplicationsUntilTheWidthIsReached()
    {
        using var scratch = new Scratch();
        scratch.File("market.json", Generated.Replace("\"variants\"", "\"rules\": { \"demand\": \"negative-binomial\", \"demandSize\": 0.1 }, \"variants\"", StringComparison.Ordinal));
        var usual = await RunAsync(scratch, "market.json");
        var contribution = usual.Of("kpis").AsArray().First(figure => figure!["figure"]!.GetValue<string>() == "east.contribution")!;
        var share = (contribution["high"]!.GetValue<double>() - contribution["mean"]!.GetValue<double>()) / Math.Abs(contribution["mean"]!.GetValue<double>());

        // A quarter less than thirty give takes more of them.
        var within = await RunAsync(scratch, "market.json", "--within", (0.75 * share).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        within.Of("replications").GetValue<int>().ShouldBeInRange(31, 999);
        within.Text("ended").ShouldBe("Precise");
    }

    [Fact]
    public async Task Simulate_Out_WritesTheResultAndTheWeeks()
    {
        using var scratch = new Scratch();
        scratch.File("market.json", Generated);
        var run = await RunAsync(scratch, "market.json", "--replications", "3", "--out", "results");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(scratch.Path, "results", "result.json")))!.ToJsonString().ShouldBe(run.Result.ToJsonString());
        var lines = await File.ReadAllLinesAsync(Path.Combine(scratch.Path, "results", "weeks.csv"));
        lines[0].ShouldBe("variant,region,measure,week,mean,low,high");
        lines.Count(line => line.StartsWith("a market,east,casesSold,", StringComparison.Ordinal)).ShouldBe(4);
        lines.Count(line => line.StartsWith("more,east,casesSold,", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task Simulate_ACensusFile_IsReadAsOutletsAre()
    {
        using var scratch = new Scratch();
        scratch.File("census.csv", "编号,名称,级别,经度,纬度,月销量\nA1,一店,A,117.20,39.10,60\nB1,二店,B,117.21,39.11,20\n");
        scratch.File("market.json", With("""{ "file": "census.csv" }"""));
        var run = await RunAsync(scratch, "market.json", "--replications", "2");
        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));

        scratch.File("census.csv", "编号,名称,级别,经度,纬度,月销量\nA1,一店,A,,39.10,60\n");
        var refused = await RunAsync(scratch, "market.json");
        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldContain(line => line.StartsWith("census.csv:2:", StringComparison.Ordinal), string.Join('\n', refused.Errors));

        scratch.File("census.csv", "编号,名称,级别,经度,纬度,月销量\nA1,一店,A,,39.10,60\nB1,二店,B,117.21,39.11,20\n");
        scratch.File("market.json", With("""{ "file": "census.csv" }, "census": { "acceptGood": true }"""));
        (await RunAsync(scratch, "market.json", "--replications", "2")).Exit.ShouldBe(0);

        scratch.File("market.json", With("""{ "file": "nowhere.csv" }"""));
        var missing = await RunAsync(scratch, "market.json");
        missing.Exit.ShouldBe(1);
        missing.Errors.ShouldContain(line => line.Contains("nowhere.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulate_ABadScenario_ListsEveryProblemAndRunsNothing()
    {
        using var scratch = new Scratch();
        scratch.File("market.json", Generated.Replace("\"days\": 28", "\"days\": 0, \"speed\": 3", StringComparison.Ordinal).Replace("20.5", "-1", StringComparison.Ordinal));
        var run = await RunAsync(scratch, "market.json", "--out", "results");

        run.Exit.ShouldBe(1);
        run.Errors.ShouldContain(line => line.StartsWith("market.json: speed:", StringComparison.Ordinal));
        Directory.GetFiles(Path.Combine(scratch.Path, "results")).ShouldBeEmpty();

        scratch.File("market.json", Generated.Replace("\"days\": 28", "\"days\": 0", StringComparison.Ordinal).Replace("20.5", "-1", StringComparison.Ordinal));
        var ranges = await RunAsync(scratch, "market.json");
        ranges.Exit.ShouldBe(1);
        ranges.Errors.ShouldContain(line => line.StartsWith("market.json: days:", StringComparison.Ordinal));
        ranges.Errors.ShouldContain(line => line.StartsWith("market.json: products[0].costPerCase:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulate_Schema_KnowsEveryMemberOfTheExample()
    {
        using var scratch = new Scratch();
        var schema = await RunAsync(scratch, "--schema");
        schema.Exit.ShouldBe(0);
        schema.Text("title").ShouldBe("Market scenario");

        var example = JsonNode.Parse(await File.ReadAllTextAsync(Example()))!.AsObject();
        foreach (var (member, _) in example)
            schema.Of("properties").AsObject().ContainsKey(member).ShouldBeTrue(member);
        schema.Of("required").AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["name", "firstDay", "days", "products", "regions"], ignoreOrder: true);

        (await RunAsync(scratch)).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Simulate_TheDocumentedExample_Runs()
    {
        using var scratch = new Scratch();
        var run = await RunAsync(scratch, Example(), "--replications", "2");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        run.Of("variants").AsArray().Count.ShouldBe(3);
    }

    private static string With(string terminals) => Scenario.Replace("TERMINALS", terminals, StringComparison.Ordinal);

    private static Task<CommandRun> RunAsync(Scratch scratch, params string[] arguments) => CommandRun.OfAsync(scratch.Path, ["simulate", .. arguments]);

    private static string Example()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
                return Path.Combine(folder.FullName, "docs", "examples", "scenario.json");
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
