using System.Text.Json;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Regions;

/// <summary>Figures worked out by hand from the <see cref="Sample"/> with the formulas of the trade.</summary>
public sealed class RegionAnswersTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string Region = $"/api/regions/{Sample.Region}";

    [Fact]
    public async Task Metrics_OfTheRegion_FollowTheFormulas()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var metrics = await browser.ReadAsync($"{Region}/metrics");

        // Seven active outlets (8 is closed); 1, 2, 3 and 5 hold stock, with 10, 20, 30 and 50 of the 280 cases of outlets 1 to 7.
        Metric(metrics, "numericDistribution").ShouldBe((4, 7, 4 / 7.0));
        Metric(metrics, "weightedDistribution").ShouldBe((110, 280, 110 / 280.0));
        // Planned today: 1, 2, 3, 5, 6. Both ends of a visit: 1 and 5; outlet 2's visit is going on.
        Metric(metrics, "visitCoverage").ShouldBe((2, 5, 0.4));
        // Visited in time: 1 and 5 today. Outlet 3 (A, weekly) was last visited 10 days ago, 6 (C, every 28 days) 40 days ago; 2, 4 and 7 never.
        Metric(metrics, "unvisited").ShouldBe((5, 7, 5));
        // Of 14 listed terminal-products, empty: tea at 3, and both at 4, 6 and 7.
        Metric(metrics, "outOfStock").ShouldBe((7, 14, 0.5));
        // Of the published drops (1 and 2, both due by 9:30), outlet 1 was reached at 8:30. The west's plan is a proposal.
        Metric(metrics, "deliveriesOnTime").ShouldBe((1, 2, 0.5));
    }

    [Fact]
    public async Task Metrics_OfADispatcher_CountOnlyTheirDistributor()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);

        var metrics = await browser.ReadAsync($"{Region}/metrics");

        Metric(metrics, "numericDistribution").ShouldBe((3, 4, 0.75));
        Metric(metrics, "weightedDistribution").ShouldBe((60, 100, 0.6));
        Metric(metrics, "visitCoverage").ShouldBe((1, 3, 1 / 3.0));
    }

    [Fact]
    public async Task Unvisited_OfTheRegion_AreThoseTheMetricCounts()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var unvisited = await browser.ReadAsync($"{Region}/unvisited");

        unvisited.EnumerateArray().Select(one => one.GetProperty("terminal").GetString()).ShouldBe(["T2", "T3", "T4", "T6", "T7"], ignoreOrder: true);
        var third = unvisited.EnumerateArray().Single(one => one.GetProperty("terminal").GetString() == "T3");
        third.GetProperty("lastVisitOn").GetString().ShouldBe("2030-03-02");
        third.GetProperty("dueOn").GetString().ShouldBe("2030-03-09", "weekly");
        third.GetProperty("nextPlannedOn").GetString().ShouldBe("2030-03-12", "it is on today's list");
    }

    [Fact]
    public async Task Outlets_Columns_CarryCoverAndDaysSinceVisit()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var outlets = await browser.ReadAsync($"{Region}/outlets");

        outlets.GetProperty("day").GetString().ShouldBe("2030-03-12");
        // Delivered 48 colas this morning on the 36 that were left: (36 + 48) / 4 = 21 days; tea 19 / 1 = 19 days is the lowest.
        outlets.GetProperty("coverDays")[0].GetDouble().ShouldBe(19);
        outlets.GetProperty("coverDays")[1].ValueKind.ShouldBe(JsonValueKind.Null, "nothing has sold at outlet 2");
        outlets.GetProperty("sinceVisitDays")[0].GetInt32().ShouldBe(0);
        outlets.GetProperty("sinceVisitDays")[1].ValueKind.ShouldBe(JsonValueKind.Null);
        outlets.GetProperty("sinceVisitDays")[2].GetInt32().ShouldBe(10);
        outlets.GetProperty("outOfStock")[2].GetInt32().ShouldBe(1);
        outlets.GetProperty("listed")[2].GetInt32().ShouldBe(2);
        outlets.GetProperty("status")[7].GetString().ShouldBe("Closed");
    }

    [Fact]
    public async Task TerminalPage_OfAnOutlet_TellsItsStockVisitsOrdersAndDeliveries()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var page = await browser.ReadAsync($"{Region}/terminals/T1");

        page.GetProperty("file").GetProperty("name").GetString().ShouldBe("老王小店1");
        page.GetProperty("coverDays").GetDouble().ShouldBe(19);
        var cola = page.GetProperty("stock").EnumerateArray().Single(line => line.GetProperty("product").GetString() == Sample.Cola);
        cola.GetProperty("stock").GetInt32().ShouldBe(40 - 4 + 48);
        cola.GetProperty("lastCounted").GetInt32().ShouldBe(40);
        cola.GetProperty("onOrder").GetInt32().ShouldBe(0);
        page.GetProperty("openOrders").GetArrayLength().ShouldBe(0);
        page.GetProperty("balance").GetInt64().ShouldBe(9600);
        page.GetProperty("lastVisitOn").GetString().ShouldBe("2030-03-12");
        page.GetProperty("nextVisitOn").GetString().ShouldBe("2030-03-12");
        page.GetProperty("visits")[0].GetProperty("planned").GetBoolean().ShouldBeTrue();
        page.GetProperty("deliveries")[0].GetProperty("onTime").GetBoolean().ShouldBeTrue();
        page.GetProperty("orders")[0].GetProperty("state").GetString().ShouldBe("delivered");
        page.GetProperty("sales").GetProperty("units")[0].GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Progress_OfPublishedPlans_ShowsWhatIsDone()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var trips = await browser.ReadAsync($"{Region}/plans/deliveries/{Sample.East}/2030-03-12/progress");
        var calls = (await browser.ReadAsync($"{Region}/plans/visits/{Sample.EastRep}/2030-03-12/progress"))[0].GetProperty("stops");

        trips.GetArrayLength().ShouldBe(2);
        trips[0].GetProperty("departedAt").ValueKind.ShouldBe(JsonValueKind.String);
        trips[0].GetProperty("stops")[0].GetProperty("onTime").GetBoolean().ShouldBeTrue();
        trips[1].GetProperty("stops")[0].GetProperty("arrivedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        calls[0].GetProperty("leftAt").ValueKind.ShouldBe(JsonValueKind.String);
        calls[1].GetProperty("arrivedAt").ValueKind.ShouldBe(JsonValueKind.String);
        calls[1].GetProperty("leftAt").ValueKind.ShouldBe(JsonValueKind.Null, "the visit is going on");
        calls[2].GetProperty("arrivedAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Plans_OfADay_TellProposalFromPublished()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var plans = await browser.ReadAsync($"{Region}/plans/deliveries?date=2030-03-12");

        plans[0].GetProperty("published").GetProperty("status").GetString().ShouldBe("Published");
        plans[0].GetProperty("proposed").ValueKind.ShouldBe(JsonValueKind.Null);
        plans[1].GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Null);
        plans[1].GetProperty("proposed").GetProperty("status").GetString().ShouldBe("Proposed");
    }

    [Fact]
    public async Task Geometry_WithoutARoadNetwork_IsStraightFromTheDepotAndBack()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var lines = await browser.ReadAsync($"{Region}/plans/deliveries/{Sample.East}/2030-03-12/geometry");

        var line = lines.GetProperty("features")[0];
        line.GetProperty("properties").GetProperty("vehicle").GetString().ShouldBe(Sample.EastVehicle);
        line.GetProperty("properties").GetProperty("straight").GetBoolean().ShouldBeTrue();
        line.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(pair => pair[0].GetDouble()).ShouldBe([115.40, 115.41, 115.40]);
    }

    [Fact]
    public async Task RepDay_OfToday_HasTheListInOrderWithStates()
    {
        using var browser = await host.SignedInAsync(Role.Rep);

        var day = await browser.ReadAsync("/api/my/day");

        day.GetProperty("date").GetString().ShouldBe("2030-03-12");
        day.GetProperty("stops").EnumerateArray().Select(stop => (stop.GetProperty("terminal").GetString(), stop.GetProperty("state").GetString()))
            .ShouldBe([("T1", "done"), ("T2", "started"), ("T3", "planned")]);
        day.GetProperty("protocol").GetArrayLength().ShouldBe(8);
    }

    [Fact]
    public async Task DriverDay_OfToday_HasTheDropsOfTheOwnVehicle()
    {
        using var browser = await host.SignedInAsync(Role.Driver);

        var trip = (await browser.ReadAsync("/api/my/day")).GetProperty("trips")[0];

        trip.GetProperty("departedAt").ValueKind.ShouldBe(JsonValueKind.String);
        var stop = trip.GetProperty("stops")[0];
        stop.GetProperty("terminal").GetString().ShouldBe("T1");
        stop.GetProperty("state").GetString().ShouldBe("done");
        stop.GetProperty("cases").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Clock_WithoutAMarket_IsWallTimeInTheRegionsZone()
    {
        using var browser = await host.SignedInAsync(Role.Planner);

        var clock = await browser.ReadAsync($"{Region}/clock");

        clock.GetProperty("simulated").GetBoolean().ShouldBeFalse();
        clock.GetProperty("now").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.FromHours(8));
        clock.GetProperty("now").GetDateTimeOffset().ShouldBeInRange(Sample.Start, Sample.Start.AddMinutes(10));
    }

    private static (long Numerator, long Denominator, double Value) Metric(JsonElement metrics, string name)
    {
        var metric = metrics.GetProperty(name);
        return (metric.GetProperty("numerator").GetInt64(), metric.GetProperty("denominator").GetInt64(), metric.GetProperty("value").GetDouble());
    }
}
