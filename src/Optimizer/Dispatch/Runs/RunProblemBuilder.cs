using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>Makes the routing problem of a run.</summary>
/// <remarks>
/// A stop that is bound to a vehicle is left out last of all, at a price above that of all others together. Where bound stops alone are late on their vehicle, as people or what has left want it, they may be just as late, at a
/// price that makes the search mend it where it can. Where they break what time does not mend, such as a load, the vehicle stays as it is and leaves the problem with them.
/// </remarks>
internal sealed class RunProblemBuilder
{
    /// <summary>Of a second of lateness that nobody allowed: far above what a way round costs.</summary>
    private const long LatenessCost = 10 * DeliveryCost.PartsPerMinorUnit;

    /// <summary>No problem takes a higher price.</summary>
    private const long HighestPrize = long.MaxValue / 1024;

    private const int HighestPriority = 100;

    private static readonly BreachRule[] Mendable = [BreachRule.Window, BreachRule.Shift, BreachRule.VehicleLimit, BreachRule.Closed];

    private readonly DayModel model;
    private readonly RunFreedom freedom;
    private readonly RunOptions options;
    private readonly Dictionary<VehicleId, DeliveryRoute> bound;
    private readonly Dictionary<VehicleId, DeliveryRoute> gone;
    private readonly Dictionary<int, DeliveryStop> boundStops = [];
    private readonly HashSet<(VehicleId, BreachRule)> broken;
    private readonly HashSet<int> standing = [];

    public RunProblemBuilder(DispatchDay day, DayModel model, DeliveryPlan plan, RunFreedom freedom, RunOptions options)
    {
        (this.model, this.freedom, this.options) = (model, freedom, options);
        var boundPlan = day.Evaluate(plan, plan.Overrides, [.. freedom.Vehicles.Select(vehicle =>
            new RouteDraft(model.Vehicles[vehicle.Vehicle].Id, [.. vehicle.BoundTrips.Select(trip => (IReadOnlyList<OrderId>)[.. trip.Select(drop => model.Drops[drop].First)])]))]);
        bound = boundPlan.Routes.ToDictionary(route => route.Vehicle);
        gone = day.Evaluate(plan, plan.Overrides, []).Routes.ToDictionary(route => route.Vehicle);
        broken = boundPlan.Breaches.Where(breach => !breach.IsAllowed || breach.Rule is not (BreachRule.Window or BreachRule.Shift)).Select(breach => (breach.Vehicle, breach.Rule)).ToHashSet();
        foreach (var stop in boundPlan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops))
        {
            if (model.DropOf(stop.Orders[0]) is { } drop)
                boundStops[drop] = stop;
        }

