using Territory.Model.Dispatch;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>What a run may change, by its scope, the locks of the day and what has left.</summary>
/// <remarks>The time that a lock keeps a stop to holds in every scope: somebody has promised it to the outlet, and the plan's times are computed with it.</remarks>
internal sealed class RunFreedom
{
    private readonly DayModel model;
    private readonly DayOverrides overrides;
    private readonly RunOptions options;
    private readonly Dictionary<int, StopLock> lockOf = [];

    public RunFreedom(DayModel model, Departed departed, DeliveryPlan plan, RunOptions options)
    {
        (this.model, this.options) = (model, options);
        overrides = plan.Overrides;
        foreach (var stop in overrides.Stops.Where(stop => Holds(stop.Strength)))
        {
            if (model.DropOf(stop.Order) is { } drop)
                lockOf[drop] = stop;
        }

        VehicleOf = new int[model.Drops.Count];
        Array.Fill(VehicleOf, -1);
        var routes = plan.Routes.ToDictionary(route => route.Vehicle);
        var vehicles = new List<VehicleFreedom>();
        foreach (var file in model.Vehicles)
        {
            var gone = departed.Of(file.Id);
            var trips = TripsOf(vehicles.Count, routes.GetValueOrDefault(file.Id), gone);
            vehicles.Add(Of(new VehicleFreedom { Vehicle = vehicles.Count, Trips = trips, Departed = gone }, plan));
        }

        Vehicles = vehicles;
        var held = overrides.Held.Select(order => order.Order).ToHashSet();
        var isTrayKept = IsDayKept || options.Scope == RunScope.Routes;
        IsPlaceable = [.. model.Drops.Select((drop, number) => VehicleOf[number] < 0 && !isTrayKept && !drop.Orders.Any(held.Contains))];
    }

    public IReadOnlyList<VehicleFreedom> Vehicles { get; }

    /// <summary>The vehicle of each drop in the plan, or -1.</summary>
    public int[] VehicleOf { get; }

    /// <summary>Which drops of the tray may be placed.</summary>
    public bool[] IsPlaceable { get; }

    private bool IsDayKept => overrides.Day is { } strength && Holds(strength);

    /// <summary>Stops that are on a vehicle stay on it, whatever else the run changes.</summary>
    private bool KeepsVehicles => options.Scope is RunScope.Routes or RunScope.Unserved or RunScope.KeepVehicles;

    /// <summary>The vehicle that a drop of the tray is locked to.</summary>
    public int? LockedVehicleOf(int drop) => lockOf.TryGetValue(drop, out var stop) ? model.VehicleOf(stop.Vehicle) : null;

    private bool Holds(LockStrength strength) => strength == LockStrength.Everyone || options.Scope != RunScope.Everything;

    private VehicleFreedom Of(VehicleFreedom whole, DeliveryPlan plan)
    {
        var file = model.Vehicles[whole.Vehicle];
        var vehicleLock = overrides.Vehicles.FirstOrDefault(held => held.Vehicle == file.Id && Holds(held.Strength));
        var isNamed = options.Scope == RunScope.Routes && options.Vehicles.Contains(file.Id);
        var isOut = !file.InService || overrides.Outages.Any(outage => outage.Vehicle == file.Id);
        // What an outage leaves standing was done before it.
        var isStanding = isOut && (KeepsVehicles || !plan.Breaches.Any(breach => breach.Vehicle == file.Id && breach.Rule == BreachRule.OutOfService));
        var isKept = IsDayKept || isStanding || vehicleLock is { IsOrderKept: true }
            || (vehicleLock is not null && options.Scope == RunScope.Unserved)
            || (options.Scope == RunScope.Routes && !isNamed);
        int[] open = [.. whole.Trips.SelectMany(trip => trip)];
        var lockedPlaces = 1 + Array.FindLastIndex(open, drop => lockOf.TryGetValue(drop, out var stop) && stop.IsPlaceKept);
        var keptPlaces = options.KeepsDeparted ? Math.Max(lockedPlaces, whole.OnBoard.Count) : lockedPlaces;
        var isAllBound = isKept || KeepsVehicles || vehicleLock is not null;
        return whole with
        {
            IsKept = isKept,
            IsOut = isOut,
            TakesOthers = vehicleLock is null && !isNamed,
            KeptPlaces = keptPlaces,
            Bound = open.Where((drop, place) => isAllBound || place < keptPlaces || whole.OnBoard.Contains(drop) || lockOf.ContainsKey(drop)).ToHashSet(),
        };
    }

    /// <summary>The open stops of a route by trip; of trips that have come back none.</summary>
    private List<IReadOnlyList<int>> TripsOf(int vehicle, DeliveryRoute? route, DepartedRoute? departed)
    {
        var (planned, left) = (route?.Trips ?? [], departed?.Trips.Count ?? 0);
        var trips = new List<IReadOnlyList<int>>();
        for (var i = 0; i < Math.Max(planned.Count, left); i++)
        {
            var isOpen = i < planned.Count && (i >= left || departed!.IsOnTheRoad(i));
            int[] drops = isOpen ? [.. planned[i].Stops.Select(stop => stop.Orders.Select(model.DropOf).FirstOrDefault(drop => drop is not null)).OfType<int>().Where(drop => VehicleOf[drop] < 0).Distinct()] : [];
            foreach (var drop in drops)
                VehicleOf[drop] = vehicle;
            if (drops.Length > 0 || i < left)
                trips.Add(drops);
        }

        return trips;
    }
}
