using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts.Terminals;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Plans;

/// <summary>A day's deliveries planned over HTTP by two dispatchers of the east, with four orders for the next working day.</summary>
public sealed class DispatchTests : IAsyncLifetime
{
    private const string Tomorrow = "2030-03-13";
    private const string East = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.East}/{Tomorrow}";
    private const string West = $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.West}/{Tomorrow}";

    private readonly DashboardHost _host = new() { Travel = new AirLine() };

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.AppendAsync(Enumerable.Range(1, 4).Select(number => (ActorKind.Terminal, Sample.Terminal(number), (Contracts.IEvent)Placed(number))));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Plan_EditedByTwo_HasAVersionOfEachAndRefusesWhoSawAnOlderOne()
    {
        using var ann = await PlannedAsync();
        using var bo = await _host.SignedInAsync(Role.Dispatcher);

        var second = await OkAsync(ann, $"{East}/edits", Edit(1, Hold("N1")));
        var late = await RefusedAsync(bo, $"{East}/edits", Edit(1, Hold("N2")));
        var third = await OkAsync(bo, $"{East}/edits", Edit(2, Hold("N2")));

        second.GetProperty("version").GetInt32().ShouldBe(2);
        late.GetProperty("code").GetString().ShouldBe("plan.changed-since");
        late.GetProperty("detail").GetProperty("by").GetString().ShouldBe(ann.Person!.Id);
        third.GetProperty("origin").GetProperty("edits")[0].GetProperty("kind").GetString().ShouldBe("hold-stops");
        (await RefusedAsync(ann, $"{East}/undo", new { commandId = Guid.NewGuid(), baseVersion = 3 })).GetProperty("code").GetString().ShouldBe("undo.changed-since");
        var undone = await OkAsync(bo, $"{East}/undo", new { commandId = Guid.NewGuid(), baseVersion = 3 });
        var redone = await OkAsync(bo, $"{East}/redo", new { commandId = Guid.NewGuid(), baseVersion = 4 });
        TrayOf(undone).ShouldBe(["N1"]);
        // Outlet 2 has an order left over from today, which is part of its stop.
        TrayOf(redone).ShouldBe(["N1", "N2", "O2"], ignoreOrder: true);

        var day = await ann.ReadAsync(East);
        day.GetProperty("working").GetProperty("version").GetInt32().ShouldBe(5);
        day.GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Null);
        day.GetProperty("progress").GetProperty("routes").GetArrayLength().ShouldBe(0);
        var versions = await ann.ReadAsync($"{East}/versions");
        versions.EnumerateArray().Select(version => version.GetProperty("origin").GetProperty("kind").GetString())
            .ShouldBe(["Planned", "Edited", "Edited", "Undone", "Redone"]);
        TrayOf(await ann.ReadAsync($"{East}/versions/2")).ShouldBe(["N1"]);
        (await ann.ReadAsync($"{East}/versions/2/geometry")).GetProperty("type").GetString().ShouldBe("FeatureCollection");
        (await ann.GetAsync($"{East}/versions/9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var compared = await ann.ReadAsync($"{East}/compare?left=1&right=3");
        compared.GetProperty("change").GetProperty("unserved").GetInt32().ShouldBe(2);
        compared.GetProperty("left").GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Version_Named_HasTheNameInTheHistory_AndNobodyElseMayGiveItAgain()
    {
        using var ann = await PlannedAsync();
        await OkAsync(ann, $"{East}/edits", Edit(1, Hold("N1")));

        await OkAsync(ann, $"{East}/versions/1/name", Name("before the rain"));

        (await RefusedAsync(ann, $"{East}/versions/2/name", Name("Before the rain"))).GetProperty("code").GetString().ShouldBe("plan.name-taken");
        (await RefusedAsync(ann, $"{East}/versions/2/name", Name(" "))).GetProperty("code").GetString().ShouldBe("plan.name-empty");
        using var nowhere = await ann.PostAsync($"{East}/versions/9/name", Name("lost"));
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var versions = await ann.ReadAsync($"{East}/versions");
        versions[0].GetProperty("name").GetString().ShouldBe("before the rain");
        versions[1].GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Edit_SentTwice_GetsTheFirstAnswerAndIsOneVersion()
    {
        using var ann = await PlannedAsync();
        var edit = Edit(1, Hold("N1"));

        var first = await OkAsync(ann, $"{East}/edits", edit);
        var second = await OkAsync(ann, $"{East}/edits", edit);

        JsonNode.DeepEquals(JsonNode.Parse(second.GetRawText()), JsonNode.Parse(first.GetRawText())).ShouldBeTrue();
        (await ann.ReadAsync($"{East}/versions")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Preview_AndOptions_SayWhatWouldBeAndWriteNothing()
    {
        using var ann = await PlannedAsync();
        await OkAsync(ann, $"{East}/edits", Edit(1, Hold("N1")));

        var preview = await OkAsync(ann, $"{East}/edits/preview", new { baseVersion = 2, edits = new object[] { Move("N1", Sample.EastVehicle2) } });
        var options = await OkAsync(ann, $"{East}/options", new { baseVersion = 2, stops = new[] { "N1" } });
        var refused = await RefusedAsync(ann, $"{East}/edits/preview", new { baseVersion = 2, edits = new object[] { Hold("none") } });

        preview.GetProperty("change").GetProperty("unserved").GetInt32().ShouldBe(-1);
        preview.GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("vehicle").GetString()).ShouldBe([Sample.EastVehicle2]);
        options.EnumerateArray().Select(option => option.GetProperty("vehicle").GetString()).ShouldBe([Sample.EastVehicle, Sample.EastVehicle2], ignoreOrder: true);
        refused.GetProperty("code").GetString().ShouldBe("edit.stop-unknown");
        (await ann.ReadAsync($"{East}/stops/N1/explanation")).GetProperty("order").GetString().ShouldBe("N1");
        (await ann.ReadAsync($"{East}/versions")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Run_Started_IsWatchedToItsVersion()
    {
        using var ann = await PlannedAsync();
        var start = new
        {
            commandId = Guid.NewGuid(),
            baseVersion = 1,
            options = new { scope = "Unlocked", vehicles = Array.Empty<string>(), seed = 1, iterations = 10, timeLimit = (int?)null, movePrice = 0, byTimeOfDay = false },
        };

        var run = (await OkAsync(ann, $"{East}/runs", start)).GetProperty("run").GetString();
        (await OkAsync(ann, $"{East}/runs", start)).GetProperty("run").GetString().ShouldBe(run);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        JsonElement progress;
        do
        {
            await ticks.WaitForNextTickAsync(patience.Token);
            progress = await ann.ReadAsync($"{East}/runs/{run}");
        }
        while (progress.GetProperty("status").GetString() is "Waiting" or "Running");

        progress.GetProperty("status").GetString().ShouldBe("Done");
        progress.GetProperty("version").GetInt32().ShouldBe(2);
        (await ann.ReadAsync($"{East}/runs")).GetArrayLength().ShouldBe(1);
        await OkAsync(ann, $"{East}/runs/{run}/stop", new { commandId = Guid.NewGuid() });
        (await ann.GetAsync($"{East}/runs/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ann.ReadAsync(East)).GetProperty("working").GetProperty("origin").GetProperty("kind").GetString().ShouldBe("Reoptimised");
    }

    [Fact]
    public async Task Adopt_AndSplit_AreVersions()
    {
        using var ann = await PlannedAsync();
        var vehicles = (await ann.ReadAsync($"{East}/versions/1")).GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("vehicle").GetString()).ToList();
        await OkAsync(ann, $"{East}/edits", Edit(1, Hold("N1")));

        var adopted = await OkAsync(ann, $"{East}/adopt", new
        {
            commandId = Guid.NewGuid(),
            baseVersion = 2,
            routes = vehicles.Select(vehicle => new { vehicle, version = 1 }),
            overrides = 1,
        });
        var split = new
        {
            commandId = Guid.NewGuid(),
            baseVersion = 3,
            order = "N2",
            newOrder = "N2-b",
            lines = new[] { new { product = Sample.Cola, cases = 2 } },
            reason = "two doors",
        };
        var preview = await OkAsync(ann, $"{East}/split/preview", new { split.baseVersion, split.order, split.newOrder, split.lines });
        preview.GetProperty("change").GetProperty("unserved").GetInt32().ShouldBe(1);
        var parted = await OkAsync(ann, $"{East}/split", split);
        await OkAsync(ann, $"{East}/split", split);

        TrayOf(adopted).ShouldBeEmpty();
        TrayOf(parted).ShouldBe(["N2-b"]);
        (await ann.ReadAsync($"{East}/versions")).GetArrayLength().ShouldBe(4);
        (await ann.ReadAsync($"/api/regions/{Sample.Region}/terminals/T2")).GetProperty("orders").EnumerateArray()
            .Where(order => order.GetProperty("id").GetString()!.StartsWith("N2", StringComparison.Ordinal)).Select(order => order.GetProperty("cases").GetInt32()).Order()
            .ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData(Role.Driver, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    [InlineData(Role.Rep, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(Role.Supervisor, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    public async Task WorkingPlan_IsForThoseWhoPlan(Role role, HttpStatusCode reading, HttpStatusCode changing)
    {
        using var ann = await PlannedAsync();
        using var other = await _host.SignedInAsync(role);

        foreach (var path in new[] { "", "/versions", "/versions/1", "/versions/1/geometry", "/compare?left=1&right=1", "/stops/N1/explanation", "/runs" })
            (await other.GetAsync(East + path)).StatusCode.ShouldBe(reading, path);
        foreach (var (path, body) in Commands())
        {
            using var answer = await other.PostAsync(East + path, body);
            answer.StatusCode.ShouldBe(changing, path);
        }
    }

    [Fact]
    public async Task Plan_OfTheOtherSide_IsAbsent()
    {
        using var ann = await PlannedAsync();

        foreach (var path in new[] { "", "/versions", "/versions/1", "/versions/1/geometry", "/compare?left=1&right=1", "/stops/N1/explanation", "/runs", "/runs/x" })
            (await ann.GetAsync(West + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var (path, body) in Commands())
        {
            using var answer = await ann.PostAsync(West + path, body);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Requests_BeyondTheirLimits_AreBad()
    {
        using var ann = await PlannedAsync();
        var many = Enumerable.Range(0, 501).Select(number => $"S{number}").ToArray();

        foreach (var (edits, code) in new (object[] Edits, string Code)[]
        {
            ([.. Enumerable.Repeat(Hold("N1"), 51)], "edit.count"),
            ([], "edit.count"),
            ([new { kind = "move-stops", stops = many, vehicle = "V", place = (object?)null }], "edit.stops"),
            ([new { kind = "hold-stops", stops = new[] { "N1" }, reason = "Other", note = new string('x', 3_000) }], "command.text-long"),
            ([new { kind = "no-such-edit" }], "request.json"),
            ([new { kind = "hold-stops", reason = "Other" }], "request.json"),
        })
        {
            using var answer = await ann.PostAsync($"{East}/edits", new { commandId = Guid.NewGuid(), baseVersion = 1, edits });
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, code);
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe(code);
        }

        using var options = await ann.PostAsync($"{East}/options", new { baseVersion = 1, stops = many });
        options.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static IEnumerable<(string Path, object Body)> Commands()
    {
        yield return ("/edits", Edit(1, Hold("N1")));
        yield return ("/edits/preview", new { baseVersion = 1, edits = new[] { Hold("N1") } });
        yield return ("/options", new { baseVersion = 1, stops = new[] { "N1" } });
        yield return ("/undo", new { commandId = Guid.NewGuid(), baseVersion = 1 });
        yield return ("/redo", new { commandId = Guid.NewGuid(), baseVersion = 1 });
        yield return ("/adopt", new { commandId = Guid.NewGuid(), baseVersion = 1, routes = Array.Empty<object>(), overrides = 1 });
        yield return ("/split", new { commandId = Guid.NewGuid(), baseVersion = 1, order = "N1", newOrder = "N9", lines = Array.Empty<object>(), reason = "x" });
        yield return ("/runs", new { commandId = Guid.NewGuid(), baseVersion = 1, options = new { scope = "Unlocked", vehicles = Array.Empty<string>(), seed = 1, iterations = 1, timeLimit = (int?)null, movePrice = 0, byTimeOfDay = false } });
        yield return ("/versions/1/name", Name("a name"));
        yield return ("/runs/x/stop", new { commandId = Guid.NewGuid() });
    }

    private static object Name(string name) => new { commandId = Guid.NewGuid(), name };

    private static object Edit(int baseVersion, params object[] edits) => new { commandId = Guid.NewGuid(), baseVersion, edits };

    private static object Hold(string stop) => new { kind = "hold-stops", stops = new[] { stop }, reason = "CustomerAsked", note = (string?)null };

    private static object Move(string stop, string vehicle) => new { kind = "move-stops", stops = new[] { stop }, vehicle, place = (object?)null };

    private static IEnumerable<string> TrayOf(JsonElement plan) =>
        plan.GetProperty("unserved").EnumerateArray().SelectMany(unserved => unserved.GetProperty("orders").EnumerateArray()).Select(order => order.GetString()!);

    private static OrderPlaced Placed(int number) => new(
        new Order
        {
            Id = new OrderId($"N{number}"),
            Terminal = new TerminalId(Sample.Terminal(number)),
            Distributor = new DistributorId(Sample.East),
            PlacedAt = Sample.At(Sample.Today, 9),
            DueOn = Sample.Today.AddDays(1),
            Lines = [new OrderLine(new ProductId(Sample.Cola), new Cases(5))],
        },
        [new PricedLine(new ProductId(Sample.Cola), new Cases(5), new Units(120), new Money(24_000))], new Money(24_000), Sample.Today);

    /// <summary>A dispatcher who has planned tomorrow, today's leftovers included: versions begin at 1.</summary>
    private async Task<Browser> PlannedAsync()
    {
        var browser = await _host.SignedInAsync(Role.Dispatcher);
        var plan = await OkAsync(browser, $"{East}/propose", new { commandId = Guid.NewGuid(), iterations = 20, byTimeOfDay = false });
        TrayOf(plan).ShouldBeEmpty();
        return browser;
    }

    private static async Task<JsonElement> OkAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> RefusedAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
