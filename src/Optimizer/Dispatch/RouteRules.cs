using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>Names every rule that a timed route breaks, and adds what allowances charge for it.</summary>
/// <remarks>
/// route cost = fixed + kilometres + hours + the prices of its breaches, each rounded half up to the minor unit. An allowance charges for as much as it covers: lateness by time, overtime by what is worked beyond the length
/// of the shift, overload by cases too many. Of what has happened already only lateness is named: of trips that have left the hours of the depot, and of stops made the road, the door and the closing day, are past.
/// </remarks>
internal sealed class RouteRules
{
    private readonly DeliveryRoads roads;
    private readonly TimeOfDay depotCloses;
    private readonly Dictionary<VehicleId, OvertimeAllowance> overtime;
    private readonly Dictionary<VehicleId, OverloadAllowance> overload;
    private readonly Dictionary<OrderId, LatenessAllowance> lateness;
    private readonly Dictionary<VehicleId, VehicleOutage> outages;

    public RouteRules(DeliveryPlanRequest request, DayOverrides overrides)
    {
        roads = new DeliveryRoads(request);
        depotCloses = request.Distributor.DepotHours.End;
        overtime = overrides.Overtime.ToDictionary(allowance => allowance.Vehicle);
        overload = overrides.Overload.ToDictionary(allowance => allowance.Vehicle);
        lateness = overrides.Lateness.ToDictionary(allowance => allowance.Order);
        outages = overrides.Outages.ToDictionary(outage => outage.Vehicle);
    }

    /// <param name="drops">Those of the route's stops.</param>
    /// <param name="departed">What of the route has happened; null: nothing.</param>
    public TimedRoute Price(VehicleFile vehicle, DeliveryRoute route, IReadOnlyList<IReadOnlyList<Drop>> drops, DepartedRoute? departed)
    {
        var breaches = new List<PlanBreach>();
        void Add(BreachRule rule, OrderId? order, long amount, bool isAllowed = false, Money price = default)
        {
            if (amount > 0)
                breaches.Add(new PlanBreach(rule, vehicle.Id, order, amount, isAllowed, price));
        }

        int DoneOn(int trip) => departed is not null && trip < departed.Trips.Count ? departed.Trips[trip].Done.Count : 0;
        var hasOpen = Enumerable.Range(0, drops.Count).Any(trip => drops[trip].Count > DoneOn(trip));
        var isOut = !vehicle.InService || (outages.TryGetValue(vehicle.Id, out var outage) && route.Trips[^1].Return > outage.From);
        Add(BreachRule.OutOfService, null, hasOpen && isOut ? 1 : 0);
        Add(BreachRule.Trips, null, route.Trips.Count - vehicle.MaxTrips);
        for (var i = 0; i < route.Trips.Count; i++)
        {
            var trip = route.Trips[i];
            if (i >= (departed?.Trips.Count ?? 0))
                Add(BreachRule.DepotHours, null, (trip.Departure - depotCloses).Seconds);
            AddLoad(vehicle, trip.Load, Add);
            AddStops(vehicle, trip, drops[i], DoneOn(i), departed is not null && i < departed.Trips.Count && departed.Trips[i].Return is not null, Add);
        }

        var late = (route.Trips[^1].Return - vehicle.Shift.End).Seconds;
        var allowed = overtime.GetValueOrDefault(vehicle.Id);
        var beyond = Math.Max(0, route.Working.Seconds - vehicle.Shift.Length.Seconds);
        Add(BreachRule.Shift, null, late, late <= allowed?.Most.Seconds, allowed is null ? default : DeliveryCost.Of(allowed.PerHour, Math.Min(beyond, allowed.Most.Seconds)));
        var prices = breaches.Sum(breach => breach.Price.MinorUnits);
        return new TimedRoute(prices == 0 ? route : route with { Cost = new Money(checked(route.Cost.MinorUnits + prices)) }, breaches);
    }

