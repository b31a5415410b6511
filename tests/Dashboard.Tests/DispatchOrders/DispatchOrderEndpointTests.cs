using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.DispatchOrders;

/// <summary>The west's plan of the <see cref="Sample"/> is published: its one vehicle goes to outlet 5 with two cases of cola for 96.00.</summary>
public sealed class DispatchOrderEndpointTests : IAsyncLifetime
{
    private const string Orders = $"/api/regions/{Sample.Region}/dispatch-orders";
    private static readonly string WestOrder = $"{Orders}/{Sample.WestVehicle}/{Sample.Today:yyyy-MM-dd}";
    private readonly DashboardHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var published = await administrator.PostAsync(
            $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.West}/{Sample.Today:yyyy-MM-dd}/publish", new { commandId = Guid.NewGuid(), version = 1 });
        published.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Orders_OfADay_AreThoseOfThePublishedPlansInScope()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var east = await _host.SignedInAsync(Role.Dispatcher);
        using var rep = await _host.SignedInAsync(Role.Rep);

        var order = (await administrator.ReadAsync(Orders)).EnumerateArray().ShouldHaveSingleItem();
        order.GetProperty("vehicle").GetString().ShouldBe(Sample.WestVehicle);
        var goods = order.GetProperty("goods").EnumerateArray().ShouldHaveSingleItem();
        goods.GetProperty("lines")[0].GetProperty("cases").GetInt32().ShouldBe(2);
        goods.GetProperty("due").GetInt64().ShouldBe(9600);

        (await east.ReadAsync(Orders)).GetArrayLength().ShouldBe(0);
        (await east.GetAsync(WestOrder)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await rep.GetAsync(Orders)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Sign_ByADriver_IsOnlyAsTheDriverOfTheOwnVehicle()
    {
        using var driver = await WestDriverAsync();
        using var other = await _host.SignedInAsync(Role.Driver);

        (await RefusalAsync(await driver.PostAsync($"{WestOrder}/sign", Signature("Warehouse")))).ShouldBe("dispatch-order.not-your-signature");
        (await other.PostAsync($"{WestOrder}/sign", Signature("Driver"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.PostAsync($"{WestOrder}/sign", Signature("Driver"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var signature = (await driver.ReadAsync(WestOrder)).GetProperty("order").GetProperty("signatures").EnumerateArray().ShouldHaveSingleItem();
        signature.GetProperty("name").GetString().ShouldBe("李师傅");
        signature.GetProperty("by").GetString().ShouldBe(driver.Person!.Id);
    }

    [Fact]
    public async Task Sign_ForTheDriver_SaysSoAndWhy()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);

        (await RefusalAsync(await administrator.PostAsync($"{WestOrder}/sign", Signature("Driver")))).ShouldBe("dispatch-order.on-behalf");
        (await RefusalAsync(await administrator.PostAsync($"{WestOrder}/sign", Signature("Driver", onBehalf: " ")))).ShouldBe("dispatch-order.on-behalf");
        (await administrator.PostAsync($"{WestOrder}/sign", Signature("Driver", onBehalf: "by telephone"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await administrator.PostAsync($"{WestOrder}/sign", Signature("Warehouse"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var signatures = (await administrator.ReadAsync(WestOrder)).GetProperty("order").GetProperty("signatures");
        signatures[0].GetProperty("onBehalf").GetString().ShouldBe("by telephone");
        signatures[0].GetProperty("by").GetString().ShouldBe(administrator.Person!.Id);
        signatures[1].TryGetProperty("onBehalf", out var own).ShouldBe(own.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Answer_ThatTakesADriversObjectionBackForThem_SaysSoAndWhy()
    {
        using var driver = await WestDriverAsync();
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var objected = await driver.PostAsync($"{WestOrder}/answer", new { commandId = Guid.NewGuid(), version = 1, objection = "the bridge is closed" });
        objected.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await RefusalAsync(await administrator.PostAsync($"{WestOrder}/answer", new { commandId = Guid.NewGuid(), version = 1 }))).ShouldBe("dispatch-order.on-behalf");
        var answer = (await administrator.ReadAsync(WestOrder)).GetProperty("order").GetProperty("answer");
        answer.GetProperty("objection").GetString().ShouldBe("the bridge is closed");
        using var taken = await administrator.PostAsync($"{WestOrder}/answer", new { commandId = Guid.NewGuid(), version = 1, onBehalf = "said so on the telephone" });
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        answer = (await administrator.ReadAsync(WestOrder)).GetProperty("order").GetProperty("answer");
        answer.GetProperty("onBehalf").GetString().ShouldBe("said so on the telephone");
        answer.GetProperty("by").GetString().ShouldBe(administrator.Person!.Id);
    }

    [Fact]
    public async Task Close_ByADispatcher_NeedsANoteForAWrongCount()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var driver = await WestDriverAsync();

        (await driver.PostAsync($"{WestOrder}/close", Closing(cash: 0, null))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await RefusalAsync(await administrator.PostAsync($"{WestOrder}/close", Closing(cash: 100, null)))).ShouldBe("dispatch-order.difference-unexplained");
        (await administrator.PostAsync($"{WestOrder}/close", Closing(cash: 100, "found in the cab"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await administrator.ReadAsync(WestOrder)).GetProperty("order").GetProperty("status").GetString().ShouldBe("Closed");
    }

    private async Task<Browser> WestDriverAsync()
    {
        var person = await _host.AddPersonAsync(Role.Driver, vehicle: Sample.WestVehicle);
        var browser = new Browser(_host.Address, person);
        (await browser.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        return browser;
    }

    private static object Signature(string role, string? onBehalf = null) => new { commandId = Guid.NewGuid(), version = 1, role, name = "李师傅", onBehalf };

    private static object Closing(long cash, string? note) =>
        new { commandId = Guid.NewGuid(), version = 1, actuals = new { fuel = 0, tolls = 0, returned = Array.Empty<object>(), cashCounted = cash, note } };

    private static async Task<string?> RefusalAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
