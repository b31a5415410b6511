using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Dispatch;

/// <summary>Compares two plans of a day.</summary>
public static class PlanChanges
{
    /// <summary>What the later plan has more than the earlier one.</summary>
    /// <remarks>
    /// A stop has kept its place when it is on the same trip of the same vehicle and among those of its stops that are in the same order on both; of several largest such sets the one that keeps earlier stops.
    /// Breaches are compared by rule, vehicle and stop; one that has grown is broken, one that is gone is mended. Complexity: O(stops log stops).
    /// </remarks>
    public static PlanChange Between(DeliveryPlan before, DeliveryPlan after)
    {
        var (late, lateBefore) = (LateOf(after), LateOf(before));
        var (now, was) = (Amounts(after), Amounts(before));
        return new PlanChange(
            after.Distance - before.Distance,
            new Duration(Working(after) - Working(before)),
            after.Cost - before.Cost,
            late.Count - lateBefore.Count,
            new Duration(checked((int)(late.Seconds - lateBefore.Seconds))),
            after.Unserved.Count - before.Unserved.Count,
            after.Routes.Count - before.Routes.Count,
            Moved(before, after),
            [.. after.Breaches.Where(breach => now[KeyOf(breach)] > was.GetValueOrDefault(KeyOf(breach)))],
            [.. before.Breaches.Where(breach => !now.ContainsKey(KeyOf(breach)))]);
    }

    private static int Working(DeliveryPlan plan) => plan.Routes.Sum(route => route.Working.Seconds);

    private static (int Count, long Seconds) LateOf(DeliveryPlan plan)
    {
        var late = plan.Breaches.Where(breach => breach.Rule == BreachRule.Window).ToArray();
        return (late.Length, late.Sum(breach => breach.Amount));
    }

    private static (BreachRule, VehicleId, OrderId?) KeyOf(PlanBreach breach) => (breach.Rule, breach.Vehicle, breach.Order);

    private static Dictionary<(BreachRule, VehicleId, OrderId?), long> Amounts(DeliveryPlan plan) =>
        plan.Breaches.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.Sum(breach => breach.Amount));

    private static OrderId[] Moved(DeliveryPlan before, DeliveryPlan after)
    {
        var (was, now) = (PlacesOf(before), PlacesOf(after));
        var moved = new HashSet<OrderId>();
        foreach (var (stop, place) in now)
        {
            if (was.TryGetValue(stop, out var old) && (old.Vehicle, old.Trip) != (place.Vehicle, place.Trip))
                moved.Add(stop);
        }

        foreach (var trip in now.Where(pair => was.ContainsKey(pair.Key) && !moved.Contains(pair.Key)).GroupBy(pair => (pair.Value.Vehicle, pair.Value.Trip)))
        {
            OrderId[] stops = [.. trip.OrderBy(pair => pair.Value.Index).Select(pair => pair.Key)];
            var kept = LongestRise([.. stops.Select(stop => was[stop].Index)]);
            moved.UnionWith(stops.Where((_, at) => !kept[at]));
        }

        return [.. moved.OrderBy(stop => stop.Value, StringComparer.Ordinal)];
    }

    private static Dictionary<OrderId, (VehicleId Vehicle, int Trip, int Index)> PlacesOf(DeliveryPlan plan)
    {
        var places = new Dictionary<OrderId, (VehicleId, int, int)>();
        foreach (var route in plan.Routes)
        {
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                for (var index = 0; index < route.Trips[trip].Stops.Count; index++)
                    places[route.Trips[trip].Stops[index].Orders[0]] = (route.Vehicle, trip, index);
            }
        }

        return places;
    }

    /// <summary>Which of distinct numbers are in a longest ascending run of them.</summary>
    private static bool[] LongestRise(int[] numbers)
    {
        var kept = new bool[numbers.Length];
        var (ends, before) = (new List<int>(), new int[numbers.Length]);
        for (var i = 0; i < numbers.Length; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (numbers[ends[middle]] < numbers[i])
                    low = middle + 1;
                else
                    high = middle;
            }

            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }

        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i])
            kept[i] = true;
        return kept;
    }
}
