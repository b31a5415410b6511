using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Journal;
using Territory.Model.Ids;

namespace Territory.Dashboard.Tests.Field;

/// <summary>A driver's day from the link to the return: the west's vehicle takes two cases of cola to outlet 5, the depot's books know of none.</summary>
public sealed class DriverLinkTests : IAsyncLifetime
{
    private const string Region = $"/api/regions/{Sample.Region}";
    private static readonly string Order = $"{Region}/dispatch-orders/{Sample.WestVehicle}/{Sample.Today:yyyy-MM-dd}";

    // The smallest JPEG header is enough to be told from other files.
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];
    private readonly DashboardHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var published = await administrator.PostAsync(
            $"{Region}/plans/deliveries/{Sample.West}/{Sample.Today:yyyy-MM-dd}/publish", new { commandId = Guid.NewGuid(), version = 1 });
        published.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Link_Opened_ShowsThatVehiclesDayAndNothingElse()
    {
        using var driver = await FollowAsync(await LinkAsync());

        var day = await driver.ReadAsync("/api/my/day");
        day.GetProperty("vehicle").GetString().ShouldBe(Sample.WestVehicle);
        day.GetProperty("trips")[0].GetProperty("stops")[0].GetProperty("terminal").GetString().ShouldBe("T5");
        (await driver.ReadAsync(Order)).GetProperty("order").GetProperty("vehicle").GetString().ShouldBe(Sample.WestVehicle);
        (await driver.GetAsync($"{Region}/dispatch-orders/{Sample.EastVehicle}/{Sample.Today:yyyy-MM-dd}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.GetAsync($"{Region}/terminals/T1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.GetAsync("/api/regions/elsewhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.GetAsync("/api/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Link_ForgedOrOfAnotherPurpose_IsNotValid()
    {
        var token = await LinkAsync();
        using var browser = new Browser(_host.Address);

        foreach (var forged in new[] { token[..^4] + "AAAA", "", "driver-link:county/V-west/2030-03-12" })
            (await browser.PostAsync("/api/driver-link", new { token = forged })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_AfterItsLastDay_HoldsNoMore()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var links = _host.Application.Services.GetRequiredService<DriverLinks>();

        (await links.OpenAsync(links.TokenOf(new DriverLink(new(Sample.Region), new(Sample.WestVehicle), Sample.Ago(4))), cancellation)).ShouldBeNull();
        (await links.OpenAsync(links.TokenOf(new DriverLink(new(Sample.Region), new(Sample.WestVehicle), Sample.Today)), cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Link_RevokedByManyAtOnce_IsRevokedByEachOfThem()
    {
        var links = _host.Application.Services.GetRequiredService<RevokedLinks>();
        var link = new DriverLink(new RegionId(Sample.Region), new VehicleId(Sample.WestVehicle), Sample.Today);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => links.AddAsync(link, TestContext.Current.CancellationToken))));

        links.GenerationOf(link).ShouldBe(8);
    }

    [Fact]
    public async Task Link_Revoked_HoldsNoMoreAndNeitherDoesItsSession()
    {
        var token = await LinkAsync();
        using var driver = await FollowAsync(token);
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        (await driver.GetAsync("/api/my/day")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await driver.SendAsync(HttpMethod.Delete, $"{Order}/link")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await administrator.SendAsync(HttpMethod.Delete, $"{Order}/link")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await driver.GetAsync("/api/my/day")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var stranger = new Browser(_host.Address);
        (await stranger.PostAsync("/api/driver-link", new { token })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var next = await LinkAsync();
        using var again = await FollowAsync(next);
        (await again.GetAsync("/api/my/day")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // It stays revoked when the dashboard starts again.
        await _host.StopAsync();
        await _host.StartAsync();
        using var later = new Browser(_host.Address);
        (await later.PostAsync("/api/driver-link", new { token })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await later.PostAsync("/api/driver-link", new { token = next })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Day_FromLeavingToComingBack_MovesTheGoodsOnce()
    {
        using var driver = await FollowAsync(await LinkAsync());
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var (leave, back) = (new { commandId = Guid.NewGuid() }, new { commandId = Guid.NewGuid(), driven = 12_345 });

        await DoneAsync(driver, "/api/my/trips/0/depart", leave);
        await DoneAsync(driver, "/api/my/trips/0/depart", leave);
        (await administrator.ReadAsync(Order)).GetProperty("outcome").GetProperty("isOut").GetBoolean().ShouldBeTrue();
        await DoneAsync(driver, "/api/terminals/T5/receive-delivery", new
        {
            commandId = Guid.NewGuid(),
            lines = new[] { new { product = Sample.Cola, delivered = 1 } },
            refusal = "NotOrdered",
            photo = "a-picture",
        });
        var delivery = (await administrator.ReadAsync($"{Region}/terminals/T5")).GetProperty("deliveries")[0];
        delivery.GetProperty("photo").GetString().ShouldBe("a-picture");
        await DoneAsync(driver, "/api/my/trips/0/return", back);
        var position = _host.Application.Services.GetRequiredService<IJournal>().Position;
        await DoneAsync(driver, "/api/my/trips/0/return", back);
        _host.Application.Services.GetRequiredService<IJournal>().Position.ShouldBe(position);

        var outcome = (await administrator.ReadAsync(Order)).GetProperty("outcome");
        outcome.GetProperty("isOut").GetBoolean().ShouldBeFalse();
        outcome.GetProperty("driven").GetInt64().ShouldBe(12_345);
        var goods = outcome.GetProperty("goods").EnumerateArray().ShouldHaveSingleItem();
        (goods.GetProperty("loaded").GetInt32(), goods.GetProperty("delivered").GetInt32()).ShouldBe((2, 1));
        await using var grains = _host.Application.Services.CreateAsyncScope();
        var depot = await grains.ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<Contracts.Distributors.IDistributorGrain>(Sample.West).GetSnapshot();
        // Two cases were missing in the books and left, one came back.
        depot!.Stock.Single(line => line.Product.Value == Sample.Cola).Cases.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Objection_OfTheDriver_KeepsTheVehicleIn()
    {
        using var driver = await FollowAsync(await LinkAsync());
        await DoneAsync(driver, $"{Order}/answer", new { commandId = Guid.NewGuid(), version = 1, objection = "the bridge is closed" });

        using var refused = await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() });

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("trip.sheet-objected");
    }

    [Fact]
    public async Task Picture_Sent_IsKeptUnderItsIdAndShownInItsRegion()
    {
        using var driver = await FollowAsync(await LinkAsync());
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var id = Guid.NewGuid();

        await DoneAsync(driver, $"{Region}/attachments", new { commandId = id, content = Picture });
        await DoneAsync(driver, $"{Region}/attachments", new { commandId = id, content = Picture });

        using var other = await driver.PostAsync($"{Region}/attachments", new { commandId = id, content = (byte[])[.. Picture, 5] });
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var shown = await administrator.GetAsync($"{Region}/attachments/{id}");
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
        (await administrator.GetAsync($"/api/regions/{Sample.OtherRegion}/attachments/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Picture_ThatIsNone_IsABadRequest()
    {
        using var driver = await FollowAsync(await LinkAsync());

        using var script = await driver.PostAsync($"{Region}/attachments", new { commandId = Guid.NewGuid(), content = "<script>"u8.ToArray() });
        using var large = await driver.PostAsync($"{Region}/attachments", new { commandId = Guid.NewGuid(), content = (byte[])[.. Picture, .. new byte[600_000]] });

        script.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        large.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<string> LinkAsync()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        using var made = await administrator.PostAsync($"{Order}/link", new { });
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var link = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!;
        link.ShouldStartWith("/go#");
        return link["/go#".Length..];
    }

    private async Task<Browser> FollowAsync(string token)
    {
        var browser = new Browser(_host.Address);
        using var followed = await browser.PostAsync("/api/driver-link", new { token });
        followed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var fresh = new Browser(_host.Address);
        foreach (Cookie cookie in browser.Cookies.GetCookies(browser.Address))
            fresh.Cookies.Add(browser.Address, new Cookie(cookie.Name, cookie.Value, cookie.Path));
        browser.Dispose();
        return fresh;
    }

    private static async Task DoneAsync(Browser browser, string path, object body)
    {
        using var done = await browser.PostAsync(path, body);
        done.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {await done.Content.ReadAsStringAsync()}");
    }
}
