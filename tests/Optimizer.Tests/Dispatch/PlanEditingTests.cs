using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Four stops of ten cases on a straight road, 8 km (1,000 s) apart, two vehicles; unloading takes 400 s. v0 goes to o0, o1 and o2, v1 to o3.</summary>
public sealed class PlanEditingTests
{
    private static readonly DeliveryPlanRequest Request = Town.Deliveries(4, 2, seed: 1) with
    {
        Orders = [.. Enumerable.Range(0, 4).Select(i => Town.OrderOf($"o{i}", $"t{i:00}", 10))],
        Travel = Town.Roads([(0, 0), (8_000, 0), (16_000, 0), (24_000, 0), (32_000, 0)]),
    };

    private static readonly DispatchDay Day = new(Request, DayProgress.NotBegun);
    private static readonly DeliveryPlan Plan = Day.Evaluate(DispatchTown.Plan(Request), DayOverrides.None, [Draft("v0", ["o0", "o1", "o2"]), Draft("v1", ["o3"])]);

    /// <summary>v0 left at 7 and has been at o0.</summary>
    private static readonly DispatchDay UnderWay = new(Request, new DayProgress(TimeOfDay.At(7, 30),
        [new RouteProgress(V("v0"), [TimeOfDay.At(7)], [], [new StopActual(new TerminalId("t00"), [O("o0")], TimeOfDay.At(7, 20), TimeOfDay.At(7, 28))])]));

    [Theory]
    [InlineData("edit.no-stops")]
    [InlineData("edit.stop-unknown")]
    [InlineData("edit.vehicle-unknown")]
    [InlineData("edit.same-vehicle")]
    [InlineData("edit.done")]
    [InlineData("edit.on-board")]
    [InlineData("edit.departed")]
    [InlineData("edit.place")]
    [InlineData("edit.not-on-route")]
    [InlineData("edit.window")]
    [InlineData("edit.amount")]
    [InlineData("edit.price")]
    [InlineData("edit.in-service")]
    [InlineData("edit.locked")]
    public void Apply_WhatCannotBe_IsRefused(string code)
    {
        var hour = new Duration(3_600);
        PlanEdit[] held = [new HoldStops([O("o3")], HoldReason.NoGoods, null)];
        PlanEdit[][] tried = code switch
        {
            "edit.no-stops" => [[new MoveStops([], V("v0"), null)], [new HoldStops([], HoldReason.Other, null)]],
            "edit.stop-unknown" => [[new MoveStops([O("x")], V("v0"), null)], [new KeepApart(O("x"), true)], [new AllowLateness(O("x"), hour, default)], [new LockStops([O("x")], null, false, null)]],
            "edit.vehicle-unknown" => [[new MoveStops([O("o0")], V("x"), null)], [new ExchangeVehicles(V("v0"), V("x"))], [new BreakDown(V("x"), default, null)], [new LockVehicle(V("x"), null, false)], [new AllowOvertime(V("x"), hour, default)], [new ChangeCrew(new Crew(V("x"), "Li", null, null))]],
            "edit.same-vehicle" => [[new ExchangeVehicles(V("v0"), V("v0"))]],
            "edit.done" => [[new MoveStops([O("o0")], V("v0"), null)], [new HoldStops([O("o0")], HoldReason.Other, null)], [new KeepApart(O("o0"), true)]],
            "edit.on-board" => [[new MoveStops([O("o1")], V("v1"), null)], [new MoveStops([O("o1")], V("v0"), new StopPlace(1, 0))]],
            "edit.departed" => [[new MoveStops([O("o3")], V("v0"), new StopPlace(0, 2))], [new ExchangeVehicles(V("v0"), V("v1"))]],
            "edit.place" => [[new MoveStops([O("o1")], V("v0"), new StopPlace(0, 0))], [new MoveStops([O("o3")], V("v0"), new StopPlace(3, 0))], [new MoveStops([O("o3")], V("v1"), new StopPlace(0, 1))], [new MoveStops([O("o3")], V("v1"), new StopPlace(-1, 0))]],
            "edit.not-on-route" => [[.. held, new LockStops([O("o3")], LockStrength.Optimizer, false, null)]],
            "edit.window" => [[new LockStops([O("o3")], LockStrength.Optimizer, false, new TimeWindow(TimeOfDay.At(9), TimeOfDay.At(8)))], [new LockStops([O("o3")], LockStrength.Optimizer, false, new TimeWindow(TimeOfDay.At(30), TimeOfDay.At(31)))]],
            "edit.amount" => [[new AllowOvertime(V("v0"), new Duration(-1), default)], [new AllowLateness(O("o1"), new Duration(90_000), default)], [new AllowOverload(V("v0"), 1_001, default)]],
            "edit.price" => [[new AllowOvertime(V("v0"), hour, new Money(-1))], [new AllowOverload(V("v0"), 1, new Money(long.MaxValue))]],
            "edit.in-service" => [[new ReturnToService(V("v0"))]],
            _ => [[new LockDay(LockStrength.Everyone), new MoveStops([O("o3")], V("v1"), new StopPlace(1, 0)), new MoveStops([O("o1")], V("v0"), new StopPlace(0, 2))], [new LockVehicle(V("v1"), LockStrength.Everyone, false), new BreakDown(V("v1"), TimeOfDay.At(7), null)]],
        };
        foreach (var edits in tried)
        {
            var (plan, refusal) = PlanEditing.Apply(UnderWay, Plan, edits);
            plan.ShouldBeNull();
            refusal.ShouldNotBeNull().Code.ShouldBe(code, string.Join(" ", edits.Select(edit => edit.ToString())));
        }
    }

