using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Lab;

/// <summary>Calibrations, kept censuses and the live scorecard over HTTP by a planner of the county, beside one of elsewhere.</summary>
public sealed class CalibrationEndpointTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string Path = "regions[0].census.demandFactor";

    private const string Market = """
        {
          "name": "a market",
          "firstDay": "2030-01-14",
          "days": 56,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [
            {
              "id": "east",
              "terminals": { "generated": { "terminals": 20, "areaSquareKilometres": 10 } },
              "fieldForce": { "staffing": [ { "from": "2030-01-14", "reps": 1 } ] }
            }
          ],
          "variants": [ { "name": "twice the reps", "set": { "regions[0].fieldForce.staffing[0].reps": 2 } } ]
        }
        """;

    private const string Census = "id,name,lon,lat,class,volume,cell,ours,rivals\nS1,first,113.2,29.3,A,60,town,0.25,one:0.5\nS2,second,113.21,29.31,B,30,,,\n";

    [Fact]
    public async Task Calibration_OfImportedRows_IsReadExportedAndKeptAsAScenario()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        var scenario = (await planner.OkAsync(HttpMethod.Post, "scenarios", new { commandId = Guid.NewGuid(), scenario = JsonNode.Parse(Market) })).GetProperty("id").GetString()!;

        var id = await StartAsync(planner, scenario, Rows());
        var ended = await planner.EndedAsync($"calibrations/{id}");

        (ended.GetProperty("state").GetString(), ended.GetProperty("history").GetString(), ended.GetProperty("deliveries").GetInt32()).ShouldBe(("done", "rows", 80));
        ended.GetProperty("parameters")[0].GetProperty("scale").GetString().ShouldBe("log");
        var fit = ended.GetProperty("fit");
        var parameter = fit.GetProperty("parameters")[0];
        parameter.GetProperty("path").GetString().ShouldBe(Path);
        var (low, median, high) = (parameter.GetProperty("low").GetDouble(), parameter.GetProperty("median").GetDouble(), parameter.GetProperty("high").GetDouble());
        (low <= median && median <= high).ShouldBeTrue();
        parameter.GetProperty("correlations")[0].GetDouble().ShouldBe(1);
        // Two cases to each of ten terminals came in every week, the last two of which were held out.
        fit.GetProperty("backtest").GetProperty("weeks").EnumerateArray()
            .Select(week => (week.GetProperty("week").GetInt32(), week.GetProperty("firstDay").GetString()!, week.GetProperty("actual").GetDouble(), week.GetProperty("heldOut").GetBoolean()))
            .ShouldBe(Enumerable.Range(0, 8).Select(week => (week + 1, new DateOnly(2030, 1, 14).AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 20.0, week >= 6)));
        var listed = (await planner.ReadAsync("/api/lab/calibrations")).EnumerateArray().Single(calibration => calibration.GetProperty("calibration").GetString() == id);
        (listed.GetProperty("calibration").GetString(), listed.GetProperty("fit").ValueKind).ShouldBe((id, JsonValueKind.Null));

        var cells = fit.GetProperty("backtest").GetProperty("cells").EnumerateArray().ToList();
        var lines = await planner.LinesAsync($"calibrations/{id}/weeks.csv");
        lines[0].ShouldBe("cell,longitude,latitude,week,firstDay,actual,low,median,high,heldOut");
        lines.Count.ShouldBe(1 + 8 + (2 * cells.Count));
        // What came to all is the sum of what came to each square.
        lines.Skip(1).Where(line => line.EndsWith("true", StringComparison.Ordinal)).Select(line => line.Split(','))
            .GroupBy(line => line[0] == "all").Select(group => group.Sum(line => double.Parse(line[^5], CultureInfo.InvariantCulture))).ShouldBe([40, 40]);
        var sample = await planner.LinesAsync($"calibrations/{id}/sample.csv");
        (sample[0], sample.Count).ShouldBe(($"{Path},weight,distance", 21));

        var kept = await planner.OkAsync(HttpMethod.Post, $"calibrations/{id}/scenario", new { commandId = Guid.NewGuid(), baseVersion = 1 });
        (kept.GetProperty("id").GetString(), kept.GetProperty("version").GetInt32()).ShouldBe((scenario, 2));
        var content = (await planner.ReadAsync($"/api/lab/scenarios/{scenario}")).GetProperty("scenario");
        content.GetProperty("regions")[0].GetProperty("census").GetProperty("demandFactor").GetDouble().ShouldBe(median, 1e-12);
        content.GetProperty("variants").GetArrayLength().ShouldBe(1);
        (await planner.RefusedAsync($"calibrations/{id}/scenario", new { commandId = Guid.NewGuid(), baseVersion = 1 })).ShouldBe(["lab.changed-since"]);
        var other = await planner.OkAsync(HttpMethod.Post, $"calibrations/{id}/scenario", new { commandId = Guid.NewGuid(), name = "fitted" });
        (await planner.ReadAsync($"/api/lab/scenarios/{other.GetProperty("id").GetString()}")).GetProperty("name").GetString().ShouldBe("fitted");
    }

    [Fact]
    public async Task Calibration_OfALiveRegion_FitsToItsOwnDeliveriesAndIsItsPlannersAlone()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        using var stranger = await host.SignedInAsync(Role.Planner, Sample.OtherRegion);
        await host.AppendAsync(Enumerable.Range(0, 8).SelectMany(week => new[] { 1, 2, 5 }.Select(terminal => Delivered(terminal, new DateOnly(2030, 1, 15).AddDays(7 * week)))));
        var branched = await planner.OkAsync(HttpMethod.Post, "scenarios/branch", new { commandId = Guid.NewGuid(), region = Sample.Region, name = "county", days = 56 });
        var scenario = branched.GetProperty("id").GetString()!;
        var content = JsonNode.Parse((await planner.ReadAsync($"/api/lab/scenarios/{scenario}")).GetProperty("scenario").GetRawText())!;
        content["firstDay"] = "2030-01-14";
        content["regions"]![0]!["fieldForce"]!["staffing"]![0]!["from"] = "2030-01-14";
        await planner.OkAsync(HttpMethod.Put, $"scenarios/{scenario}", new { commandId = Guid.NewGuid(), baseVersion = 1, scenario = content });

        var id = await StartAsync(planner, scenario, null, version: 2);
        var ended = await planner.EndedAsync($"calibrations/{id}");

        // Three outlets got two cases of it in each of eight weeks; what the sample's plan brought on 12 March is past the scenario's days.
        (ended.GetProperty("history").GetString(), ended.GetProperty("deliveries").GetInt32()).ShouldBe(("live", 24));
        ended.GetProperty("fit").GetProperty("backtest").GetProperty("weeks").EnumerateArray().Select(week => week.GetProperty("actual").GetDouble()).ShouldAllBe(actual => actual == 6);
        (await stranger.ReadAsync("/api/lab/calibrations")).EnumerateArray().ShouldNotContain(calibration => calibration.GetProperty("calibration").GetString() == id);
        foreach (var path in new[] { "", "/sample.csv", "/weeks.csv" })
            (await stranger.GetAsync($"/api/lab/calibrations/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var verb in new[] { "stop", "again", "scenario" })
            (await stranger.PostAsync($"/api/lab/calibrations/{id}/{verb}", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.NotFound, verb);

        var again = (await planner.OkAsync(HttpMethod.Post, $"calibrations/{id}/again", new { commandId = Guid.NewGuid() })).GetProperty("calibration").GetString();
        var repeated = await planner.EndedAsync($"calibrations/{again}");
        repeated.GetProperty("history").GetString().ShouldBe("live");
        repeated.GetProperty("fit").GetRawText().ShouldBe(ended.GetProperty("fit").GetRawText());
    }

    [Fact]
    public async Task Calibration_Wrong_IsRefusedByFieldOrCode()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        var scenario = (await planner.OkAsync(HttpMethod.Post, "scenarios", new { commandId = Guid.NewGuid(), scenario = JsonNode.Parse(Market) })).GetProperty("id").GetString()!;
        var before = (await planner.ReadAsync("/api/lab/calibrations")).GetArrayLength();

        (await planner.RefusedAsync("calibrations", Asked(scenario, null))).ShouldBe(["history.missing history"]);
        (await planner.RefusedAsync("calibrations", Asked(scenario, new { rows = new[] { new { date = "2030-01-15", terminal = "", cases = 1 } } }))).ShouldBe(["history.row history.rows[0]"]);
        (await planner.RefusedAsync("calibrations", Asked("elsewhere", Rows()))).ShouldBe(["lab.scenario-unknown"]);
        (await planner.ReadAsync("/api/lab/calibrations")).GetArrayLength().ShouldBe(before);
        using var response = await planner.GetAsync("/api/lab/calibrations/none");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Census_Kept_IsACandidateOfAScorecardAndAnExpansion()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        // More than other requests may have.
        var large = Census + string.Concat(Enumerable.Range(0, 20_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"L{row},shop of number {row},113.{row:D6},29.{row:D6},C,5,,,\n")));

        var kept = await planner.OkAsync(HttpMethod.Post, "censuses", new { commandId = Guid.NewGuid(), name = "county town", csv = Census });
        var big = await planner.OkAsync(HttpMethod.Post, "censuses", new { commandId = Guid.NewGuid(), name = "whole county", csv = large });
        var refused = await planner.RefusedAsync("censuses", new { commandId = Guid.NewGuid(), name = "x", csv = Census.Replace("0.25", "2", StringComparison.Ordinal) });

        var hash = kept.GetProperty("census").GetString()!;
        (kept.GetProperty("terminals").GetInt32(), big.GetProperty("terminals").GetInt32()).ShouldBe((2, 20_002));
        refused.ShouldBe(["census.share ours"]);
        (await planner.ReadAsync("/api/lab/censuses")).EnumerateArray().Select(census => census.GetProperty("name").GetString()).ShouldBe(["county town", "whole county"], ignoreOrder: true);
        (await planner.LinesAsync($"censuses/{hash}.csv")).ShouldBe([Census]);
        var template = await TemplateAsync(planner);
        object Scenario(string census) => new
        {
            name = "one county",
            weeks = 26,
            replications = 3,
            template = template.Market,
            resources = new { trainedReps = 4, cash = new { opening = 1_000_000 } },
            simulator = new { },
            regions = new[] { new { id = "town", name = "town", census, startDespiteGate = "a test" } },
        };
        var scores = await planner.OkAsync(HttpMethod.Post, "scorecard", new { scenario = Scenario($"census:{hash}") });
        var expansion = (await planner.OkAsync(HttpMethod.Post, "expansions", new { commandId = Guid.NewGuid(), scenario = Scenario($"census:{hash}"), iterations = 20 })).GetProperty("expansion").GetString();
        var ended = await planner.EndedAsync($"expansions/{expansion}");

        scores.GetProperty("regions")[0].GetProperty("terminals").GetInt32().ShouldBe(2);
        (ended.GetProperty("state").GetString(), ended.GetProperty("phase").GetString()).ShouldBe(("done", "search"));
        (await planner.RefusedAsync("scorecard", new { scenario = Scenario("census:00") })).ShouldBe(["census.missing $.regions[0].census"]);
    }

    [Fact]
    public async Task Scorecard_OfTheLiveRegions_IsAgainstTheLastTemplate()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);

        var template = await TemplateAsync(planner);
        var own = await planner.ReadAsync("/api/lab/scorecard");
        var all = await administrator.ReadAsync($"/api/lab/scorecard?template={template.Id}");
        using var unknown = await planner.GetAsync("/api/lab/scorecard?template=none");

        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        own.GetProperty("template").GetProperty("hash").GetString().ShouldBe(template.Hash);
        // Nobody has judged the county, so it is not ready, which is no reason not to score it.
        own.GetProperty("regions").EnumerateArray().Select(region => (region.GetProperty("region").GetString(), region.GetProperty("terminals").GetInt32(), region.GetProperty("ready").GetBoolean()))
            .ShouldBe([(Sample.Region, 7, false)]);
        all.GetProperty("regions").EnumerateArray().Select(region => region.GetProperty("region").GetString()).ShouldBe([Sample.Region, Sample.OtherRegion], ignoreOrder: true);
    }

    private static async Task<(string Id, string Hash, JsonElement Market)> TemplateAsync(Browser planner)
    {
        var scenario = (await planner.OkAsync(HttpMethod.Post, "scenarios", new { commandId = Guid.NewGuid(), scenario = JsonNode.Parse(Market) })).GetProperty("id").GetString();
        var run = (await planner.OkAsync(HttpMethod.Post, "runs", new { commandId = Guid.NewGuid(), scenario, version = 1, replications = 2, seed = 1 })).GetProperty("run").GetString();
        await planner.EndedAsync($"runs/{run}");
        var id = (await planner.OkAsync(HttpMethod.Post, "templates", new { commandId = Guid.NewGuid(), run, region = "east", name = "sample" })).GetProperty("id").GetString()!;
        var template = await planner.ReadAsync($"/api/lab/templates/{id}");
        return (id, template.GetProperty("hash").GetString()!, template.GetProperty("template").GetProperty("market"));
    }

    private static async Task<string> StartAsync(Browser planner, string scenario, object? history, int version = 1) =>
        (await planner.OkAsync(HttpMethod.Post, "calibrations", Asked(scenario, history, version))).GetProperty("calibration").GetString()!;

    private static object Asked(string scenario, object? history, int version = 1) => new
    {
        commandId = Guid.NewGuid(),
        scenario,
        version,
        parameters = new[] { new { path = Path, low = 0.3, high = 3.0, scale = "log" } },
        holdOutWeeks = 2,
        population = 20,
        runs = 120,
        history,
    };

    private static object Rows() => new
    {
        rows = Enumerable.Range(0, 80).Select(number => new
        {
            date = new DateOnly(2030, 1, 15).AddDays(7 * (number / 10)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            terminal = $"T{(number % 10) + 1}",
            cases = 2,
        }),
    };

    private static (string Kind, string Key, IEvent Event) Delivered(int terminal, DateOnly day) => (ActorKind.Terminal, Sample.Terminal(terminal), new DeliveryReceived(
        new VehicleId(Sample.EastVehicle), new PlanId("earlier"), new DistributorId(Sample.East), [],
        [new DeliveredLine(new ProductId(Sample.Cola), new Cases(2), new Cases(2), new Units(48), new Money(9600))], RefusalReason.None,
        Sample.At(day, 8), Sample.At(day, 12), Sample.At(day, 8, 30), Sample.At(day, 8, 40), day, new Money(9600), OrdersStayOpen: false));
}
