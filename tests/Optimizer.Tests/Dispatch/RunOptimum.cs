using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>The best plan of a tiny day by going through all.</summary>
internal sealed class RunOptimum(RunDay day, RunChecks checks, int movePrice)
{
    /// <summary>More than any tiny day costs.</summary>
    private const long Unserved = 100_000_000;

    private readonly string[] stops = [.. DispatchTown.Stops(day.Plan).Select(stop => stop.Orders[0].Value).Concat(day.Plan.Unserved.Select(unserved => unserved.Orders[0].Value)).Order(StringComparer.Ordinal)];

    /// <summary>Stops in the tray first, then money in minor units with the price of moved stops.</summary>
    public static long ValueOf(RunDay day, DeliveryPlan plan, int movePrice)
    {
        var moved = plan.Routes.Sum(route => route.Trips.SelectMany(trip => trip.Stops)
            .Count(stop => day.Plan.Routes.Any(other => other.Vehicle != route.Vehicle && other.Trips.Any(trip => trip.Stops.Any(there => there.Orders[0] == stop.Orders[0])))));
        return (plan.Unserved.Count * Unserved) + plan.Cost.MinorUnits + ((long)moved * movePrice);
    }

    public long Least()
    {
        var made = day.Day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).Select(order => order.Value).ToHashSet();
        int[] open = [.. Enumerable.Range(0, stops.Length).Where(stop => !made.Contains(stops[stop]) && !checks.Held.Contains(stops[stop]))];
        var least = new Dictionary<int, long> { [0] = 0 };
        foreach (var vehicle in day.Day.Request.Vehicles)
        {
            var byStops = new Dictionary<int, long>();
            foreach (var set in Subsets(open))
            {
                if (Cheapest(vehicle.Id, set) is { } cost)
                    byStops[set.Sum(stop => 1 << stop)] = cost;
            }

            least = least.SelectMany(served => byStops.Where(more => (more.Key & served.Key) == 0).Select(more => (Set: served.Key | more.Key, Cost: served.Value + more.Value)))
                .GroupBy(pair => pair.Set).ToDictionary(group => group.Key, group => group.Min(pair => pair.Cost));
        }

        var held = stops.Length - open.Length - stops.Count(made.Contains);
        return least.Min(served => ((open.Length - int.PopCount(served.Key) + held) * Unserved) + served.Value);
    }

    /// <summary>The least cost of a vehicle that serves just these, or null.</summary>
    private long? Cheapest(VehicleId vehicle, int[] set)
    {
        var was = RunChecks.TripsOf(day.Plan, vehicle);
        var departed = day.Day.Progress.Routes.FirstOrDefault(route => route.Vehicle == vehicle)?.Departures.Count ?? 0;
        string[] onBoard = departed == 0 ? [] : [.. was[departed - 1].Where(stop => set.Any(open => stops[open] == stop))];
        if (departed > 0 && was[departed - 1].Any(stop => Array.IndexOf(stops, stop) is var at && !onBoard.Contains(stop) && !IsMade(at)))
            return null;
        var others = set.Select(stop => stops[stop]).Except(onBoard).ToArray();
        long? best = null;
        foreach (var first in Orders(onBoard))
        {
            foreach (var later in Orders(others))
            {
                for (var cuts = 0; cuts < 1 << Math.Max(0, later.Length - 1); cuts++)
                {
                    string[][] trips = [.. was.Take(departed).Select((trip, i) => i < departed - 1 ? trip : [.. trip.Where(stop => !onBoard.Contains(stop)), .. first]), .. Cut(later, cuts)];
                    if (checks.Broken(vehicle, trips) is null && CostOf(vehicle, trips) is { } cost && (best is null || cost < best))
                        best = cost;
                }
            }
        }

        return best;
    }

    private bool IsMade(int stop) => day.Day.Progress.Routes.SelectMany(route => route.Done).SelectMany(done => done.Orders).Any(order => order.Value == stops[stop]);

    private long? CostOf(VehicleId vehicle, string[][] trips)
    {
        if (trips.Length == 0)
            return 0;
        var plan = day.Day.Evaluate(day.Plan, day.Plan.Overrides, [new RouteDraft(vehicle, [.. trips.Select(trip => (IReadOnlyList<OrderId>)[.. trip.Select(stop => new OrderId(stop))])])]);
        var breaches = plan.Breaches.Where(breach => breach.Vehicle == vehicle);
        if (breaches.Any(breach => !breach.IsAllowed || breach.Rule is not (BreachRule.Window or BreachRule.Shift)))
            return null;
        return ValueOf(day, plan with { Routes = [.. plan.Routes.Where(route => route.Vehicle == vehicle)], Unserved = [], Cost = plan.Routes.Single(route => route.Vehicle == vehicle).Cost }, movePrice);
    }

    private static string[][] Cut(string[] stops, int cuts)
    {
        if (stops.Length == 0)
            return [];
        var trips = new List<List<string>> { new() { stops[0] } };
        for (var i = 1; i < stops.Length; i++)
        {
            if ((cuts >> (i - 1) & 1) == 1)
                trips.Add([]);
            trips[^1].Add(stops[i]);
        }

        return [.. trips.Select(trip => trip.ToArray())];
    }

    private static IEnumerable<int[]> Subsets(int[] all) =>
        Enumerable.Range(0, 1 << all.Length).Select(set => all.Where((_, i) => (set >> i & 1) == 1).ToArray());

    private static IEnumerable<string[]> Orders(string[] stops)
    {
        if (stops.Length <= 1)
            return [stops];
        return stops.SelectMany(first => Orders([.. stops.Where(stop => stop != first)]).Select(rest => (string[])[first, .. rest]));
    }
}