    /// <summary>What a day of a vehicle that has not left breaks and costs at least, whenever it leaves: all but times, and time by the quickest roads without waiting.</summary>
    public BreachScore AtLeast(int vehicle, DeliveryProblem problem, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var file = problem.Vehicles[vehicle];
        var durations = problem.Data.DurationsOf(vehicle);
        var breaches = new List<PlanBreach>();
        void Add(BreachRule rule, OrderId? order, long amount, bool isAllowed = false, Money price = default)
        {
            if (amount > 0 && !isAllowed)
                breaches.Add(new PlanBreach(rule, file.Id, order, amount, isAllowed, price));
        }

        Add(BreachRule.OutOfService, null, file.InService ? 0 : 1);
        Add(BreachRule.Trips, null, trips.Count - file.MaxTrips);
        var (meters, seconds) = (0L, (trips.Count - 1L) * problem.Data.VehicleTypes[vehicle].ReloadDuration);
        foreach (var trip in trips)
        {
            var (at, load) = (0, default(VehicleCapacity));
            foreach (var number in trip)
            {
                var drop = problem.Drops[number];
                Add(BreachRule.NoRoad, drop.First, roads.IsReachable(problem.PointOf(at), drop.Point) ? 0 : 1);
                Add(BreachRule.Closed, drop.First, drop.Windows.Count > 0 ? 0 : 1);
                Add(BreachRule.VehicleLimit, drop.First, DeliveryProblem.MayReach(file, drop) ? 0 : 1);
                Drive(number + 1);
                seconds += drop.Service.Seconds;
                load = DropDiagnosis.Sum(load, drop.Load);
                at = number + 1;
            }

            Add(BreachRule.NoRoad, null, roads.IsReachable(problem.PointOf(at), 0) ? 0 : 1);
            Drive(0);
            AddLoad(file, load, Add);

            void Drive(int to)
            {
                if (!roads.IsReachable(problem.PointOf(at), problem.PointOf(to)))
                    return;
                meters += roads.DistanceBetween(problem.PointOf(at), problem.PointOf(to)).Meters;
                seconds += durations.Between(at, to);
            }
        }

        return BreachScore.AtLeast(breaches, DeliveryCost.Of(file, new Distance(checked((int)meters)), new Duration(checked((int)seconds))));
    }

    private delegate void Adding(BreachRule rule, OrderId? order, long amount, bool isAllowed = false, Money price = default);

    private void AddLoad(VehicleFile vehicle, VehicleCapacity load, Adding add)
    {
        var allowance = overload.GetValueOrDefault(vehicle.Id);
        long Covered(long capacity) => allowance is null ? 0 : checked(capacity * allowance.Permille) / 1_000;
        void Of(BreachRule rule, long carried, long capacity, Money perUnit)
        {
            var (excess, covered) = (carried - capacity, Covered(capacity));
            add(rule, null, excess, excess <= covered, new Money(checked(perUnit.MinorUnits * Math.Min(Math.Max(0, excess), covered))));
        }

        Of(BreachRule.Cases, load.Cases.Count, vehicle.Capacity.Cases.Count, allowance?.PerCase ?? default);
        Of(BreachRule.Mass, load.Mass.Grams, vehicle.Capacity.Mass.Grams, default);
        Of(BreachRule.Volume, load.Volume.Millilitres, vehicle.Capacity.Volume.Millilitres, default);
    }

    private void AddStops(VehicleFile vehicle, DeliveryTrip trip, IReadOnlyList<Drop> drops, int done, bool isBack, Adding add)
    {
        var at = 0;
        for (var i = 0; i < drops.Count; i++)
        {
            var drop = drops[i];
            if (i >= done)
            {
                add(BreachRule.NoRoad, drop.First, roads.IsReachable(at, drop.Point) ? 0 : 1);
                add(BreachRule.Closed, drop.First, drop.Windows.Count > 0 ? 0 : 1);
                add(BreachRule.VehicleLimit, drop.First, DeliveryProblem.MayReach(vehicle, drop) ? 0 : 1);
            }

            at = drop.Point;
            if (drop.Windows.Count == 0)
                continue;
            var late = (trip.Stops[i].ServiceStart - drop.Windows[^1].End).Seconds;
            var allowed = late <= 0 ? null : drop.Orders.Select(order => lateness.GetValueOrDefault(order)).FirstOrDefault(allowance => allowance is not null);
            add(BreachRule.Window, drop.First, late, late <= allowed?.Most.Seconds, allowed is null ? default : DeliveryCost.Of(allowed.PerHour, Math.Min(late, allowed.Most.Seconds)));
        }

        if (!isBack)
            add(BreachRule.NoRoad, null, roads.IsReachable(at, 0) ? 0 : 1);
    }
}