    [Fact]
    public void Apply_MoveToTheBestPlace_PutsTheStopOnTheWay()
    {
        // On a straight road a stop costs nothing more in its place out or back; of equal places it takes the first.
        var plan = Applied(Day, Plan, new MoveStops([O("o1")], V("v1"), null));

        Routes(plan).ShouldBe("v0: o0 o2 | v1: o1 o3");
        var change = PlanChanges.Between(Plan, plan);
        (change.Distance.Meters, change.Working.Seconds, change.Vehicles, string.Join(' ', change.Moved)).ShouldBe((0, 0, 0, "o1"));
    }

    [Fact]
    public void Apply_MoveOfSeveral_KeepsTheOrderNamed() =>
        Routes(Applied(Day, Plan, new MoveStops([O("o3"), O("o0")], V("v0"), new StopPlace(0, 1)))).ShouldBe("v0: o1 o3 o0 o2");

    [Fact]
    public void Apply_MoveToANewTrip_LoadsAgain()
    {
        var plan = Applied(Day, Plan, new MoveStops([O("o3")], V("v0"), new StopPlace(1, 0)));

        Routes(plan).ShouldBe("v0: o0 o1 o2 / o3");
        // One trip a shift.
        plan.Breaches.ShouldBe([new PlanBreach(BreachRule.Trips, V("v0"), null, 1, false, Money.Zero)]);
        PlanChanges.Between(Plan, plan).Broken.ShouldBe(plan.Breaches);
        PlanChanges.Between(plan, Plan).Mended.ShouldBe(plan.Breaches);
    }

    [Fact]
    public void Apply_Hold_TakesTheStopToTheTray_AndAMoveBringsItBack()
    {
        var held = Applied(Day, Plan, new LockStops([O("o1")], LockStrength.Optimizer, false, null), new HoldStops([O("o1")], HoldReason.CreditStop, "owes 3 bills"));

        Routes(held).ShouldBe("v0: o0 o2 | v1: o3");
        var tray = held.Unserved.ShouldHaveSingleItem();
        (tray.Reason, tray.Detail["reason"], tray.Detail["note"]).ShouldBe((UnservedReason.Held, "CreditStop", "owes 3 bills"));
        held.Overrides.Stops.ShouldBeEmpty();
        var back = Applied(Day, held, new MoveStops([O("o1")], V("v0"), new StopPlace(0, 1)));
        PlanJson.ShouldBeAsIs(back, Plan, "the hold left something behind");
    }

