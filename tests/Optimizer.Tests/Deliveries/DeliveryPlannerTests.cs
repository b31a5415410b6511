using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Deliveries;

public sealed class DeliveryPlannerTests
{
    private static readonly SolveOptions Quick = new() { Iterations = 300 };

    [Fact]
    public void Plan_SixtyStopsFiveVehicles_ServesEveryOrderAndPassesTheAudit()
    {
        var request = Town.Deliveries(60, 5, seed: 1);

        var plan = Plan(request);

        plan.Unserved.ShouldBeEmpty();
        DeliveryPlanAudit.Breaches(plan, request).ShouldBeEmpty();
        plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Count().ShouldBe(60);
    }

    [Fact]
    public void Plan_SameRequestInAnotherOrder_GivesTheSamePlan()
    {
        var request = Town.Deliveries(30, 3, seed: 2);
        var reversed = request with { Orders = [.. request.Orders.Reverse()], Vehicles = [.. request.Vehicles.Reverse()] };

        var first = Plan(request);
        var second = Plan(reversed);

        second.Provenance.ShouldBe(first.Provenance);
        second.Cost.ShouldBe(first.Cost);
        Stops(second).ShouldBe(Stops(first));
    }

    [Fact]
    public void Plan_OneFigureChanged_ChangesTheInputHash()
    {
        var request = Town.Deliveries(5, 1, seed: 2);
        var changed = request with { Vehicles = [request.Vehicles[0] with { CostPerKilometer = new Money(151) }] };

        Plan(changed).Provenance.InputHash.ShouldNotBe(Plan(request).Provenance.InputHash);
    }

    [Fact]
    public void Plan_MoreThanOneLoad_MakesSeveralTripsWithLoadingBetween()
    {
        // Four orders of 100 cases, one vehicle of 200 cases: two trips are needed and enough.
        var request = Town.Deliveries(4, 1, seed: 3) with
        {
            Vehicles = [Town.Vehicle("v0", cases: 200, maxTrips: 2)],
            Orders = [.. Enumerable.Range(0, 4).Select(i => Town.OrderOf($"o{i}", $"t{i:00}", 100))],
        };

        var plan = Plan(request);

        plan.Unserved.ShouldBeEmpty();
        var trips = plan.Routes.ShouldHaveSingleItem().Trips;
        trips.Count.ShouldBe(2);
        (trips[1].Departure - trips[1].LoadingStart).ShouldBe(Town.Distributor.LoadingTime);
        trips[1].LoadingStart.ShouldBeGreaterThanOrEqualTo(trips[0].Return);
    }

    [Fact]
    public void Plan_CostOfOneRoundTrip_IsFixedPlusKilometresPlusHours()
    {
        // 8 km out and back at 8 m/s: 16 km and 2,000 s of driving, 300 + 10 * 10 s of unloading. 100.00 + 16 * 1.50 + 2,400 / 3,600 * 25.00 = 140.67.
        var request = Town.Deliveries(1, 1, seed: 1) with
        {
            Orders = [Town.OrderOf("o1", "t00", 10)],
            Travel = Town.Roads([(0, 0), (8_000, 0)]),
        };

        var plan = Plan(request);

        plan.Cost.ShouldBe(new Money(14_067));
        plan.Distance.ShouldBe(new Distance(16_000));
        plan.Routes[0].Working.ShouldBe(new Duration(2_400));
    }

