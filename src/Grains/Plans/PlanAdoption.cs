using Territory.Grains.Actors;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>Puts routes of several versions together. Trips that have left are those of the working plan in any mix, for nobody can adopt what has not happened.</summary>
internal static class PlanAdoption
{
    /// <summary>The mixed plan, or why these routes do not go together.</summary>
    /// <param name="versions">The plans of the versions named.</param>
    public static (DeliveryPlan? Plan, Refusal? Refusal) Mix(
        DispatchDay day, DeliveryPlan working, IReadOnlyList<AdoptedRoute> routes, IReadOnlyDictionary<int, DeliveryPlan> versions, DayOverrides overrides)
    {
        if (routes.GroupBy(route => route.Vehicle).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return (null, Refusal.Of("adopt.vehicle-twice", ("vehicle", twice.Key.Value)));
        if (routes.FirstOrDefault(route => day.Request.Vehicles.All(vehicle => vehicle.Id != route.Vehicle)) is { } unknown)
            return (null, Refusal.Of("adopt.vehicle-unknown", ("vehicle", unknown.Vehicle.Value)));

        var drafts = new List<RouteDraft>();
        foreach (var vehicle in routes.Select(route => route.Vehicle).Union(day.Progress.Routes.Select(route => route.Vehicle)))
        {
            var gone = GoneOf(day.Progress, vehicle);
            var adopted = routes.FirstOrDefault(route => route.Vehicle == vehicle) is { } route ? TripsOf(versions[route.Version], vehicle) : [];
            IReadOnlyList<OrderId>[] trips = [.. TripsOf(working, vehicle).Take(gone), .. adopted.Skip(gone)];
            if (trips.Length > 0)
                drafts.Add(new RouteDraft(vehicle, trips));
        }

        if (FindDoubled(drafts) is var (stop, second))
            return (null, Refusal.Of("adopt.stop-twice", ("stop", stop.Value), ("vehicle", second.Value)));
        var plan = day.Evaluate(working, overrides, drafts);
        return FindLocked(day.Evaluate(working), plan) is { } locked ? (null, Refusal.Of("adopt.locked", ("vehicle", locked.Value))) : (plan, null);
    }

    /// <summary>The number of a vehicle's trips that have left.</summary>
    public static int GoneOf(DayProgress progress, VehicleId vehicle) =>
        progress.Routes.FirstOrDefault(route => route.Vehicle == vehicle)?.Departures.Count ?? 0;

    /// <summary>All orders of a vehicle's trips.</summary>
    public static IEnumerable<IReadOnlyList<OrderId>> TripsOf(DeliveryPlan plan, VehicleId vehicle) =>
        plan.Routes.Where(route => route.Vehicle == vehicle).SelectMany(route => route.Trips)
            .Select(trip => (IReadOnlyList<OrderId>)[.. trip.Stops.SelectMany(stop => stop.Orders)]);

    private static (OrderId Stop, VehicleId Vehicle)? FindDoubled(List<RouteDraft> drafts)
    {
        var seen = new HashSet<OrderId>();
        foreach (var draft in drafts)
        {
            foreach (var order in draft.Trips.SelectMany(trip => trip))
            {
                if (!seen.Add(order))
                    return (order, draft.Vehicle);
            }
        }

        return null;
    }

    /// <summary>A vehicle for which the mix changes what the working plan locks against everyone.</summary>
    private static VehicleId? FindLocked(DeliveryPlan working, DeliveryPlan plan)
    {
        const LockStrength Everyone = LockStrength.Everyone;
        var locks = working.Overrides;
        foreach (var vehicle in working.Routes.Select(route => route.Vehicle).Union(plan.Routes.Select(route => route.Vehicle)))
        {
            var (before, after) = (StopsOf(working, vehicle), StopsOf(plan, vehicle));
            var held = locks.Vehicles.FirstOrDefault(locked => locked.Vehicle == vehicle && locked.Strength == Everyone);
            var isWhole = locks.Day == Everyone || held is { IsOrderKept: true };
            if (isWhole ? !before.SequenceEqual(after) : held is not null && !before.ToHashSet().SetEquals(after))
                return vehicle;
            foreach (var stop in locks.Stops.Where(stop => stop.Vehicle == vehicle && stop.Strength == Everyone))
            {
                var place = before.IndexOf(stop.Order);
                if (place >= 0 && (stop.IsPlaceKept ? !before.Take(place + 1).SequenceEqual(after.Take(place + 1)) : !after.Contains(stop.Order)))
                    return vehicle;
            }
        }

        return null;
    }

    private static List<OrderId> StopsOf(DeliveryPlan plan, VehicleId vehicle) => [.. TripsOf(plan, vehicle).SelectMany(trip => trip)];
}
