using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Random days to plan anew: a plan that people have changed, with locks, held stops, allowances and breakdowns, on a day that has begun or not.</summary>
internal sealed record RunDay(DispatchDay Day, DeliveryPlan Plan)
{
    public static RunDay Of(int seed, int stops, int vehicles, bool hasBegun, bool isLocked)
    {
        var request = DispatchTown.Request(seed, stops, vehicles);
        var random = new Random(seed);
        var plan = DispatchTown.Plan(request, iterations: 20);
        var day = new DispatchDay(request, DayProgress.NotBegun);
        plan = Moved(day, plan, random);
        if (hasBegun)
            day = new DispatchDay(request, DayUnderway.At(plan, TimeOfDay.At(8 + random.Next(5), random.Next(60)), random));
        return new RunDay(day, day.Evaluate(isLocked ? plan with { Overrides = Overrides(plan, request, random) } : plan));
    }

    public static RunOptions Options(RunScope scope, long seed = 1, long iterations = 200, int movePrice = 0, params VehicleId[] vehicles) =>
        new(scope, vehicles, seed, iterations, null, new Money(movePrice), true);

    public DeliveryPlan Run(RunOptions options) => new Reoptimisation(new TerritorySolver()).Run(Day, Plan, options, null, CancellationToken.None);

    /// <summary>Some stops on another vehicle or in the tray, where a person put them whatever it breaks.</summary>
    private static DeliveryPlan Moved(DispatchDay day, DeliveryPlan plan, Random random)
    {
        var drafts = day.Request.Vehicles.Select(vehicle => (vehicle.Id, Trips: plan.Routes.FirstOrDefault(route => route.Vehicle == vehicle.Id)?.Trips.Select(trip => trip.Stops.Select(stop => stop.Orders[0]).ToList()).ToList() ?? [])).ToList();
        var stops = drafts.SelectMany(draft => draft.Trips).SelectMany(trip => trip).ToArray();
        for (var i = 0; i < stops.Length / 4; i++)
        {
            var stop = stops[random.Next(stops.Length)];
            foreach (var trip in drafts.SelectMany(draft => draft.Trips))
                trip.Remove(stop);
            if (random.Next(3) == 0)
                continue;
            var trips = drafts[random.Next(drafts.Count)].Trips;
            if (trips.Count == 0)
                trips.Add([]);
            var there = trips[random.Next(trips.Count)];
            there.Insert(random.Next(there.Count + 1), stop);
        }

        return day.Evaluate(plan, plan.Overrides, [.. drafts.Select(draft => new RouteDraft(draft.Id, [.. draft.Trips.Where(trip => trip.Count > 0).Select(trip => (IReadOnlyList<OrderId>)[.. trip])]))]);
    }

    private static DayOverrides Overrides(DeliveryPlan plan, DeliveryPlanRequest request, Random random)
    {
        var strengths = (LockStrength[])[LockStrength.Optimizer, LockStrength.Everyone];
        LockStrength Strength() => strengths[random.Next(2)];
        var stops = new List<StopLock>();
        foreach (var route in plan.Routes)
        {
            foreach (var stop in route.Trips.SelectMany(trip => trip.Stops).Where(_ => random.Next(6) == 0))
            {
                TimeWindow? window = random.Next(3) > 0 ? null : new TimeWindow(stop.ServiceStart, stop.ServiceStart + Duration.FromMinutes(random.Next(20, 200)));
                stops.Add(new StopLock(stop.Orders[0], Strength(), route.Vehicle, random.Next(4) == 0, window));
            }
        }

        return new DayOverrides
        {
            Day = random.Next(20) == 0 ? Strength() : null,
            Vehicles = [.. request.Vehicles.Where(_ => random.Next(6) == 0).Select(vehicle => new VehicleLock(vehicle.Id, Strength(), random.Next(2) == 0))],
            Stops = stops,
            Held = [.. plan.Unserved.Where(_ => random.Next(3) == 0).Select(unserved => new HeldOrder(unserved.Orders[0], HoldReason.Other, null))],
            Overtime = [.. request.Vehicles.Where(_ => random.Next(3) == 0).Select(vehicle => new OvertimeAllowance(vehicle.Id, Duration.FromMinutes(random.Next(20, 120)), Money.FromMajor(40)))],
            Lateness = [.. request.Orders.Where(order => random.Next(8) == 0).DistinctBy(order => order.Terminal).Select(order => new LatenessAllowance(order.Id, Duration.FromMinutes(random.Next(10, 90)), Money.FromMajor(30)))],
            Overload = [.. request.Vehicles.Where(_ => random.Next(6) == 0).Select(vehicle => new OverloadAllowance(vehicle.Id, 200, new Money(100)))],
            Outages = [.. request.Vehicles.Where(_ => random.Next(10) == 0).Select(vehicle => new VehicleOutage(vehicle.Id, TimeOfDay.At(random.Next(7, 14)), null))],
        };
    }
}
