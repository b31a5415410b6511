using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Plans;
using Territory.Contracts.Vehicles;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Journal;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Field;

/// <summary>What a driver may not report: other days, times long past, and figures that nobody drives or carries. The west's vehicle has an order for today.</summary>
public sealed class TripReportTests : IAsyncLifetime
{
    private const string Region = $"/api/regions/{Sample.Region}";
    private static readonly VehicleId West = new(Sample.WestVehicle);
    private static readonly string Order = $"{Region}/dispatch-orders/{Sample.WestVehicle}/{Sample.Today:yyyy-MM-dd}";
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
    public async Task LinkOfAnotherDay_SeesAndSignsNothingOfToday()
    {
        using var driver = await FollowAsync(Sample.Ago(1));

        (await driver.GetAsync(Order)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.ReadAsync($"{Region}/dispatch-orders?date={Sample.Today:yyyy-MM-dd}")).GetArrayLength().ShouldBe(0);
        (await driver.PostAsync($"{Order}/answer", new { commandId = Guid.NewGuid(), version = 1, objection = "no" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await driver.PostAsync($"{Order}/sign", new { commandId = Guid.NewGuid(), version = 1, role = "Driver", name = "X" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var plans = await driver.ReadAsync($"{Region}/plans/deliveries?date={Sample.Today:yyyy-MM-dd}");
        plans.EnumerateArray().ShouldAllBe(day => IsAbsent(day, "published"));
        (await driver.ReadAsync($"{Region}/plans/deliveries/{Sample.West}/{Sample.Today:yyyy-MM-dd}/progress")).GetArrayLength().ShouldBe(0);
        (await driver.ReadAsync($"{Region}/days/{Sample.Today:yyyy-MM-dd}")).GetProperty("vehicles").GetArrayLength().ShouldBe(0);
        (await driver.ReadAsync($"{Region}/following?date={Sample.Today:yyyy-MM-dd}")).GetProperty("distributors").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task LinkOfAnotherDay_NeitherLeavesNowNorSaysWhereTheVehicleIs()
    {
        await IssueForAsync(Sample.Ago(1));
        using var driver = await FollowAsync(Sample.Ago(1));

        (await RefusalAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() }))).ShouldBe("trip.other-day");
        (await driver.PostAsync("/api/my/position", new { position = new { longitude = 100.0, latitude = 20.0 } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Departure_OnAnEarlierDayThanTheLastTrip_IsRefused()
    {
        await IssueForAsync(Sample.Ago(1));
        await using var scope = _host.Application.Services.CreateAsyncScope();
        var vehicle = scope.ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<IVehicleGrain>(Sample.WestVehicle);
        var now = new DateTimeOffset(Sample.Today.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
        CommandHeader Header() => new(new CommandId(Guid.NewGuid()), new UserId("test"), now);

        (await vehicle.DepartTrip(new DepartTrip(Header(), new PlanId("P1"), 0, Sample.Today, []))).Accepted.ShouldBeTrue();
        (await vehicle.ReturnTrip(new ReturnTrip(Header(), new PlanId("P1"), 0, Sample.Today, Distance.Zero))).Accepted.ShouldBeTrue();

        // Were it let through, today's trip 0 could be made a second time afterwards.
        (await vehicle.DepartTrip(new DepartTrip(Header(), new PlanId("P1"), 0, Sample.Ago(1), []))).RefusalCode.ShouldBe("trip.earlier-day");
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59Z")]
    public async Task Departure_LongAgo_IsRefused(string at)
    {
        using var driver = await FollowAsync(Sample.Today);

        (await RefusalAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), at }))).ShouldBe("trip.too-long-ago");
    }

    [Theory]
    [InlineData(2_000_000_000, 1, Sample.Cola)]
    [InlineData(-1, 1, Sample.Cola)]
    [InlineData(10, 2_000_000_000, Sample.Cola)]
    [InlineData(10, -1, Sample.Cola)]
    [InlineData(10, 1, "nothing-like-it")]
    public async Task Return_WithWhatCannotBe_IsRefusedAndTheTripGoesOn(int driven, int cases, string product)
    {
        using var driver = await FollowAsync(Sample.Today);
        (await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var line = new { product, cases };

        using var refused = await driver.PostAsync("/api/my/trips/0/return", new { commandId = Guid.NewGuid(), driven, returned = new[] { line, line } });

        ((int)refused.StatusCode).ShouldBeInRange(400, 409, await refused.Content.ReadAsStringAsync());
        using var back = await driver.PostAsync("/api/my/trips/0/return", new { commandId = Guid.NewGuid() });
        back.StatusCode.ShouldBe(HttpStatusCode.OK, await back.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData(null)]
    public async Task Drop_WithAnArrivalOnAnotherDay_IsRefused(string? arrivedAt)
    {
        arrivedAt ??= $"{Sample.Ago(1):yyyy-MM-dd}T04:00:00Z";
        using var driver = await FollowAsync(Sample.Today);
        (await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.OK);

        // Written down, it would be a delivery of that other day.
        (await RefusalAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid(), arrivedAt }))).ShouldBe("delivery.other-day");
    }

    [Fact]
    public async Task Drop_BeforeTheTripHasLeft_IsRefused()
    {
        using var driver = await FollowAsync(Sample.Today);

        (await RefusalAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() }))).ShouldBe("trip.not-departed");
    }

    /// <summary>The driver has the goods on board by version 1 of the order, whatever the plan of since says.</summary>
    [Fact]
    public async Task Drop_OfAStopThatANewerPlanTookOff_IsAcceptedWhereItsLoadIsOnBoard()
    {
        using var driver = await FollowAsync(Sample.Today);
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 1 }));
        await TakeOffAsync();
        var drop = new { commandId = Guid.NewGuid() };

        var first = await PositionAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", drop));

        (await PositionAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", drop))).ShouldBe(first);
        (await DeliveredAsync()).ShouldBe(2);
        (await RefusalAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() }))).ShouldBe("delivery.no-orders");
    }

    [Fact]
    public async Task DriverDay_KeepsAStopThatANewerPlanTookOff_UntilItsLoadIsDealtWith()
    {
        using var driver = await FollowAsync(Sample.Today);
        (await TakenOffAsync(driver)).ShouldBeEmpty();
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 1 }));
        await TakeOffAsync();

        (await TakenOffAsync(driver)).ShouldBe([("T5", 2, true, "planned")]);
        (await driver.ReadAsync("/api/my/day")).GetProperty("takenOff")[0].GetProperty("stop").GetProperty("lines")[0].GetProperty("cases").GetInt32().ShouldBe(2);
        await PositionAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() }));
        (await TakenOffAsync(driver)).ShouldBe([("T5", 2, true, "done")]);
    }

    [Fact]
    public async Task DriverDay_OfAStopTakenOffBeforeTheVehicleLeft_SaysThatItIsNotOnBoard()
    {
        using var driver = await FollowAsync(Sample.Today);
        await TakeOffAsync();

        (await TakenOffAsync(driver)).ShouldBe([("T5", 2, false, "planned")]);
    }

    [Fact]
    public async Task Drop_OfAStopThatWasTakenOff_IsNoneOfTheDriversBusinessWhereItsLoadIsNotOnBoard()
    {
        using var driver = await FollowAsync(Sample.Today);
        await TakeOffAsync();

        (await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Drop_OfAStopThatWasTakenOff_IsRefusedAfterItsLoadHasComeBack()
    {
        using var driver = await FollowAsync(Sample.Today);
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 1 }));
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/return", new { commandId = Guid.NewGuid() }));
        await TakeOffAsync();

        (await RefusalAsync(await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() }))).ShouldBe("delivery.not-on-route");
    }

    [Fact]
    public async Task Departure_SentAgainAfterTheOrderHasShrunkOrTheDayIsOver_GetsTheFirstAnswer()
    {
        using var driver = await FollowAsync(Sample.Today);
        var id = Guid.NewGuid();
        var first = await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = id }));
        await ReissueAsync(order => order with { Route = order.Route with { Trips = [] }, Goods = [] });

        (await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = id }))).ShouldBe(first);
        foreach (var at in new[] { Sample.Start.AddDays(-1), Sample.Start.AddDays(-30) })
            (await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = id, at }))).ShouldBe(first);
        (await ShippedAsync()).ShouldBe(2);
    }

    // A clock that stands still issues the order and lets the vehicle leave in the same moment, to the tick.
    [Fact]
    public async Task Return_OfATripThatLeftInTheMomentItsOrderWasIssued_IsAccepted()
    {
        using var driver = await FollowAsync(Sample.Today);
        var issued = (await driver.ReadAsync(Order)).GetProperty("order").GetProperty("issuedAt").GetDateTimeOffset();
        (await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), at = issued })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await driver.PostAsync("/api/my/trips/0/return", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Return_SentAgainAfterTheOrderHasShrunk_GetsTheFirstAnswer()
    {
        using var driver = await FollowAsync(Sample.Today);
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() }));
        var back = new { commandId = Guid.NewGuid() };
        var first = await PositionAsync(await driver.PostAsync("/api/my/trips/0/return", back));
        await ReissueAsync(order => order with { Route = order.Route with { Trips = [] }, Goods = [] });

        (await PositionAsync(await driver.PostAsync("/api/my/trips/0/return", back))).ShouldBe(first);
    }

    /// <summary>The vehicle left an hour ago with the two cases of version 1; version 2 has five and comes before the report.</summary>
    [Fact]
    public async Task Departure_ReportedLate_HasTheLoadOfTheVersionThatTheDriverHad()
    {
        using var driver = await FollowAsync(Sample.Today);
        await ReissueAsync(order => order with { Goods = [order.Goods[0] with { Lines = [new OrderLine(new ProductId(Sample.Cola), new Cases(5))] }] });

        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), at = Sample.Start.AddHours(-1), version = 1 }));

        (await ShippedAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Departure_NowByAnOutdatedVersion_IsRefused()
    {
        using var driver = await FollowAsync(Sample.Today);
        await ReissueAsync(order => order with { Goods = [order.Goods[0] with { Lines = [new OrderLine(new ProductId(Sample.Cola), new Cases(5))] }] });

        (await RefusalAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 1 }))).ShouldBe("trip.sheet-changed");
        (await RefusalAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 7 }))).ShouldBe("dispatch-order.not-the-latest");
        await PositionAsync(await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid(), version = 2 }));
        (await ShippedAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task Close_WithMoreThanAnyVehicleCarries_IsABadRequest()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var returned = new[] { new { product = Sample.Cola, cases = int.MaxValue }, new { product = "other", cases = int.MaxValue } };

        using var closed = await administrator.PostAsync(
            $"{Order}/close", new { commandId = Guid.NewGuid(), version = 1, actuals = new { fuel = 0, tolls = 0, returned, cashCounted = 0 } });

        closed.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await closed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Adopt_OfARouteThatIsNull_IsABadRequest()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);

        using var adopted = await administrator.PostAsync(
            $"{Region}/plans/deliveries/{Sample.West}/{Sample.Today:yyyy-MM-dd}/adopt", new { commandId = Guid.NewGuid(), baseVersion = 1, routes = new object?[] { null }, overrides = 1 });

        adopted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static bool IsAbsent(JsonElement day, string member) => !day.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null;

    private static async Task<string?> RefusalAsync(HttpResponseMessage refused)
    {
        using (refused)
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict, await refused.Content.ReadAsStringAsync());
            return (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
        }
    }

    private static async Task<long> PositionAsync(HttpResponseMessage done)
    {
        using (done)
        {
            done.StatusCode.ShouldBe(HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
            return (await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("position").GetInt64();
        }
    }

    private async Task ReissueAsync(Func<DispatchOrder, DispatchOrder> change)
    {
        await using var scope = _host.Application.Services.CreateAsyncScope();
        var grain = scope.ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(West, Sample.Today));
        var header = new CommandHeader(new CommandId(Guid.NewGuid()), new UserId("test"), Sample.Start);
        (await grain.Issue(new IssueDispatchOrder(header, change((await grain.GetSnapshot())!.Order)))).Accepted.ShouldBeTrue();
    }

    /// <summary>A plan of today without the vehicle is on record as published.</summary>
    private Task<long> TakeOffAsync()
    {
        var plan = Sample.NewDeliveryPlan(Sample.West, Sample.Today, 2);
        var key = PlanKey.Of(new DistributorId(Sample.West), Sample.Today);
        return _host.AppendAsync([(ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(plan)), (ActorKind.DeliveryPlan, key, new DeliveryPlanPublished(plan.Id, 2, Sample.Start))]);
    }

    private static async Task<IEnumerable<(string?, int, bool, string?)>> TakenOffAsync(Browser driver) =>
        (await driver.ReadAsync("/api/my/day")).GetProperty("takenOff").EnumerateArray().Select(gone => (
            gone.GetProperty("stop").GetProperty("terminal").GetString(), gone.GetProperty("planVersion").GetInt32(), gone.GetProperty("isOnBoard").GetBoolean(),
            gone.GetProperty("stop").GetProperty("state").GetString()));

    private async Task<long> DeliveredAsync()
    {
        using var snapshot = await _host.Application.Services.GetRequiredService<IJournal>().OpenSnapshotAsync();
        using var rows = snapshot.Query("SELECT coalesce(sum(l.delivered), 0) FROM deliveries d JOIN delivery_lines l ON l.position = d.position WHERE d.vehicle = ?1", Sample.WestVehicle);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>Cases that left the west's depot by its own books.</summary>
    private async Task<long> ShippedAsync()
    {
        using var snapshot = await _host.Application.Services.GetRequiredService<IJournal>().OpenSnapshotAsync();
        using var rows = snapshot.Query("SELECT coalesce(sum(cases), 0) FROM goods_movements WHERE kind = 'shipped' AND distributor = ?1", Sample.West);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>Gives the vehicle the order of today for another day as well.</summary>
    private async Task IssueForAsync(DateOnly date)
    {
        await using var scope = _host.Application.Services.CreateAsyncScope();
        var grains = scope.ServiceProvider.GetRequiredService<IGrainFactory>();
        var today = (await grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(West, Sample.Today)).GetSnapshot())!.Order;
        var header = new CommandHeader(new CommandId(Guid.NewGuid()), new UserId("test"), today.IssuedAt);
        (await grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(West, date)).Issue(new IssueDispatchOrder(header, today with { Date = date }))).Accepted.ShouldBeTrue();
    }

    private async Task<Browser> FollowAsync(DateOnly date)
    {
        var links = _host.Application.Services.GetRequiredService<DriverLinks>();
        using var browser = new Browser(_host.Address);
        using var followed = await browser.PostAsync("/api/driver-link", new { token = links.TokenOf(new DriverLink(new RegionId(Sample.Region), West, date)) });
        followed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var fresh = new Browser(_host.Address);
        foreach (Cookie cookie in browser.Cookies.GetCookies(browser.Address))
            fresh.Cookies.Add(browser.Address, new Cookie(cookie.Name, cookie.Value, cookie.Path));
        return fresh;
    }
}
