using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>What must hold of every edit of any plan, on days that have not begun and on days that have come some way. The oracle is the audit, which shares nothing with what makes plans.</summary>
public sealed class PlanEditingPropertyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Apply_AnyEdits_GiveSoundPlansWithExactlyTheBreachesTheyName(bool hasBegun)
    {
        var (applied, refused, breaches, allowed) = (0, 0, 0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = Begin(seed, dispatcher, hasBegun);
            for (var i = 0; i < 12; i++)
            {
                var edit = dispatcher.Edit(day, plan);
                var (edited, refusal) = PlanEditing.Apply(day, plan, [edit]);
                if (edited is null)
                {
                    refused++;
                    refusal.ShouldNotBeNull().Code.ShouldStartWith("edit.");
                    continue;
                }

                DeliveryPlanAudit.Breaches(edited, day.Request, day.Progress).ShouldBeEmpty($"seed {seed}, edit {i}: {edit}");
                // Timed by a day that has timed nothing before.
                PlanJson.ShouldBeAsIs(new DispatchDay(day.Request, day.Progress).Evaluate(edited), edited, $"seed {seed}, edit {i}: {edit}");
                applied++;
                breaches += edited.Breaches.Count;
                allowed += edited.Breaches.Count(breach => breach.IsAllowed);
                plan = edited;
            }
        }

        // The days are such that something is tested.
        applied.ShouldBeGreaterThan(200);
        refused.ShouldBeGreaterThan(20);
        breaches.ShouldBeGreaterThan(500);
        allowed.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Apply_AnyEdits_NeverLoseOrDoubleAnOrder_AndLeaveWhatWasMade(bool hasBegun)
    {
        for (var seed = 101; seed <= 130; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = Begin(seed, dispatcher, hasBegun);
            var orders = Sorted(day.Request.Orders.Select(order => order.Id));
            var made = PlanJson.Of(Made(plan, day));
            for (var i = 0; i < 25; i++)
            {
                plan = PlanEditing.Apply(day, plan, [dispatcher.Edit(day, plan), dispatcher.Edit(day, plan)]).Plan ?? plan;
                Sorted(DispatchTown.Stops(plan).SelectMany(stop => stop.Orders).Concat(plan.Unserved.SelectMany(unserved => unserved.Orders))).ShouldBe(orders, $"seed {seed}, edit {i}");
                PlanJson.Of(Made(plan, day)).ShouldBe(made, $"seed {seed}, edit {i}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Apply_StopsOnBoard_StayOnTheirTripOrGoToTheTray_AndNoneJoinThem(bool hasBegun)
    {
        var (onBoard, held) = (0, 0);
        for (var seed = 201; seed <= 230; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = Begin(seed, dispatcher, hasBegun);
            for (var i = 0; i < 15; i++)
            {
                var before = OnBoard(plan, day);
                var edited = PlanEditing.Apply(day, plan, [dispatcher.Edit(day, plan)]).Plan;
                if (edited is null)
                    continue;
                var after = OnBoard(edited, day);
                after.Except(before).ShouldBeEmpty($"seed {seed}, edit {i}");
                var tray = edited.Unserved.SelectMany(unserved => unserved.Orders).ToHashSet();
                before.Except(after).ShouldAllBe(gone => tray.Contains(gone.Order), $"seed {seed}, edit {i}");
                (onBoard, held) = (onBoard + after.Count, held + before.Count - after.Count);
                plan = edited;
            }
        }

        (onBoard > 0, held > 0).ShouldBe((hasBegun, hasBegun));
    }

    [Fact]
    public void Apply_MoveAndTheReverseMove_GiveThePlanAsItWas()
    {
        var moves = 0;
        for (var seed = 301; seed <= 340; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = Begin(seed, dispatcher, hasBegun: seed % 4 == 0);
            for (var i = 0; i < 10; i++)
            {
                if (dispatcher.Edit(day, plan, locks: false) is not MoveStops { Stops.Count: 1 } move || PlaceOf(plan, move.Stops[0]) is not { } place)
                    continue;
                // A trip of one stop is gone with it, so that later trips count anew.
                if (plan.Routes.Single(route => route.Vehicle == place.Vehicle).Trips[place.Place.Trip].Stops.Count == 1)
                    continue;
                if (PlanEditing.Apply(day, plan, [move]).Plan is not { } moved)
                    continue;
                var back = PlanEditing.Apply(day, moved, [new MoveStops(move.Stops, place.Vehicle, place.Place)]);
                PlanJson.ShouldBeAsIs(back.Plan.ShouldNotBeNull(), plan, $"seed {seed}: {move}");
                moves++;
                plan = moved;
            }
        }

        moves.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Apply_LocksAgainstEveryone_HoldWhateverIsTried()
    {
        var refused = 0;
        for (var seed = 401; seed <= 430; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = Begin(seed, dispatcher, hasBegun: seed % 3 == 0);
            var stop = DispatchTown.Stops(plan).Select(candidate => candidate.Orders[0]).OrderByDescending(order => order.Value, StringComparer.Ordinal).First(order => PlaceOf(plan, order) is { Vehicle.Value: not "v00" });
            if (PlanEditing.Apply(day, plan, [new LockStops([stop], LockStrength.Everyone, IsPlaceKept: true, null), new LockVehicle(new VehicleId("v00"), LockStrength.Everyone, IsOrderKept: true)]).Plan is not { } locked)
                continue;
            plan = locked;
            for (var i = 0; i < 20; i++)
            {
                var (edited, refusal) = PlanEditing.Apply(day, plan, [dispatcher.Edit(day, plan, locks: false)]);
                refused += refusal?.Code == "edit.locked" ? 1 : 0;
                plan = edited ?? plan;
                OrdersOf(plan, new VehicleId("v00")).ShouldBe(OrdersOf(locked, new VehicleId("v00")), $"seed {seed}, edit {i}");
                var place = PlaceOf(locked, stop)!.Value;
                PlaceOf(plan, stop).ShouldBe(place, $"seed {seed}, edit {i}");
                UpTo(plan, place.Vehicle, stop).ShouldBe(UpTo(locked, place.Vehicle, stop), $"seed {seed}, edit {i}");
            }
        }

        refused.ShouldBeGreaterThan(20);
    }

    internal static (DispatchDay Day, DeliveryPlan Plan) Begin(int seed, RandomDispatcher dispatcher, bool hasBegun)
    {
        var request = DispatchTown.Request(seed, stops: 16 + (seed % 9), vehicles: 3 + (seed % 3));
        var day = new DispatchDay(request, DayProgress.NotBegun);
        var plan = seed % 10 == 0 ? DispatchTown.Plan(request, iterations: 20) : dispatcher.ThrownTogether(day);
        if (!hasBegun)
            return (day, plan);
        day = new DispatchDay(request, dispatcher.Progress(plan));
        return (day, day.Evaluate(plan));
    }

    private static string Sorted(IEnumerable<OrderId> orders) => string.Join(' ', orders.Select(order => order.Value).Order(StringComparer.Ordinal));

    private static string OrdersOf(DeliveryPlan plan, VehicleId vehicle) =>
        string.Join(" / ", plan.Routes.Where(route => route.Vehicle == vehicle).SelectMany(route => route.Trips).Select(trip => string.Join(' ', trip.Stops.SelectMany(stop => stop.Orders))));

    private static string UpTo(DeliveryPlan plan, VehicleId vehicle, OrderId stop)
    {
        var orders = OrdersOf(plan, vehicle);
        return orders[..orders.IndexOf(stop.Value, StringComparison.Ordinal)];
    }

    private static (VehicleId Vehicle, StopPlace Place)? PlaceOf(DeliveryPlan plan, OrderId order)
    {
        foreach (var route in plan.Routes)
        {
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                var index = route.Trips[trip].Stops.ToList().FindIndex(stop => stop.Orders.Contains(order));
                if (index >= 0)
                    return (route.Vehicle, new StopPlace(trip, index));
            }
        }

        return null;
    }

    private static DeliveryStop[] Made(DeliveryPlan plan, DispatchDay day)
    {
        var made = day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).ToHashSet();
        return [.. DispatchTown.Stops(plan).Where(stop => stop.Orders.Any(made.Contains))];
    }

    private static HashSet<(VehicleId Vehicle, int Trip, OrderId Order)> OnBoard(DeliveryPlan plan, DispatchDay day)
    {
        var made = day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).ToHashSet();
        return
        [
            .. from route in plan.Routes
            from trip in Enumerable.Range(0, route.Trips.Count)
            where trip < (day.Progress.Routes.FirstOrDefault(progress => progress.Vehicle == route.Vehicle)?.Departures.Count ?? 0)
            from order in route.Trips[trip].Stops.SelectMany(stop => stop.Orders)
            where !made.Contains(order)
            select (route.Vehicle, trip, order),
        ];
    }
}
