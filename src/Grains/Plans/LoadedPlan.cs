using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>Brings a plan to what is on the vehicles. One that was changed and not published before they left says otherwise.</summary>
internal sealed class LoadedPlan
{
    private readonly DispatchDay day;
    private readonly DeliveryPlan plan;
    private readonly IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> loads;
    private readonly HashSet<OrderId> held;
    private readonly Dictionary<OrderId, Order> open;
    private readonly Dictionary<OrderId, (VehicleId Vehicle, int Trip)> tripOf = [];

    private LoadedPlan(DispatchDay day, DeliveryPlan plan, IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> loads)
    {
        (this.day, this.plan, this.loads) = (day, plan, loads);
        held = plan.Overrides.Held.Select(order => order.Order).ToHashSet();
        var done = day.Progress.Routes.SelectMany(route => route.Done).SelectMany(stop => stop.Orders).ToHashSet();
        open = day.Request.Orders.Where(order => order.DueOn <= day.Request.Date && !done.Contains(order.Id)).ToDictionary(order => order.Id);
        foreach (var (vehicle, trips) in loads)
        {
            for (var trip = 0; trip < trips.Count; trip++)
            {
                foreach (var order in trips[trip].Where(open.ContainsKey))
                    tripOf[order] = (vehicle, trip);
            }
        }
    }

    /// <summary>The plan with exactly what is on board on the trips that are out; what else it has on them comes to the tray. The plan itself where it says so already.</summary>
    /// <remarks>What a person took off a trip that is out stays in the tray.</remarks>
    public static DeliveryPlan Of(DispatchDay day, DeliveryPlan plan, IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> loads)
    {
        var now = day.Evaluate(plan);
        var loaded = new LoadedPlan(day, now, loads);
        var (drafts, apart) = (loaded.Drafts(), loaded.Apart());
        var isSo = apart.Length == 0 && drafts.All(draft => Open(draft).SequenceEqual(Open(new RouteDraft(draft.Vehicle, [.. PlanAdoption.TripsOf(now, draft.Vehicle)]))));
        return isSo ? plan : day.Evaluate(now, now.Overrides with { Apart = [.. now.Overrides.Apart, .. apart] }, drafts);

        IEnumerable<(int Trip, OrderId Order)> Open(RouteDraft draft) =>
            draft.Trips.SelectMany((trip, number) => trip.Where(loaded.open.ContainsKey).Select(order => (number, order)));
    }

    private RouteDraft[] Drafts() =>
        [.. plan.Routes.Select(route => route.Vehicle).Union(loads.Keys).Select(vehicle => new RouteDraft(vehicle, Trips(vehicle)))];

    private List<IReadOnlyList<OrderId>> Trips(VehicleId vehicle)
    {
        IReadOnlyList<OrderId>[] planned = [.. PlanAdoption.TripsOf(plan, vehicle)];
        var loaded = loads.GetValueOrDefault(vehicle, []);
        var trips = new List<IReadOnlyList<OrderId>>();
        for (var trip = 0; trip < Math.Max(planned.Length, loaded.Count); trip++)
        {
            var stops = trip < planned.Length ? planned[trip].Where(order => !open.ContainsKey(order) || IsOf(order, vehicle, trip, loaded.Count)).ToList() : [];
            if (trip < loaded.Count)
                stops.AddRange(loaded[trip].Where(order => tripOf.ContainsKey(order) && !held.Contains(order)).Except(stops).ToList());
            trips.Add(stops);
        }

        return trips;
    }

    /// <summary>Whether an order that is planned on a trip can be on it.</summary>
    private bool IsOf(OrderId order, VehicleId vehicle, int trip, int left) =>
        tripOf.TryGetValue(order, out var place) ? place == (vehicle, trip) : trip >= left;

    /// <summary>Orders that cannot be of one stop with those of the same outlet that are on board.</summary>
    private OrderId[] Apart()
    {
        var apart = plan.Overrides.Apart.ToHashSet();
        return
        [
            .. open.Values.Where(order => !apart.Contains(order.Id)).GroupBy(order => order.Terminal).SelectMany(orders =>
            {
                var onBoard = orders.Where(order => tripOf.ContainsKey(order.Id)).Select(order => tripOf[order.Id]).Distinct().ToList();
                return onBoard.Count == 0 ? [] : orders.Where(order => !tripOf.TryGetValue(order.Id, out var place) || place != onBoard[0]);
            }).Select(order => order.Id).OrderBy(order => order.Value, StringComparer.Ordinal),
        ];
    }
}
