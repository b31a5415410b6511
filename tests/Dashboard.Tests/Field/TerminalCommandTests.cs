using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Journal;

namespace Territory.Dashboard.Tests.Field;

/// <summary>A rep's and a driver's work through the API, on the outlets' own grains and the real journal.</summary>
public sealed class TerminalCommandTests : IAsyncLifetime
{
    private readonly DashboardHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Visit_OfARep_IsInTheJournalInTheirName()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);

        await DoneAsync(rep, "T4", "start-visit", new { commandId = Guid.NewGuid() });
        await DoneAsync(rep, "T4", "record-step", new { commandId = Guid.NewGuid(), step = "store-check" });
        var counted = await DoneAsync(rep, "T4", "count-stock", new
        {
            commandId = Guid.NewGuid(),
            lines = new[] { new { product = Sample.Cola, units = 3 }, new { product = Sample.Tea, units = 0 } },
        });
        await DoneAsync(rep, "T4", "place-order", new
        {
            commandId = Guid.NewGuid(),
            order = "O4",
            dueOn = "2030-03-13",
            lines = new[] { new { product = Sample.Cola, cases = 2 } },
        });
        await DoneAsync(rep, "T4", "complete-visit", new { commandId = Guid.NewGuid() });

        counted.GetProperty("suggested").GetArrayLength().ShouldBe(2, "one line for each product counted");
        var stop = (await rep.ReadAsync("/api/my/day")).GetProperty("stops").EnumerateArray().Single(stop => stop.GetProperty("terminal").GetString() == "T4");
        stop.GetProperty("state").GetString().ShouldBe("done");
        var page = await rep.ReadAsync($"/api/regions/{Sample.Region}/terminals/T4");
        page.GetProperty("visits")[0].GetProperty("productive").GetBoolean().ShouldBeTrue();
        page.GetProperty("openOrders")[0].GetProperty("id").GetString().ShouldBe("O4");

        var actors = new List<string>();
        await foreach (var entry in _host.Application.Services.GetRequiredService<IJournal>().ReadStreamAsync(StreamId.Of("terminal", "T4"), afterVersion: 1))
            actors.Add(entry.Actor);
        actors.ShouldNotBeEmpty();
        actors.ShouldAllBe(actor => actor == rep.Person!.Id);
    }

    [Fact]
    public async Task Command_SentTwice_GetsTheFirstAnswerAndActsOnce()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);
        var order = new { commandId = Guid.NewGuid(), order = "O-once", dueOn = "2030-03-13", lines = new[] { new { product = Sample.Tea, cases = 1 } } };

        var first = await DoneAsync(rep, "T3", "place-order", order);
        var second = await DoneAsync(rep, "T3", "place-order", order);

        second.GetProperty("position").GetInt64().ShouldBe(first.GetProperty("position").GetInt64());
        (await rep.ReadAsync($"/api/regions/{Sample.Region}/terminals/T3")).GetProperty("openOrders").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Command_TheOutletRefuses_IsAConflictWithItsCode()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);

        using var refused = await rep.PostAsync("/api/terminals/T3/place-order", new
        {
            commandId = Guid.NewGuid(),
            order = "O-bad",
            dueOn = "2030-03-13",
            lines = new[] { new { product = "no such product", cases = 1 } },
        });

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("order.unknown-product");
    }

    [Fact]
    public async Task Command_WithoutAnIdOrOfAnotherWeek_IsABadRequest()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);

        using var noId = await rep.PostAsync("/api/terminals/T3/start-visit", new { plan = "x" });
        using var longAgo = await rep.PostAsync("/api/terminals/T3/start-visit", new { commandId = Guid.NewGuid(), at = Sample.Start.AddDays(-8) });

        noId.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        longAgo.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await longAgo.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0].GetProperty("field").GetString().ShouldBe("at");
    }

    [Theory]
    [InlineData("start-visit", """ "commandId": "00000000-0000-0000-0000-000000000000" """, "commandId")]
    [InlineData("start-visit", """ "position": { "longitude": 999, "latitude": 0 } """, "position")]
    [InlineData("start-visit", """ "plan": "LONG" """, "plan")]
    [InlineData("record-step", """ "step": "store-check", "note": "LONG" """, "note")]
    [InlineData("record-step", """ "step": null """, "step")]
    [InlineData("count-stock", """ "lines": [{ "product": "cola", "units": 9223372036854775807 }] """, "lines[0].units")]
    [InlineData("place-order", """ "order": "LONG", "dueOn": "2030-03-13", "lines": [{ "product": "cola", "cases": 1 }] """, "order")]
    [InlineData("place-order", """ "order": "O\u0000", "dueOn": "2030-03-13", "lines": [{ "product": "cola", "cases": 1 }] """, "order")]
    [InlineData("cancel-order", """ "order": "O1", "reason": "LONG" """, "reason")]
    [InlineData("complete-visit", """ "outcome": "LONG" """, "outcome")]
    [InlineData("receive-payment", """ "amount": 1, "method": 99 """, "method")]
    public async Task Command_WithAFieldBeyondAnySense_IsABadRequestThatNamesItAndNoTypeOfTheProgram(string command, string fields, string field)
    {
        using var rep = await _host.SignedInAsync(Role.Rep);
        var before = _host.Application.Services.GetRequiredService<IJournal>().Position;
        var id = fields.Contains("commandId", StringComparison.Ordinal) ? "" : $"\"commandId\": \"{Guid.NewGuid()}\",";
        var body = JsonSerializer.Deserialize<JsonElement>($"{{ {id} {fields.Replace("LONG", new string('x', 3_000), StringComparison.Ordinal)} }}");

        using var answer = await rep.PostAsync($"/api/terminals/T3/{command}", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0];
        problem.GetProperty("field").GetString().ShouldBe(field);
        problem.GetProperty("rule").GetString()!.ShouldNotContain("Territory.");
        _host.Application.Services.GetRequiredService<IJournal>().Position.ShouldBe(before);
    }

    [Fact]
    public async Task VisitCard_OfARep_HasTheListedProductsWithPricesAndCounts()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);

        var card = await rep.ReadAsync("/api/my/terminals/T1");

        var cola = card.GetProperty("products").EnumerateArray().Single(product => product.GetProperty("product").GetString() == Sample.Cola);
        cola.GetProperty("unitsPerCase").GetInt32().ShouldBe(24);
        cola.GetProperty("pricePerCase").GetInt64().ShouldBe(4800);
        cola.GetProperty("lastCount").GetInt32().ShouldBe(40);
        cola.GetProperty("receivedSince").GetInt32().ShouldBe(48);
        using var hidden = await rep.GetAsync("/api/my/terminals/T5");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Drop_OfADriver_DeliversThePlannedOrdersOnceAndPaysThem()
    {
        var person = await _host.AddPersonAsync(Role.Driver, vehicle: Sample.EastVehicle2);
        using var driver = new Browser(_host.Address, person);
        (await driver.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        var drop = new { commandId = Guid.NewGuid(), lines = new[] { new { product = Sample.Cola, delivered = 1 } }, refusal = "NoCash" };

        // The east's plan was published without a dispatch order being issued, as when a crash comes in between.
        using var left = await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() });
        left.StatusCode.ShouldBe(HttpStatusCode.OK, await left.Content.ReadAsStringAsync());
        var first = await DoneAsync(driver, "T2", "receive-delivery", drop);
        var again = await DoneAsync(driver, "T2", "receive-delivery", drop);
        await DoneAsync(driver, "T2", "receive-payment", new { commandId = Guid.NewGuid(), amount = 4800, method = "Cash" });

        again.GetProperty("position").GetInt64().ShouldBe(first.GetProperty("position").GetInt64());
        var stop = (await driver.ReadAsync("/api/my/day")).GetProperty("trips")[0].GetProperty("stops")[0];
        stop.GetProperty("state").GetString().ShouldBe("done");
        stop.GetProperty("cases").GetInt32().ShouldBe(1);
        stop.GetProperty("onTime").GetBoolean().ShouldBeFalse("it is past ten, the window ended at half past nine");
        var page = await driver.ReadAsync($"/api/regions/{Sample.Region}/terminals/T2");
        page.GetProperty("balance").GetInt64().ShouldBe(0, "one case delivered at 4,800 and paid");
    }

    private static async Task<JsonElement> DoneAsync(Browser browser, string terminal, string command, object body)
    {
        using var answer = await browser.PostAsync($"/api/terminals/{terminal}/{command}", body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{command}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