    [Fact]
    public void Plan_TerminalWithLunchBreak_IsServedInOneOfItsPeriods()
    {
        var hours = new OpeningHours(
        [
            new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(7, 5))),
            new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(14), TimeOfDay.At(15))),
        ]);
        var request = Town.Deliveries(2, 1, seed: 4) with { Travel = Town.Roads([(0, 0), (8_000, 0), (0, 100)]) };
        request = request with { Terminals = [request.Terminals[0] with { OpeningHours = hours }, request.Terminals[1]] };

        var plan = Plan(request);

        // It takes 1,000 s to get there, so only the afternoon period can be met.
        plan.Unserved.ShouldBeEmpty();
        var stop = plan.Routes[0].Trips.SelectMany(trip => trip.Stops).Single(stop => stop.Terminal == new TerminalId("t00"));
        stop.ServiceStart.ShouldBeInRange(TimeOfDay.At(14), TimeOfDay.At(15));
    }

    [Fact]
    public void Plan_OrderDueLater_WaitsForItsDay()
    {
        var request = Town.Deliveries(2, 1, seed: 5);
        request = request with { Orders = [request.Orders[0], request.Orders[1] with { DueOn = Town.Monday.AddDays(1) }] };

        var plan = Plan(request);

        plan.Unserved.ShouldBeEmpty();
        Stops(plan).ShouldBe(["t00"]);
    }

    [Fact]
    public void Plan_SeveralOrdersOfOneTerminal_AreOneStop()
    {
        var request = Town.Deliveries(1, 1, seed: 6) with { Orders = [Town.OrderOf("a", "t00", 3), Town.OrderOf("b", "t00", 4)] };

        var stop = Plan(request).Routes.ShouldHaveSingleItem().Trips.ShouldHaveSingleItem().Stops.ShouldHaveSingleItem();

        stop.Orders.Select(order => order.Value).ShouldBe(["a", "b"]);
        stop.Load.Cases.ShouldBe(new Cases(7));
        stop.Load.Mass.ShouldBe(Mass.FromKilograms(70));
    }

    [Fact]
    public void Plan_FreeVehicles_StillDriveLeast()
    {
        var request = Town.Deliveries(8, 1, seed: 7) with { Travel = Town.Roads([(0, 0), .. Enumerable.Range(1, 8).Select(i => (i * 1_000, 0))]) };
        request = request with { Vehicles = [request.Vehicles[0] with { FixedCost = default, CostPerHour = default, CostPerKilometer = default }] };

        // All stops lie on one straight road: out and back is the optimum.
        Plan(request).Distance.ShouldBe(new Distance(16_000));
    }

    [Fact]
    public void Plan_Cancelled_GivesTheBestSoFar()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var plan = new DeliveryPlanner().Plan(Town.Deliveries(20, 2, seed: 8), Quick, null, cancelled.Token);

        plan.Provenance.Iterations.ShouldBe(0);
        plan.Unserved.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_BadRequest_ListsEveryProblem()
    {
        var request = Town.Deliveries(2, 1, seed: 9);
        request = request with
        {
            Orders = [Town.OrderOf("a", "nowhere", 1), Town.OrderOf("a", "t00", 0)],
            Vehicles = [request.Vehicles[0] with { MaxTrips = 0 }],
            Travel = Town.Roads(Town.Scatter(5, 1)),
        };

        var problems = Should.Throw<InvalidInputException>(() => Plan(request)).Problems;

        problems.Select(problem => problem.Code).ShouldBe(
            ["delivery.matrix.size", "order.duplicate", "order.terminal.unknown", "order.cases.positive", "vehicle.trips.range"], ignoreOrder: true);
    }

    [Fact]
    public void Inspect_VehicleThatHoldsNothing_IsAWarning()
    {
        var request = Town.Deliveries(2, 1, seed: 10) with { Vehicles = [Town.Vehicle("v0"), Town.Vehicle("v1", cases: 0)] };

        DeliveryRequestRules.Inspect(request).ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Warning);
        Plan(request).Routes.ShouldAllBe(route => route.Vehicle == new VehicleId("v0"));
    }

    /// <summary>The audit computes every arrival anew, and by the slots' own matrices.</summary>
    [Fact]
    public void Plan_TravelByTime_KeepsEveryRuleOfTheAudit_AndNamesTheSlots()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var request = Town.Deliveries(24, 4, seed) with { Vehicles = [.. Enumerable.Range(0, 4).Select(i => Town.Vehicle($"v{i}", cases: 150, maxTrips: 2))] };
            request = request with { TravelByTime = Town.RushHours(request.Travel, seed) };
            if (seed % 2 == 0)
                request = request with { Vehicles = [.. request.Vehicles.Select(vehicle => vehicle with { FixedCost = default, CostPerHour = default, CostPerKilometer = default })] };

            var plan = Plan(request);

            DeliveryPlanAudit.Breaches(plan, request).ShouldBeEmpty($"seed {seed}");
            plan.Unserved.ShouldBeEmpty($"seed {seed}");
            DeliveryPlanAudit.Breaches(plan, request with { TravelByTime = null }).ShouldNotBeEmpty($"seed {seed}: the hour of the day changes nothing");
            plan.Provenance.TravelTimes.ShouldBe("straight-line by time of day (05:00 07:00 09:00 11:00 16:30)");
            plan.Provenance.InputHash.ShouldNotBe(Plan(request with { TravelByTime = null }).Provenance.InputHash);
        }
    }

    [Fact]
    public void Plan_StopBehindTheRushHour_IsTimedAcrossItsEnd()
    {
        // Twice as long from 7 to 9: 2,000 s there, 300 + 10 * 10 s of unloading, 1,000 s back for who leaves at 9 or later. Of the days of 3,400 s the first begins at 8:20.
        var request = Town.Deliveries(1, 1, seed: 1) with { Orders = [Town.OrderOf("o1", "t00", 10)], Travel = Town.Roads([(0, 0), (8_000, 0)]) };
        var byTime = new DayTravel([new TimeOnly(7, 0), new TimeOnly(9, 0)], [new TravelMatrix(2, [0, 2_000, 2_000, 0], request.Travel.Meters.ToArray(), "slow"), request.Travel]);
        request = request with { Terminals = [request.Terminals[0] with { DeliveryWindow = new TimeWindow(TimeOfDay.At(8, 50), TimeOfDay.At(9)) }], TravelByTime = byTime };

        var route = Plan(request).Routes.ShouldHaveSingleItem();

        var trip = route.Trips.ShouldHaveSingleItem();
        (trip.Departure, trip.Stops[0].Arrival, trip.Return).ShouldBe((TimeOfDay.At(8, 20), TimeOfDay.At(8, 53) + new Duration(20), TimeOfDay.At(9, 16) + new Duration(40)));
        (route.Working, trip.Driving, trip.Stops[0].Travel).ShouldBe((new Duration(3_400), new Duration(3_000), new Duration(2_000)));
        // Who has 200 s until 9 does a tenth of the way back by then, and the rest in 900 s.
        byTime.Arrival(1, 0, TimeOfDay.At(8, 56) + new Duration(40)).ShouldBe(TimeOfDay.At(9, 15));
    }

    [Fact]
    public void Arrival_OfADay_IsThatOfTheSearch()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var travel = Town.Roads(Town.Scatter(5, seed));
            var day = Town.RushHours(travel, seed);
            var roads = new DeliveryRoads(travel, day).Between([0, 1, 2, 3, 4, 5], TimeOfDay.At(40));
            var clock = new TravelClock(roads.Slots, 1_000);
            for (var now = TimeOfDay.Midnight; now < TimeOfDay.At(40); now += new Duration(617))
            {
                var (from, to) = (now.Seconds % 6, now.Seconds / 6 % 6);
                if (from != to)
                    day.Arrival(from, to, now).Seconds.ShouldBe((int)new TravelLeg(clock, from, to, roads.Durations.Between(from, to)).Arrival(now.Seconds), $"seed {seed}, {from} to {to} at {now}");
            }
        }
    }

    private static DeliveryPlan Plan(DeliveryPlanRequest request) => new DeliveryPlanner().Plan(request, Quick, null, CancellationToken.None);

    private static IEnumerable<string> Stops(DeliveryPlan plan) =>
        plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => stop.Terminal.Value);
}
