using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Compares a plan with the one it was made from, by the words of the scopes and locks alone.</summary>
internal static class RunChecks
{
    public static void Verify(RunDay day, DeliveryPlan after, RunScope scope, IReadOnlyList<VehicleId> named, string where)
    {
        var before = day.Plan;
        var overrides = before.Overrides;
        bool Holds(LockStrength? strength) => strength == LockStrength.Everyone || (strength == LockStrength.Optimizer && scope != RunScope.Everything);
        OrdersOf(after).Order(StringComparer.Ordinal).ShouldBe(OrdersOf(before).Order(StringComparer.Ordinal), where);
        var made = day.Day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).ToHashSet();
        foreach (var id in day.Day.Request.Vehicles.Select(vehicle => vehicle.Id))
        {
            var (was, now) = (TripsOf(before, id), TripsOf(after, id));
            string[] stopsBefore = [.. was.SelectMany(trip => trip)];
            string[] stopsAfter = [.. now.SelectMany(trip => trip)];
            var locked = overrides.Vehicles.FirstOrDefault(held => held.Vehicle == id && Holds(held.Strength));
            if (Holds(overrides.Day) || locked is { IsOrderKept: true } || (scope == RunScope.Routes && !named.Contains(id)))
                now.ShouldBe(was, $"{where} {id} is locked whole");
            if (locked is not null || scope == RunScope.Routes)
                stopsAfter.ShouldBe(stopsBefore, ignoreOrder: true, $"{where} {id} keeps its stops");
            if (scope == RunScope.KeepVehicles)
                stopsBefore.ShouldBeSubsetOf(stopsAfter, $"{where} {id}");
            if (scope == RunScope.Unserved)
                now.Select(trip => trip.Where(stopsBefore.Contains).ToArray()).Where(trip => trip.Length > 0).ShouldBe(was.Where(trip => trip.Length > 0), $"{where} {id} keeps trips and order");
            foreach (var held in overrides.Stops.Where(held => held.Vehicle == id && Holds(held.Strength)))
            {
                if (!stopsBefore.Contains(NameOf(before, held.Order)) || made.Contains(held.Order))
                    continue;
                stopsAfter.ShouldContain(NameOf(before, held.Order), $"{where} {id} has a locked stop");
                if (held.IsPlaceKept)
                    UpTo(now, NameOf(before, held.Order)).ShouldBe(UpTo(was, NameOf(before, held.Order)), $"{where} {id} keeps its day up to a stop");
            }

            VerifyDeparted(day, id, was, now, $"{where} {id}");
        }

        var heldOrders = overrides.Held.Select(held => held.Order.Value).ToHashSet();
        before.Unserved.Where(unserved => unserved.Orders.Any(order => heldOrders.Contains(order.Value))).SelectMany(unserved => unserved.Orders)
            .ShouldBeSubsetOf(after.Unserved.SelectMany(unserved => unserved.Orders), $"{where} held stops stay in the tray");
    }

    private static void VerifyDeparted(RunDay day, VehicleId id, string[][] was, string[][] now, string where)
    {
        if (day.Day.Progress.Routes.FirstOrDefault(route => route.Vehicle == id) is not { } progress)
            return;
        var made = progress.Done.SelectMany(stop => stop.Orders).Select(order => order.Value).ToHashSet();
        for (var trip = 0; trip < progress.Departures.Count; trip++)
        {
            now[trip].ShouldBe(was[trip], ignoreOrder: true, $"{where} trip {trip} has left");
            now[trip].Where(made.Contains).ShouldBe(was[trip].Where(made.Contains), $"{where} trip {trip} was driven");
        }
    }

    private static IEnumerable<string> OrdersOf(DeliveryPlan plan) =>
        DispatchTown.Stops(plan).SelectMany(stop => stop.Orders).Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).Select(order => order.Value);

    private static string[][] TripsOf(DeliveryPlan plan, VehicleId vehicle) =>
        [.. (plan.Routes.FirstOrDefault(route => route.Vehicle == vehicle)?.Trips ?? []).Select(trip => trip.Stops.Select(stop => stop.Orders[0].Value).ToArray())];

    private static string NameOf(DeliveryPlan plan, OrderId order) => DispatchTown.Stops(plan).FirstOrDefault(stop => stop.Orders.Contains(order))?.Orders[0].Value ?? order.Value;

    private static string[][] UpTo(string[][] trips, string stop)
    {
        var at = Array.FindIndex(trips, trip => trip.Contains(stop));
        return at < 0 ? [] : [.. trips.Take(at), trips[at][..(Array.IndexOf(trips[at], stop) + 1)]];
    }
}
