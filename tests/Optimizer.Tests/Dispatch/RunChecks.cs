using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>What a run may make of a plan, by the words of the scopes and locks alone.</summary>
internal sealed class RunChecks
{
    private readonly RunDay day;
    private readonly RunScope scope;
    private readonly IReadOnlyList<VehicleId> named;
    private readonly DayOverrides overrides;
    private readonly HashSet<string> made;

    public RunChecks(RunDay day, RunScope scope, IReadOnlyList<VehicleId> named)
    {
        (this.day, this.scope, this.named) = (day, scope, named);
        overrides = day.Plan.Overrides;
        made = [.. day.Day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).Select(order => order.Value)];
        var held = overrides.Held.Select(order => order.Order).ToHashSet();
        Held = [.. day.Plan.Unserved.Where(unserved => unserved.Orders.Any(held.Contains)).Select(unserved => unserved.Orders[0].Value)];
    }

    /// <summary>The stops of the tray that stay there.</summary>
    public HashSet<string> Held { get; }

    public void Verify(DeliveryPlan after, string where)
    {
        var before = day.Plan;
        OrdersOf(after).Order(StringComparer.Ordinal).ShouldBe(OrdersOf(before).Order(StringComparer.Ordinal), where);
        foreach (var vehicle in day.Day.Request.Vehicles)
            Broken(vehicle.Id, TripsOf(after, vehicle.Id)).ShouldBeNull($"{where} {vehicle.Id}");
        foreach (var held in Held)
            after.Unserved.Select(unserved => unserved.Orders[0].Value).ShouldContain(held, $"{where}: a held stop left the tray");
        // Nothing is broken that was not before, and nothing more than before; overload is for people.
        foreach (var rule in Enum.GetValues<BreachRule>())
            Broken(after, rule).ShouldBeLessThanOrEqualTo(Broken(before, rule), $"{where}: {rule}");
    }

    /// <summary>What a vehicle's day may not be, or null.</summary>
    /// <param name="now">Stops by trip, each by its first order.</param>
    public string? Broken(VehicleId id, string[][] now)
    {
        var was = TripsOf(day.Plan, id);
        string[] stopsBefore = [.. was.SelectMany(trip => trip)];
        string[] stopsAfter = [.. now.SelectMany(trip => trip)];
        var locked = overrides.Vehicles.FirstOrDefault(held => held.Vehicle == id && Holds(held.Strength));
        if ((Holds(overrides.Day) || locked is { IsOrderKept: true } || (scope == RunScope.Routes && !named.Contains(id))) && !IsSame(was, now))
            return "the day is locked whole";
        if ((locked is not null || scope == RunScope.Routes) && !stopsAfter.ToHashSet().SetEquals(stopsBefore))
            return "the vehicle keeps its stops";
        if (scope is RunScope.KeepVehicles or RunScope.Unserved && !stopsBefore.All(stopsAfter.Contains))
            return "stops stay on their vehicle";
        if (scope == RunScope.Unserved && (locked is not null ? !IsSame(was, now) : now.Length < was.Length || !was.Select((trip, i) => now[i].Where(stopsBefore.Contains).SequenceEqual(trip)).All(isKept => isKept) || now.Skip(was.Length).Any(trip => trip.Any(stopsBefore.Contains))))
            return "trips and their order stay";
        foreach (var held in overrides.Stops.Where(held => held.Vehicle == id && Holds(held.Strength)))
        {
            var stop = DispatchTown.Stops(day.Plan).FirstOrDefault(stop => stop.Orders.Contains(held.Order))?.Orders[0].Value;
            if (stop is null || !stopsBefore.Contains(stop) || made.Contains(stop))
                continue;
            if (!stopsAfter.Contains(stop))
                return $"{stop} is locked to the vehicle";
            if (held.IsPlaceKept && !IsSame(UpTo(now, stop), UpTo(was, stop)))
                return $"the day is kept up to {stop}";
        }

        var departed = day.Day.Progress.Routes.FirstOrDefault(route => route.Vehicle == id)?.Departures.Count ?? 0;
        for (var trip = 0; trip < departed; trip++)
        {
            if (now.Length <= trip || !now[trip].ToHashSet().SetEquals(was[trip]) || !now[trip].Where(made.Contains).SequenceEqual(was[trip].Where(made.Contains)))
                return $"trip {trip} has left";
        }

        return null;
    }

    public static string[][] TripsOf(DeliveryPlan plan, VehicleId vehicle) =>
        [.. (plan.Routes.FirstOrDefault(route => route.Vehicle == vehicle)?.Trips ?? []).Select(trip => trip.Stops.Select(stop => stop.Orders[0].Value).ToArray())];

    private static long Broken(DeliveryPlan plan, BreachRule rule) =>
        plan.Breaches.Where(breach => breach.Rule == rule && (!breach.IsAllowed || rule is BreachRule.Cases or BreachRule.Mass or BreachRule.Volume)).Sum(breach => breach.Amount);

    private bool Holds(LockStrength? strength) => strength == LockStrength.Everyone || (strength == LockStrength.Optimizer && scope != RunScope.Everything);

    private static bool IsSame(string[][] a, string[][] b) => a.Length == b.Length && a.Zip(b).All(pair => pair.First.SequenceEqual(pair.Second));

    private static IEnumerable<string> OrdersOf(DeliveryPlan plan) =>
        DispatchTown.Stops(plan).SelectMany(stop => stop.Orders).Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).Select(order => order.Value);

    private static string[][] UpTo(string[][] trips, string stop)
    {
        var at = Array.FindIndex(trips, trip => trip.Contains(stop));
        return at < 0 ? [] : [.. trips.Take(at), trips[at][..(Array.IndexOf(trips[at], stop) + 1)]];
    }
}
