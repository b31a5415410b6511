using System.Collections.Concurrent;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Vehicles;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>A day under given overrides: its stops, its routing problem, and the routes timed so far, so that an edit times only what it changes.</summary>
/// <remarks>For several threads at once. At most <see cref="MostTimed"/> routes are kept.</remarks>
internal sealed class DayModel
{
    private const int MostTimed = 20_000;

    private readonly Dictionary<OrderId, int> dropOf = [];
    private readonly Dictionary<VehicleId, int> vehicleOf = [];
    private readonly ConcurrentDictionary<RouteKey, TimedRoute> timed = new();

    public DayModel(DeliveryPlanRequest request, TimeOfDay? now, DayOverrides overrides, IReadOnlySet<OrderId> done)
    {
        (Request, Now) = (request, now);
        Drops = [.. Drop.Of(request, overrides.Apart, done).Select(drop => drop with { Windows = WithinLock(drop, overrides) })];
        for (var i = 0; i < Drops.Count; i++)
        {
            foreach (var order in Drops[i].Orders)
                dropOf[order] = i;
        }

        Vehicles = [.. request.Vehicles.OrderBy(vehicle => vehicle.Id.Value, StringComparer.Ordinal)];
        for (var i = 0; i < Vehicles.Count; i++)
            vehicleOf[Vehicles[i].Id] = i;
        Problem = DeliveryProblem.Of(request, Drops, Vehicles, overrides, now, isForTiming: true);
        Rules = new RouteRules(request, overrides);
    }

    public DeliveryPlanRequest Request { get; }

    public TimeOfDay? Now { get; }

    /// <summary>Stops that are not made yet.</summary>
    public IReadOnlyList<Drop> Drops { get; }

    /// <summary>All vehicles, in service or not.</summary>
    public IReadOnlyList<VehicleFile> Vehicles { get; }

    public DeliveryProblem Problem { get; }

    public RouteRules Rules { get; }

    /// <summary>The drop that carries an order; null: none that is not made yet.</summary>
    public int? DropOf(OrderId order) => dropOf.TryGetValue(order, out var drop) ? drop : null;

    public int? VehicleOf(VehicleId vehicle) => vehicleOf.TryGetValue(vehicle, out var number) ? number : null;

    /// <summary>The route of a vehicle none of whose trips has left.</summary>
    /// <param name="trips">None of them empty.</param>
    public TimedRoute Time(RouteTiming timing, int vehicle, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var key = new RouteKey(vehicle, trips);
        if (timed.TryGetValue(key, out var known))
            return known;
        if (timed.Count >= MostTimed)
            timed.Clear();
        var route = timing.Of(vehicle, trips);
        timed[key] = route;
        return route;
    }

    /// <summary>The windows of a stop within the time that a lock keeps it to, as long as that leaves any.</summary>
    private static IReadOnlyList<TimeWindow> WithinLock(Drop drop, DayOverrides overrides)
    {
        var windows = drop.Windows;
        foreach (var held in overrides.Stops)
        {
            if (held.Window is not { } time || !drop.Orders.Contains(held.Order))
                continue;
            TimeWindow[] within = [.. windows.Select(window => window.Intersect(time)).Where(window => !window.IsEmpty)];
            windows = within.Length > 0 ? within : windows;
        }

        return windows;
    }
}
