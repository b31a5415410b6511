using Territory.Model.Dispatch;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>What is locked against everyone, as it stands before an edit.</summary>
internal sealed class LockedState
{
    private readonly DayOverrides locks;
    private readonly Dictionary<VehicleId, List<List<OrderId[]>>> before;

    private LockedState(PlanDraft draft)
    {
        locks = draft.Overrides;
        before = draft.Vehicles.ToDictionary(vehicle => vehicle, vehicle => StopsOf(draft, vehicle));
    }

    /// <returns>Null where nothing is locked against everyone.</returns>
    public static LockedState? Of(PlanDraft draft) =>
        draft.Overrides.Day == LockStrength.Everyone || draft.Overrides.Vehicles.Any(held => held.Strength == LockStrength.Everyone) || draft.Overrides.Stops.Any(held => held.Strength == LockStrength.Everyone)
            ? new LockedState(draft) : null;

    public EditRefusal? FirstBroken(PlanDraft draft)
    {
        foreach (var vehicle in before.Keys.Union(draft.Vehicles).OrderBy(vehicle => vehicle.Value, StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(vehicle, []), StopsOf(draft, vehicle));
            if (locks.Day == LockStrength.Everyone && !IsSame(was, now))
                return EditRefusal.Of("edit.locked", ("lock", "day"), ("vehicle", vehicle.Value));
            foreach (var held in locks.Vehicles.Where(held => held.Vehicle == vehicle && held.Strength == LockStrength.Everyone))
            {
                if (held.IsOrderKept ? !IsSame(was, now) : !OrdersOf(was).SetEquals(OrdersOf(now)))
                    return EditRefusal.Of("edit.locked", ("lock", "vehicle"), ("vehicle", vehicle.Value));
            }

            foreach (var held in locks.Stops.Where(held => held.Vehicle == vehicle && held.Strength == LockStrength.Everyone))
            {
                if (!Keeps(held, was, now))
                    return EditRefusal.Of("edit.locked", ("lock", "stop"), ("order", held.Order.Value), ("vehicle", vehicle.Value));
            }
        }

        return null;
    }

    private static List<List<OrderId[]>> StopsOf(PlanDraft draft, VehicleId vehicle) =>
        [.. draft.TripsOf(vehicle).Select(trip => trip.Select(stop => draft.Model.Drops[draft.Model.DropOf(stop)!.Value].Orders.ToArray()).ToList())];

    private static HashSet<OrderId> OrdersOf(List<List<OrderId[]>> trips) => [.. trips.SelectMany(trip => trip).SelectMany(orders => orders)];

    private static bool IsSame(List<List<OrderId[]>> was, List<List<OrderId[]>> now) =>
        was.Where(trip => trip.Count > 0).SequenceEqual(now.Where(trip => trip.Count > 0), TripComparer.Instance);

    /// <summary>A lock that was not kept before binds nobody: the stop was taken off by what happened, not by a person.</summary>
    private static bool Keeps(StopLock held, List<List<OrderId[]>> was, List<List<OrderId[]>> now)
    {
        if (!OrdersOf(was).Contains(held.Order))
            return true;
        if (!OrdersOf(now).Contains(held.Order))
            return false;
        return !held.IsPlaceKept || IsSame(UpTo(held.Order, was), UpTo(held.Order, now));
    }

    private static List<List<OrderId[]>> UpTo(OrderId order, List<List<OrderId[]>> trips)
    {
        var kept = new List<List<OrderId[]>>();
        foreach (var trip in trips)
        {
            var at = trip.FindIndex(orders => orders.Contains(order));
            if (at < 0)
            {
                kept.Add(trip);
                continue;
            }

            kept.Add([.. trip.Take(at + 1)]);
            break;
        }

        return kept;
    }

    private sealed class TripComparer : IEqualityComparer<List<OrderId[]>>
    {
        public static TripComparer Instance { get; } = new();

        public bool Equals(List<OrderId[]>? x, List<OrderId[]>? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.Count == y.Count && x.Zip(y).All(pair => pair.First.SequenceEqual(pair.Second)));

        public int GetHashCode(List<OrderId[]> obj) => obj.Count;
    }
}