    [Fact]
    public void Apply_MoveOfWhatIsLockedAgainstTheOptimizer_MovesTheLock()
    {
        var locked = Applied(Day, Plan, new LockStops([O("o1")], LockStrength.Optimizer, true, null));

        Applied(Day, locked, new MoveStops([O("o1")], V("v1"), null)).Overrides.Stops.ShouldBe([new StopLock(O("o1"), LockStrength.Optimizer, V("v1"), true, null)]);
        Applied(Day, locked, new ExchangeVehicles(V("v0"), V("v1"))).Overrides.Stops[0].Vehicle.ShouldBe(V("v1"));
        Applied(Day, locked, new LockStops([O("o1")], null, false, null)).Overrides.Stops.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_Exchange_KeepsTheOrderOfBothDays() =>
        Routes(Applied(Day, Plan, new ExchangeVehicles(V("v0"), V("v1")))).ShouldBe("v0: o3 | v1: o0 o1 o2");

    [Fact]
    public void Apply_BreakDown_LeavesWhatWasDone_AndSpreadsTheRest()
    {
        var plan = Applied(UnderWay, UnderWay.Evaluate(Plan), new BreakDown(V("v0"), TimeOfDay.At(7, 30), "gearbox"));

        Routes(plan).ShouldBe("v0: o0 | v1: o3");
        plan.Unserved.Select(unserved => (unserved.Orders[0].Value, unserved.Reason)).ShouldBe([("o1", UnservedReason.NotPlanned), ("o2", UnservedReason.NotPlanned)]);
        plan.Overrides.Held.ShouldBeEmpty();
        plan.Breaches.ShouldBeEmpty();
        // Who sends the vehicle out again is told.
        Applied(UnderWay, plan, new MoveStops([O("o1")], V("v0"), null)).Breaches.Select(breach => breach.Rule).ShouldContain(BreachRule.OutOfService);
        Applied(UnderWay, plan, new ReturnToService(V("v0"))).Overrides.Outages.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_CrewOfNobody_GoesBackToTheFile()
    {
        var crew = new Crew(V("v0"), "Li", new UserId("li"), new RepId("r1"));
        var changed = Applied(Day, Plan, new ChangeCrew(crew));

        changed.Overrides.Crews.ShouldBe([crew]);
        Applied(Day, changed, new ChangeCrew(new Crew(V("v0"), null, null, null))).Overrides.Crews.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_KeepApart_MakesAStopOfItsOwn_ThatJoinsAgain()
    {
        var request = Request with { Orders = [.. Request.Orders, Town.OrderOf("o1b", "t01", 5)] };
        var day = new DispatchDay(request, DayProgress.NotBegun);
        var plan = day.Evaluate(Plan, DayOverrides.None, [Draft("v0", ["o0", "o1", "o2"]), Draft("v1", ["o3"])]);

        var apart = Applied(day, plan, new KeepApart(O("o1"), true));

        Routes(apart).ShouldBe("v0: o0 o1 o1b o2 | v1: o3");
        var moved = Applied(day, apart, new MoveStops([O("o1")], V("v1"), new StopPlace(0, 0)));
        Routes(moved).ShouldBe("v0: o0 o1b o2 | v1: o1 o3");
        Routes(Applied(day, moved, new KeepApart(O("o1"), false))).ShouldBe("v0: o0 o1+o1b o2 | v1: o3");
        DeliveryPlanAudit.Breaches(moved, request).ShouldBeEmpty();
    }

    [Fact]
    public void Apply_OrdersAsTheyAreNow_NewOnesComeToTheTray_AndThoseThatAreGoneLeaveTheirStops()
    {
        var now = Request with { Orders = [.. Request.Orders.Where(order => order.Id != O("o1")), Town.OrderOf("new", "t02", 5)] };
        var day = new DispatchDay(now, DayProgress.NotBegun);

        var plan = Applied(day, Plan, new TakeInOrders());

        Routes(plan).ShouldBe("v0: o0 o2 | v1: o3");
        var tray = plan.Unserved.ShouldHaveSingleItem();
        (tray.Orders[0].Value, tray.Reason).ShouldBe(("new", UnservedReason.NotPlanned));
        // The stop at t02 stays as the person saw it; the new order joins it when they say so.
        plan.Overrides.Apart.ShouldBe([O("new")]);
        Routes(Applied(day, plan, new KeepApart(O("new"), false))).ShouldBe("v0: o0 new+o2 | v1: o3");
        DeliveryPlanAudit.Breaches(plan, now).ShouldBeEmpty();
    }

    [Fact]
    public void Apply_OrderDeliveredOnTheWay_StaysAsItWas_ThoughItIsNoLongerOpen()
    {
        var day = new DispatchDay(Request with { Orders = [.. Request.Orders.Skip(1)] }, UnderWay.Progress);

        var plan = Applied(day, UnderWay.Evaluate(Plan), new TakeInOrders());

        PlanJson.ShouldBeAsIs(plan, UnderWay.Evaluate(Plan), "the delivered stop has changed");
        DeliveryPlanAudit.Breaches(plan, day.Request, day.Progress).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_DayUnderWay_IsWhatHappened_AndFromThereTheForecast()
    {
        var trip = UnderWay.Evaluate(Plan).Routes[0].Trips[0];

        // Left t00 at 7:28; 1,000 s to t01, 400 s there, 1,000 s to t02, 400 s there, 3,000 s back.
        (trip.Departure, trip.Stops[0].Arrival, trip.Stops[0].Departure).ShouldBe((TimeOfDay.At(7), TimeOfDay.At(7, 20), TimeOfDay.At(7, 28)));
        (trip.Stops[1].Arrival, trip.Stops[2].Arrival, trip.Return).ShouldBe(
            (TimeOfDay.At(7, 28) + new Duration(1_000), TimeOfDay.At(7, 28) + new Duration(2_400), TimeOfDay.At(7, 28) + new Duration(5_800)));
    }

    [Fact]
    public void Evaluate_VehicleThatIsStuck_ArrivesNoEarlierThanNow()
    {
        var day = new DispatchDay(Request, UnderWay.Progress with { Now = TimeOfDay.At(8) });

        var routes = day.Evaluate(Plan).Routes;

        routes[0].Trips[0].Stops[1].Arrival.ShouldBe(TimeOfDay.At(8));
        routes[1].Trips[0].Departure.ShouldBe(TimeOfDay.At(8));
    }

    [Fact]
    public void Evaluate_Allowances_ChargeForWhatTheyCover()
    {
        // o3 alone: 4,000 s there. Its window ends 10 minutes before; the shift ends when the vehicle is 10 minutes from home; the vehicle holds 8 cases.
        var request = Request with
        {
            Terminals = [.. Request.Terminals.Select((terminal, i) => i < 3 ? terminal : terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(7) + new Duration(3_400)) })],
            Vehicles = [Request.Vehicles[0], Town.Vehicle("v1", cases: 8) with { Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(7) + new Duration(7_800)) }],
        };
        var day = new DispatchDay(request, DayProgress.NotBegun);

        var allowed = Applied(day, day.Evaluate(Plan), new AllowLateness(O("o3"), new Duration(900), new Money(3_000)), new AllowOvertime(V("v1"), new Duration(600), new Money(6_000)), new AllowOverload(V("v1"), 250, new Money(70)));

        // 600 s late at 30.00 an hour are 5.00; 600 s at 60.00 an hour 10.00; 2 of 8 cases too many are 250 thousandths, at 0.70 each 1.40. Water is 10 kg and 20 l a case.
        allowed.Breaches.ShouldBe(
        [
            new PlanBreach(BreachRule.Cases, V("v1"), null, 2, true, new Money(140)),
            new PlanBreach(BreachRule.Mass, V("v1"), null, 20_000, true, Money.Zero),
            new PlanBreach(BreachRule.Volume, V("v1"), null, 40_000, true, Money.Zero),
            new PlanBreach(BreachRule.Window, V("v1"), O("o3"), 600, true, new Money(500)),
            new PlanBreach(BreachRule.Shift, V("v1"), null, 600, true, new Money(1_000)),
        ]);
        // 100.00 + 64 km at 1.50 + 8,400 s at 25.00 an hour = 254.33.
        allowed.Routes[1].Cost.ShouldBe(new Money(25_433 + 1_640));
        var less = Applied(day, allowed, new AllowLateness(O("o3"), new Duration(599), new Money(3_000)));
        less.Breaches[3].ShouldBe(new PlanBreach(BreachRule.Window, V("v1"), O("o3"), 600, false, new Money(499)));
        Applied(day, allowed, new AllowLateness(O("o3"), default, default)).Overrides.Lateness.ShouldBeEmpty();
    }

    [Fact]
    public void Between_OneStopTakenToTheFront_NamesThatAlone()
    {
        var change = PlanChanges.Between(Plan, Applied(Day, Plan, new MoveStops([O("o2")], V("v0"), new StopPlace(0, 0))));

        change.Moved.ShouldBe([O("o2")]);
        (change.Unserved, change.LateStops, change.Lateness).ShouldBe((0, 0, Duration.Zero));
    }

    private static OrderId O(string id) => new(id);

    private static VehicleId V(string id) => new(id);

    private static RouteDraft Draft(string vehicle, string[] stops) => new(V(vehicle), [[.. stops.Select(O)]]);

    private static DeliveryPlan Applied(DispatchDay day, DeliveryPlan plan, params PlanEdit[] edits)
    {
        var (edited, refusal) = PlanEditing.Apply(day, plan, edits);
        refusal.ShouldBeNull();
        return edited.ShouldNotBeNull();
    }

    private static string Routes(DeliveryPlan plan) => string.Join(" | ", plan.Routes.Select(route =>
        $"{route.Vehicle}: {string.Join(" / ", route.Trips.Select(trip => string.Join(' ', trip.Stops.Select(stop => string.Join('+', stop.Orders)))))}"));
}
