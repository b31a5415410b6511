using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts.Terminals;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Dashboard.Tests.Live;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Lab;

/// <summary>The lab over HTTP by a planner of the county, beside one of elsewhere.</summary>
public sealed class LabEndpointTests : IAsyncLifetime
{
    private const string Small = """
        {
          "name": "a market",
          "firstDay": "2030-03-12",
          "days": 28,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [
            {
              "id": "east",
              "terminals": { "generated": { "terminals": 40, "areaSquareKilometres": 10 } },
              "fieldForce": { "staffing": [ { "from": "2030-03-12", "reps": 1 } ] }
            }
          ],
          "variants": [ { "name": "=twice the reps", "set": { "regions[0].fieldForce.staffing[0].reps": 2 } } ]
        }
        """;

    private readonly DashboardHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Scenario_Kept_IsListedChangedAndRemoved()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);

        var id = await SaveAsync(planner, Small);
        var listed = (await planner.ReadAsync("/api/lab/scenarios"))[0];
        var longer = JsonNode.Parse(Small)!;
        longer["days"] = 35;
        var changed = await OkAsync(planner, HttpMethod.Put, $"/api/lab/scenarios/{id}", new { commandId = Guid.NewGuid(), baseVersion = 1, scenario = longer });
        using var late = await planner.SendAsync(HttpMethod.Put, $"/api/lab/scenarios/{id}", new { commandId = Guid.NewGuid(), baseVersion = 1, scenario = longer });

        (listed.GetProperty("id").GetString(), listed.GetProperty("name").GetString(), listed.GetProperty("version").GetInt32()).ShouldBe((id, "a market", 1));
        (listed.GetProperty("by").GetString(), listed.GetProperty("days").GetInt32(), listed.GetProperty("variants").GetInt32()).ShouldBe((planner.Person!.Id, 28, 1));
        listed.GetProperty("regions")[0].GetString().ShouldBe("east");
        changed.GetProperty("version").GetInt32().ShouldBe(2);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("lab.changed-since");
        (await planner.ReadAsync($"/api/lab/scenarios/{id}")).GetProperty("scenario").GetProperty("days").GetInt32().ShouldBe(35);
        await OkAsync(planner, HttpMethod.Delete, $"/api/lab/scenarios/{id}", new { commandId = Guid.NewGuid() });
        (await planner.ReadAsync("/api/lab/scenarios")).GetArrayLength().ShouldBe(0);
        (await planner.GetAsync($"/api/lab/scenarios/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scenario_Wrong_IsAnsweredWithEveryProblem()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var wrong = JsonNode.Parse(Small)!;
        wrong["days"] = 0;
        wrong["products"]![0]!["channelPerCase"] = 29;
        wrong["variants"] = new JsonArray();

        foreach (var (path, body) in new (string, object)[] { ("scenarios", new { commandId = Guid.NewGuid(), scenario = wrong }), ("scenarios/check", new { scenario = wrong }) })
        {
            using var response = await planner.PostAsync($"/api/lab/{path}", body);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray()
                .Select(problem => (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()))
                .ShouldBe([("lab.below", "days"), ("lab.price-order", "products[0].channelPerCase")], ignoreOrder: true);
        }

        (await planner.ReadAsync("/api/lab/scenarios")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Branch_AtAnEarlierPosition_DiffersAsTheJournalSays()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var then = (await planner.ReadAsync($"/api/regions/{Sample.Region}")).GetProperty("position").GetInt64();
        var added = Sample.NewTerminal(10) with { CategoryVolumePerMonth = new Model.Quantities.Cases(70) };
        await _host.AppendAsync([(ActorKind.Terminal, Sample.Terminal(10), new TerminalRegistered(added, null, Sample.Today))]);

        var early = await BranchedAsync(planner, then);
        var now = await BranchedAsync(planner, null);

        // Outlet 8 of the sample has closed down, so seven trade, four of which have stock; the tenth came after.
        (early.GetProperty("terminals").GetInt32(), early.GetProperty("adopted").GetInt32()).ShouldBe((7, 4));
        (now.GetProperty("terminals").GetInt32(), now.GetProperty("adopted").GetInt32()).ShouldBe((8, 4));
        (now.GetProperty("unitsPerDay").GetDouble() - early.GetProperty("unitsPerDay").GetDouble()).ShouldBe(70 * 24 / 30.4375, 1e-9);
        (now.GetProperty("reps").GetInt32(), now.GetProperty("vehicles").GetInt32()).ShouldBe((2, 3));
    }

    [Fact]
    public async Task LiveRegion_OfAnotherPlanner_IsNotToBeSeenOrUsed()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        using var stranger = await _host.SignedInAsync(Role.Planner, Sample.OtherRegion);
        var branched = await OkAsync(planner, HttpMethod.Post, "/api/lab/scenarios/branch", Branch(null));
        var id = branched.GetProperty("id").GetString();
        var run = await EndedAsync(planner, await StartAsync(planner, id!, replications: 2));
        var theirs = (await planner.ReadAsync($"/api/lab/scenarios/{id}")).GetProperty("scenario");

        using var branch = await stranger.PostAsync("/api/lab/scenarios/branch", Branch(null));
        using var check = await stranger.PostAsync("/api/lab/scenarios/check", new { scenario = theirs });

        branch.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        check.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await check.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe("scenario.region-unknown");
        (await stranger.ReadAsync("/api/lab/scenarios")).GetArrayLength().ShouldBe(0);
        (await stranger.ReadAsync("/api/lab/runs")).GetArrayLength().ShouldBe(0);
        foreach (var path in new[] { $"scenarios/{id}", $"runs/{run}", $"runs/{run}/result", $"runs/{run}/kpis.csv", $"compare?left={run}&right={run}", $"sensitivity?run={run}" })
            (await stranger.GetAsync($"/api/lab/{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        using var start = await stranger.PostAsync("/api/lab/runs", Start(id!, 2));
        start.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var verb in new[] { "stop", "again" })
            (await stranger.PostAsync($"/api/lab/runs/{run}/{verb}", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Rep)]
    [InlineData(Role.Driver)]
    public async Task Lab_OfOtherRoles_IsClosed(Role role)
    {
        using var browser = await _host.SignedInAsync(role);

        (await browser.GetAsync("/api/lab/scenarios")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync("/api/lab/scenarios/check", new { scenario = JsonNode.Parse(Small) })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var path in new[] { "calibrations", "calibrations/1", "calibrations/1/sample.csv", "censuses", "scorecard", "expansions" })
            (await browser.GetAsync($"/api/lab/{path}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        foreach (var path in new[] { "calibrations", "calibrations/1/stop", "calibrations/1/again", "calibrations/1/scenario", "censuses" })
            (await browser.PostAsync($"/api/lab/{path}", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        await using var live = await HubConnection.ConnectAsync(browser);
        await Should.ThrowAsync<InvalidOperationException>(() => live.CallAsync("WatchLab"));
    }

    [Fact]
    public async Task Run_ToItsEnd_HasAResultThatItsTablesRepeat()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var id = await SaveAsync(planner, Small);

        var run = await EndedAsync(planner, await StartAsync(planner, id, replications: 4));

        var listed = (await planner.ReadAsync("/api/lab/runs"))[0];
        (listed.GetProperty("run").GetString(), listed.GetProperty("state").GetString(), listed.GetProperty("scenario").GetString()).ShouldBe((run, "done", id));
        (listed.GetProperty("finished").GetInt32(), listed.GetProperty("variants").GetInt32(), listed.GetProperty("failedReplications").GetInt32()).ShouldBe((8, 2, 0));
        var result = await planner.ReadAsync($"/api/lab/runs/{run}/result");
        result.GetProperty("scenario").GetProperty("name").GetString().ShouldBe("a market");
        result.GetProperty("options").GetProperty("replications").GetInt32().ShouldBe(4);
        result.GetProperty("inputs")[0].GetProperty("terminals").GetInt32().ShouldBe(40);
        var variants = result.GetProperty("variants").EnumerateArray().ToList();
        variants.Select(variant => variant.TryGetProperty("differences", out _)).ShouldBe([false, true]);

        var figures = variants.SelectMany(variant => variant.GetProperty("kpis").EnumerateArray().Select(kpi => string.Join(',',
            NameOf(variant), kpi.GetProperty("figure").GetString(), kpi.GetProperty("mean").GetRawText(), kpi.GetProperty("low").GetRawText(),
            kpi.GetProperty("high").GetRawText(), kpi.GetProperty("sd").GetRawText())));
        (await LinesAsync(planner, $"/api/lab/runs/{run}/kpis.csv")).ShouldBe(["variant,figure,mean,low,high,sd", .. figures]);
        var weeks = variants.SelectMany(variant => variant.GetProperty("curves").EnumerateArray().SelectMany(curve => Enumerable.Range(0, 4).Select(week => string.Join(',',
            NameOf(variant), curve.GetProperty("region").GetString(), curve.GetProperty("measure").GetString(), (week + 1).ToString(CultureInfo.InvariantCulture),
            curve.GetProperty("mean")[week].GetRawText(), curve.GetProperty("low")[week].GetRawText(), curve.GetProperty("high")[week].GetRawText()))));
        (await LinesAsync(planner, $"/api/lab/runs/{run}/weeks.csv")).ShouldBe(["variant,region,measure,week,mean,low,high", .. weeks]);
        (await planner.GetAsync($"/api/lab/runs/{run}/other.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Run_Again_GivesTheSameResult()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var first = await EndedAsync(planner, await StartAsync(planner, await SaveAsync(planner, Small), replications: 3));

        var again = (await OkAsync(planner, HttpMethod.Post, $"/api/lab/runs/{first}/again", new { commandId = Guid.NewGuid() })).GetProperty("run").GetString()!;
        await EndedAsync(planner, again);

        (await planner.ReadAsync($"/api/lab/runs/{again}/result")).GetRawText().ShouldBe((await planner.ReadAsync($"/api/lab/runs/{first}/result")).GetRawText());
        var compared = await planner.ReadAsync($"/api/lab/compare?left={first}&right={again}");
        compared.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("verdict").GetString()).Distinct().ShouldBe(["no-significant-difference"]);
    }

    [Fact]
    public async Task Run_WhileItGoesOn_ShowsIntervalsAndIsStopped()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var run = await StartAsync(planner, await SaveAsync(planner, Small), replications: 9_000);

        var going = await UntilAsync(planner, $"/api/lab/runs/{run}", now => now.GetProperty("finished").GetInt32() >= 2);
        using var early = await planner.GetAsync($"/api/lab/runs/{run}/result");
        await OkAsync(planner, HttpMethod.Post, $"/api/lab/runs/{run}/stop", new { commandId = Guid.NewGuid() });
        await EndedAsync(planner, run);

        going.GetProperty("state").GetString().ShouldBe("running");
        going.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("figure").GetString()).ShouldContain("east.contribution");
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var stopped = await planner.ReadAsync($"/api/lab/runs/{run}");
        stopped.GetProperty("state").GetString().ShouldBe("stopped");
        (await planner.ReadAsync($"/api/lab/runs/{run}/result")).GetProperty("variants")[0].GetProperty("replications").GetInt32().ShouldBe(stopped.GetProperty("finished").GetInt32());
    }

    [Fact]
    public async Task Run_GoingOnAtARestart_IsListedAsInterrupted()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var run = await StartAsync(planner, await SaveAsync(planner, Small), replications: 9_000);
        await UntilAsync(planner, $"/api/lab/runs/{run}", now => now.GetProperty("finished").GetInt32() >= 1);

        await _host.StopAsync();
        await _host.StartAsync();

        using var later = new Browser(_host.Address, planner.Person);
        (await later.SignInAsync(planner.Person!.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        (await later.ReadAsync("/api/lab/runs"))[0].GetProperty("state").GetString().ShouldBe("interrupted");
    }

    [Fact]
    public async Task Sensitivity_OverHttp_IsARunWithBars()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        var scenario = await SaveAsync(planner, Small);
        object Ask(string figure) => new
        {
            commandId = Guid.NewGuid(),
            scenario,
            version = 1,
            paths = new[] { new { path = "regions[0].rivals.ownPull", low = 0.4, high = 0.8 } },
            figure,
            replications = 3,
            seed = 1,
        };

        using var refused = await planner.PostAsync("/api/lab/sensitivities", Ask("east.nothing"));
        var run = (await OkAsync(planner, HttpMethod.Post, "/api/lab/sensitivities", Ask("east.casesSold"))).GetProperty("run").GetString()!;
        await EndedAsync(planner, run);

        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("lab.figure-unknown");
        var bar = (await planner.ReadAsync($"/api/lab/sensitivity?run={run}")).GetProperty("bars").EnumerateArray().Single();
        // A stronger pull on consumers sells more, a weaker one less.
        bar.GetProperty("low").GetProperty("difference").GetDouble().ShouldBeLessThan(0);
        bar.GetProperty("high").GetProperty("difference").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Template_OfARun_GoesIntoAnExpansion()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);
        using var stranger = await _host.SignedInAsync(Role.Planner, Sample.OtherRegion);
        var run = await EndedAsync(planner, await StartAsync(planner, await SaveAsync(planner, Small), replications: 3));
        var template = (await OkAsync(planner, HttpMethod.Post, "/api/lab/templates", new { commandId = Guid.NewGuid(), run, region = "east", name = "sample" })).GetProperty("id").GetString();
        var frozen = await planner.ReadAsync($"/api/lab/templates/{template}");
        var scenario = new
        {
            name = "two counties",
            weeks = 26,
            replications = 5,
            template = frozen.GetProperty("template").GetProperty("market"),
            resources = new { trainedReps = 4, vehicles = new { atStart = 4, most = 4 }, cash = new { opening = 1_000_000, limit = 0 }, parallelLaunches = 1, launchWeeks = 4 },
            selection = new { weights = new Dictionary<string, int> { ["capacity"] = 3, ["potential"] = 0 } },
            regions = new[] { new { id = "county", name = "county", census = $"live:{Sample.Region}", startDespiteGate = "a test" } },
        };

        // The market within the template gives the frozen one again, so that its hash is the same.
        var scores = await OkAsync(planner, HttpMethod.Post, "/api/lab/scorecard", new { scenario });
        scores.GetProperty("template").GetProperty("hash").GetString().ShouldBe(frozen.GetProperty("hash").GetString());
        scores.GetProperty("regions")[0].GetProperty("terminals").GetInt32().ShouldBe(7);
        var expansion = (await OkAsync(planner, HttpMethod.Post, "/api/lab/expansions", new { commandId = Guid.NewGuid(), scenario, iterations = 20 })).GetProperty("expansion").GetString();
        var path = $"/api/lab/expansions/{expansion}";
        var ended = await UntilAsync(planner, path, now => now.GetProperty("state").GetString() is not ("waiting" or "running"));

        ended.GetProperty("state").GetString().ShouldBe("done");
        var starts = ended.GetProperty("plan").GetProperty("starts");
        var lines = await LinesAsync(planner, $"{path}/waves.csv");
        lines.Count.ShouldBe(1 + starts.GetArrayLength());
        var question = (await planner.ReadAsync($"{path}/question")).GetProperty("scenario");
        question.GetRawText().ShouldBe(JsonSerializer.Serialize(scenario));
        (await planner.ReadAsync("/api/lab/expansions"))[0].GetProperty("expansion").GetString().ShouldBe(expansion);
        (await planner.ReadAsync("/api/lab/templates"))[0].GetProperty("id").GetString().ShouldBe(template);
        using var refused = await stranger.PostAsync("/api/lab/expansions", new { commandId = Guid.NewGuid(), scenario });
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe("census.missing");
        (await stranger.ReadAsync("/api/lab/expansions")).GetArrayLength().ShouldBe(0);
        foreach (var hidden in new[] { path, $"{path}/waves.csv", $"{path}/question" })
            (await stranger.GetAsync(hidden)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Schema_OfAScenario_KnowsItsMembers()
    {
        using var planner = await _host.SignedInAsync(Role.Planner);

        (await planner.ReadAsync("/api/lab/schema")).GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .ShouldBe(["name", "firstDay", "days", "products", "regions", "rules", "variants"], ignoreOrder: true);
    }

    // The name begins as a formula does, and so is kept as text.
    private static string NameOf(JsonElement variant) => variant.GetProperty("name").GetString()!.Replace("=", "'=", StringComparison.Ordinal);

    private static object Branch(long? position) => new { commandId = Guid.NewGuid(), region = Sample.Region, position, name = "branch", days = 14 };

    private static object Start(string scenario, int replications) => new { commandId = Guid.NewGuid(), scenario, version = 1, replications, seed = 1 };

    private static async Task<JsonElement> BranchedAsync(Browser planner, long? position)
    {
        var id = (await OkAsync(planner, HttpMethod.Post, "/api/lab/scenarios/branch", Branch(position))).GetProperty("id").GetString();
        var scenario = (await planner.ReadAsync($"/api/lab/scenarios/{id}")).GetProperty("scenario");
        return (await OkAsync(planner, HttpMethod.Post, "/api/lab/scenarios/check", new { scenario })).GetProperty("inputs")[0];
    }

    private static async Task<string> SaveAsync(Browser planner, string content) =>
        (await OkAsync(planner, HttpMethod.Post, "/api/lab/scenarios", new { commandId = Guid.NewGuid(), scenario = JsonNode.Parse(content) })).GetProperty("id").GetString()!;

    private static async Task<string> StartAsync(Browser planner, string scenario, int replications) =>
        (await OkAsync(planner, HttpMethod.Post, "/api/lab/runs", Start(scenario, replications))).GetProperty("run").GetString()!;

    private static async Task<string> EndedAsync(Browser planner, string run)
    {
        await UntilAsync(planner, $"/api/lab/runs/{run}", now => now.GetProperty("state").GetString() is not ("waiting" or "running"));
        return run;
    }

    private static async Task<JsonElement> UntilAsync(Browser planner, string path, Func<JsonElement, bool> reached)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var now = await planner.ReadAsync(path);
            if (reached(now))
                return now;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Browser planner, string path)
    {
        using var response = await planner.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<JsonElement> OkAsync(Browser planner, HttpMethod method, string path, object body)
    {
        using var response = await planner.SendAsync(method, path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