        standing.UnionWith(freedom.Vehicles.Where(IsStanding).Select(vehicle => vehicle.Vehicle));
    }

    public RunProblem Build()
    {
        while (true)
        {
            var loose = Build(prefixed: false, prizeOf: 0);
            var pricing = new DayPricing(loose.Data);
            int[] misfits = [.. Enumerable.Range(0, loose.Vehicles.Count).Where(vehicle => !KeepsRules(loose, pricing, vehicle)).Select(vehicle => loose.Vehicles[vehicle].Vehicle)];
            if (misfits.Length == 0)
            {
                long others = 1;
                for (var client = 0; client < loose.Drops.Count; client++)
                    others = Math.Min(HighestPrize, others + (IsBound(loose.Drops[client]) ? 0 : loose.Data.LeaveOutCost[loose.Data.DepotCount + client]));
                return Build(prefixed: true, prizeOf: others);
            }

            standing.UnionWith(misfits);
        }
    }

    private bool IsStanding(VehicleFreedom vehicle)
    {
        var start = model.Problem.Data.VehicleTypes[vehicle.Vehicle].Start;
        var canLeave = vehicle.Departed is not null || !DeliveryProblem.Departures(model.Vehicles[vehicle.Vehicle], model.Request.Distributor.DepotHours).IsEmpty;
        canLeave &= vehicle.Departed is not null || model.Now is not { } now || now.Seconds <= Math.Min(model.Vehicles[vehicle.Vehicle].Shift.End.Seconds, model.Request.Distributor.DepotHours.End.Seconds);
        return vehicle.IsKept || vehicle.IsOut || !canLeave || start.IsEmpty
            || broken.Any(breach => breach.Item1 == model.Vehicles[vehicle.Vehicle].Id && !Mendable.Contains(breach.Item2));
    }

    /// <summary>Whether the bound stops of a vehicle, which are in time or as late as they may be, keep every rule of the problem.</summary>
    private bool KeepsRules(RunProblem problem, DayPricing pricing, int vehicle)
    {
        var trips = problem.ToClients(vehicle, problem.Vehicles[vehicle].BoundTrips);
        return trips.Count == 0 || pricing.RouteOf(vehicle, trips, InitialRoutes.WindowsOf(problem, trips, drop => boundStops[drop].ServiceStart)) is not null;
    }

    private bool IsBound(int drop) => freedom.VehicleOf[drop] is >= 0 and var vehicle && freedom.Vehicles[vehicle].Bound.Contains(drop);

    private RunProblem Build(bool prefixed, long prizeOf)
    {
        VehicleFreedom[] vehicles = [.. freedom.Vehicles.Where(vehicle => !standing.Contains(vehicle.Vehicle))];
        var numberOf = vehicles.Select((vehicle, number) => (vehicle.Vehicle, number)).ToDictionary(pair => pair.Vehicle, pair => pair.number);
        int[] drops = [.. Enumerable.Range(0, model.Drops.Count).Where(drop => IsIn(drop, numberOf))];
        var heres = new List<HereAndNow>();
        var hereOf = new int[vehicles.Length];
        for (var vehicle = 0; vehicle < vehicles.Length; vehicle++)
        {
            hereOf[vehicle] = -1;
            if (vehicles[vehicle].Departed is not { } departed)
                continue;
            hereOf[vehicle] = drops.Length + heres.Count;
            heres.Add(HereAndNow.Of(gone[model.Vehicles[vehicles[vehicle].Vehicle].Id], vehicles[vehicle].OnBoard.Count > 0, model, departed));
        }

        // What is not on board cannot have left, also where the clock that is asked says that the day is still to come.
        long? release = model.Now is null && heres.Count == 0 ? null : Math.Max(model.Now?.Seconds ?? 0, heres.Select(here => here.Start + 1L).DefaultIfEmpty(0).Max());
        Client[] clients =
        [
            .. drops.Select(drop => ToClient(drop, numberOf, release, prefixed, prizeOf)),
            .. heres.Select(here => new Client { Demand = default, Windows = [new Interval(here.Time, here.Time)] }),
        ];
        VehicleType[] types = [.. vehicles.Select((vehicle, number) => ToType(vehicle, hereOf[number] < 0 ? null : heres[hereOf[number] - drops.Length], hereOf[number], drops, clients.Length, prefixed))];
        var hours = model.Request.Distributor.DepotHours;
        var reloading = new Interval(Math.Max(hours.Start.Seconds, model.Now?.Seconds ?? 0), hours.End.Seconds - model.Request.Distributor.LoadingTime.Seconds);
        if (reloading.IsEmpty)
            (reloading, types) = (new Interval(hours.Start.Seconds, Math.Max(hours.Start.Seconds, reloading.Late)), [.. types.Select(type => type with { MaxTrips = 1 })]);
        var roads = RunRoads.Of(model.Request, [.. drops.Select(drop => model.Drops[drop].Point)], heres, types.Select(type => type.LatestEnd).DefaultIfEmpty(0).Max());
        var profile = roads.Slots.Count > 0 ? 1 : 0;
        var data = new ProblemData(
            [new Depot(reloading)], clients, [.. types.Select(type => type with { Profile = profile })], roads.Distances, roads.Durations,
            rules: profile > 0 ? new ProblemRules { Profiles = [roads] } : null);
        return new RunProblem(model, vehicles, [.. freedom.Vehicles.Where(vehicle => standing.Contains(vehicle.Vehicle))], drops, hereOf, data);
    }

    /// <summary>Whether a drop is part of the problem: it may be placed, and by somebody.</summary>
    private bool IsIn(int drop, Dictionary<int, int> numberOf)
    {
        var at = freedom.VehicleOf[drop];
        if (IsBound(drop))
            return numberOf.ContainsKey(at);
        var isFree = at >= 0 || freedom.IsPlaceable[drop];
        var point = model.Drops[drop].Point;
        var roads = new DeliveryRoads(model.Request);
        return isFree && WindowsOf(drop).Count > 0 && roads.IsReachable(0, point) && roads.IsReachable(point, 0)
            && (at >= 0 || freedom.LockedVehicleOf(drop) is not { } locked || numberOf.ContainsKey(locked));
    }

    /// <summary>The windows of a drop that are not over, none before now; for a drop that somebody has bound as late as it is at the most.</summary>
    private List<Interval> WindowsOf(int drop)
    {
        if (model.Drops[drop].Windows.Count == 0)
            return IsBound(drop) ? [new Interval(model.Now?.Seconds ?? 0, Interval.Unbounded)] : [];
        var windows = model.Problem.Data.Clients[drop].Windows.Select(window => window with { Early = Math.Max(window.Early, model.Now?.Seconds ?? 0) }).ToList();
        if (LatenessOf(drop) > 0)
            windows[^1] = windows[^1] with { Late = boundStops[drop].ServiceStart.Seconds };
        windows.RemoveAll(window => window.IsEmpty);
        return windows;
    }

    /// <summary>How much later than anybody allowed a bound drop is where it is bound.</summary>
    private long LatenessOf(int drop) =>
        IsBound(drop) && boundStops.TryGetValue(drop, out var stop) ? Math.Max(0, stop.ServiceStart.Seconds - model.Problem.Data.Clients[drop].Windows[^1].Late) : 0;

    private Client ToClient(int drop, Dictionary<int, int> numberOf, long? release, bool prefixed, long prizeOf)
    {
        var client = model.Problem.Data.Clients[drop];
        var at = freedom.VehicleOf[drop];
        var windows = WindowsOf(drop);
        var isBound = IsBound(drop);
        var isOnBoard = isBound && freedom.Vehicles[at].OnBoard.Contains(drop);
        var isPlaceKept = isBound && IsPlaceKept(drop, at);
        if (isPlaceKept && prefixed && boundStops[drop].ServiceStart.Seconds is var start && windows.FindIndex(window => window.Early <= start && start <= window.Late) is >= 0 and var chosen)
            windows = [windows[chosen]];
        var soft = client.SoftWindow;
        if (LatenessOf(drop) > 0)
            soft = new SoftWindow(new Interval(0, client.Windows[^1].Late), 0, Math.Max(LatenessCost, soft?.CostPerLate ?? 0));
        var mayMove = !isBound && at >= 0 && numberOf.ContainsKey(at) && options.MovePrice.MinorUnits > 0;
        return client with
        {
            Demand = isOnBoard ? default : client.Demand,
            Windows = windows,
            SoftWindow = soft,
            Release = release is { } earliest && !isOnBoard ? earliest : 0,
            Vehicle = isBound ? numberOf[at] : at < 0 && freedom.LockedVehicleOf(drop) is { } locked ? numberOf[locked] : null,
            Trip = isOnBoard ? 0 : isPlaceKept ? TripOf(drop, at) : null,
            Planned = mayMove ? new Routing.PlannedVisit(numberOf[at], checked(options.MovePrice.MinorUnits * DeliveryCost.PartsPerMinorUnit)) : null,
            Prize = isBound ? prizeOf : 0,
            Priority = isBound && model.Drops.Any(other => other.DaysOverdue > 0) ? HighestPriority : client.Priority,
        };
    }

    private bool IsPlaceKept(int drop, int vehicle) => freedom.Vehicles[vehicle].Trips.SelectMany(trip => trip).Take(freedom.Vehicles[vehicle].KeptPlaces).Contains(drop);

    private int TripOf(int drop, int vehicle)
    {
        var before = freedom.Vehicles[vehicle].Departed is { } departed ? departed.Trips.Count - 1 : 0;
        return freedom.Vehicles[vehicle].Trips.Select((trip, number) => (trip, number)).First(pair => pair.trip.Contains(drop)).number - before;
    }

    private VehicleType ToType(VehicleFreedom vehicle, HereAndNow? here, int hereClient, int[] drops, int clientCount, bool prefixed)
    {
        var file = model.Vehicles[vehicle.Vehicle];
        var type = model.Problem.Data.VehicleTypes[vehicle.Vehicle];
        bool MayServe(int drop) => vehicle.Bound.Contains(drop)
            || (DeliveryProblem.MayReach(file, model.Drops[drop]) && (vehicle.TakesOthers || freedom.VehicleOf[drop] == vehicle.Vehicle));
        bool[] allowed = [.. drops.Select(MayServe), .. Enumerable.Range(drops.Length, clientCount - drops.Length).Select(client => client == hereClient)];
        var kept = vehicle.Trips.SelectMany(trip => trip).Take(vehicle.KeptPlaces).Select(drop => Array.IndexOf(drops, drop));
        type = type with
        {
            AllowedClients = allowed.All(isAllowed => isAllowed) ? null : allowed,
            Prefix = prefixed ? [.. here is null ? [] : new[] { hereClient }, .. kept] : [],
        };
        if (broken.Contains((file.Id, BreachRule.Shift)))
        {
            type = type with { LatestEnd = bound[file.Id].Trips[^1].Return.Seconds };
            if (type.OvertimeCostPerDuration == 0)
                type = type with { RegularDuration = file.Shift.Length.Seconds, OvertimeCostPerDuration = LatenessCost };
        }

        if (here is not null)
            return type with { Start = new Interval(here.Start, here.Start), MaxTrips = Math.Max(1, file.MaxTrips - (vehicle.Departed!.Trips.Count - 1)) };
        return prefixed && vehicle.KeptPlaces > 0 ? type with { Start = type.Start with { Late = LatestStart(vehicle, type) } } : type;
    }

    /// <summary>The latest departure at which none of the stops that keep their places is later than it must be.</summary>
    /// <remarks>Who leaves later comes nowhere earlier, so that it is found by halving.</remarks>
    private long LatestStart(VehicleFreedom vehicle, VehicleType type)
    {
        var hours = model.Request.Distributor.DepotHours;
        var roads = new DeliveryRoads(model.Request);
        long LatenessFrom(long start)
        {
            var (now, at, late, left) = (new Model.Calendar.TimeOfDay((int)start), 0, 0L, vehicle.KeptPlaces);
            for (var trip = 0; trip < vehicle.Trips.Count && left > 0; trip++)
            {
                if (trip > 0)
                {
                    now = new(Math.Max(roads.Arrival(at, 0, now).Seconds, hours.Start.Seconds) + model.Request.Distributor.LoadingTime.Seconds);
                    (at, late) = (0, late + Math.Max(0, now.Seconds - hours.End.Seconds));
                }

                foreach (var drop in vehicle.Trips[trip].Take(left))
                {
                    var window = boundStops[drop].Window;
                    now = DeliveryTimetable.Later(roads.Arrival(at, model.Drops[drop].Point, now), window.Start);
                    (at, late) = (model.Drops[drop].Point, late + Math.Max(0, now.Seconds - window.End.Seconds));
                    now += model.Drops[drop].Service;
                }

                left -= vehicle.Trips[trip].Count;
            }

            return late;
        }

        var (least, low, high) = (LatenessFrom(type.Start.Early), type.Start.Early, type.Start.Late);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (LatenessFrom(middle) <= least)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
