using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Somebody who does anything that a screen lets one do, and some things that it does not.</summary>
internal sealed class RandomDispatcher(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A day thrown together: stops anywhere, so that every rule is broken somewhere.</summary>
    public DeliveryPlan ThrownTogether(DispatchDay day)
    {
        var request = day.Request;
        var stops = Drop.Of(request).Select(drop => drop.First).OrderBy(_ => random.Next()).ToArray();
        var empty = new DeliveryPlan
        {
            Id = request.Plan,
            Region = request.Region.Id,
            Distributor = request.Distributor.Id,
            Date = request.Date,
            Version = 1,
            Status = PlanStatus.Proposed,
            Routes = [],
            Unserved = [],
            Distance = default,
            Cost = default,
            Provenance = new PlanProvenance("by hand", 0, 1, 0, "straight-line", 0, "none"),
        };
        var drafts = request.Vehicles.ToDictionary(vehicle => vehicle.Id, _ => new List<List<OrderId>>());
        foreach (var stop in stops.Skip(stops.Length / 10))
        {
            var trips = drafts[request.Vehicles[random.Next(request.Vehicles.Count)].Id];
            if (trips.Count == 0 || (trips.Count < 3 && random.Next(6) == 0))
                trips.Add([]);
            trips[random.Next(trips.Count)].Add(stop);
        }

        return day.Evaluate(empty, DayOverrides.None, [.. drafts.Select(draft => new RouteDraft(draft.Key, draft.Value))]);
    }

    /// <summary>How far a day may have come by some time, with vehicles early, late and under way.</summary>
    public DayProgress Progress(DeliveryPlan plan)
    {
        var now = TimeOfDay.At(7) + new Duration(random.Next(9 * 3_600));
        var routes = new List<RouteProgress>();
        foreach (var route in plan.Routes)
        {
            var (departures, returns, done) = (new List<TimeOfDay>(), new List<TimeOfDay>(), new List<StopActual>());
            var shift = random.Next(-900, 1_800);
            var isOut = true;
            foreach (var trip in route.Trips)
            {
                var left = trip.Departure + new Duration(shift);
                if (!isOut || left > now || (returns.Count > 0 && left < returns[^1]))
                    break;
                departures.Add(left);
                foreach (var stop in trip.Stops)
                {
                    var (arrival, leaves) = (stop.Arrival + new Duration(shift), stop.Departure + new Duration(shift));
                    isOut = isOut && arrival <= now && random.Next(40) > 0;
                    if (isOut && arrival >= left)
                        done.Add(new StopActual(stop.Terminal, stop.Orders, arrival, leaves <= now ? leaves : null));
                    isOut = isOut && leaves <= now;
                }

                isOut = isOut && trip.Return + new Duration(shift) <= now;
                if (isOut)
                    returns.Add(trip.Return + new Duration(shift));
            }

            if (departures.Count > 0)
                routes.Add(new RouteProgress(route.Vehicle, departures, returns, done));
        }

        return new DayProgress(now, routes);
    }

    public PlanEdit Edit(DispatchDay day, DeliveryPlan plan, bool locks = true)
    {
        var kind = random.Next(locks ? 20 : 16);
        return kind switch
        {
            < 6 => new MoveStops(Some(day), Vehicle(day), random.Next(3) == 0 ? null : Place(plan)),
            6 => new HoldStops(Some(day), (HoldReason)random.Next(8), random.Next(2) == 0 ? "by phone" : null),
            7 => new ExchangeVehicles(Vehicle(day), Vehicle(day)),
            8 => new KeepApart(Order(day), random.Next(3) > 0),
            9 => new AllowOvertime(Vehicle(day), new Duration(random.Next(20_000)), new Money(random.Next(9_999))),
            10 or 11 => new AllowLateness(LateOrder(day, plan), new Duration(random.Next(20_000)), new Money(random.Next(9_999))),
            12 => new AllowOverload(Vehicle(day), random.Next(1_000), new Money(random.Next(999))),
            13 => random.Next(3) == 0 ? new BreakDown(Vehicle(day), day.Progress.Now ?? TimeOfDay.At(8), null) : new ChangeCrew(new Crew(Vehicle(day), "Wang", null, null)),
            14 => new ReturnToService(Vehicle(day)),
            15 => new TakeInOrders(),
            16 or 17 => new LockStops(Some(day), Strength(), random.Next(2) == 0, random.Next(3) == 0 ? new TimeWindow(TimeOfDay.At(8 + random.Next(3)), TimeOfDay.At(11 + random.Next(3))) : null),
            18 => new LockVehicle(Vehicle(day), Strength(), random.Next(2) == 0),
            _ => new LockDay(random.Next(8) == 0 ? LockStrength.Everyone : null),
        };
    }

    public OrderId Order(DispatchDay day) => day.Request.Orders[random.Next(day.Request.Orders.Count)].Id;

    public VehicleId Vehicle(DispatchDay day) => day.Request.Vehicles[random.Next(day.Request.Vehicles.Count)].Id;

    public StopPlace Place(DeliveryPlan plan)
    {
        if (plan.Routes.Count == 0)
            return new StopPlace(0, 0);
        var route = plan.Routes[random.Next(plan.Routes.Count)];
        var trip = random.Next(route.Trips.Count + 1);
        return new StopPlace(trip, trip == route.Trips.Count ? 0 : random.Next(route.Trips[trip].Stops.Count + 1));
    }

    private OrderId LateOrder(DispatchDay day, DeliveryPlan plan)
    {
        OrderId[] late = [.. plan.Breaches.Where(breach => breach.Rule == BreachRule.Window && !breach.IsAllowed).Select(breach => breach.Order).OfType<OrderId>()];
        return late.Length > 0 && random.Next(4) > 0 ? late[random.Next(late.Length)] : Order(day);
    }

    private OrderId[] Some(DispatchDay day) => [.. Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 4) : 1).Select(_ => Order(day))];

    private LockStrength? Strength() => random.Next(4) switch { 0 => LockStrength.Everyone, 1 => null, _ => LockStrength.Optimizer };
}
