using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Deliveries;

/// <summary>The routing problem of a day: drop i is client i, vehicle i is vehicle type i.</summary>
/// <remarks>
/// An allowance of lateness lengthens a drop's last window at a price for what is beyond it; one of overtime lets the vehicle come back later, and what it then works beyond the length of its shift has a price.
/// </remarks>
internal sealed record DeliveryProblem(IReadOnlyList<Drop> Drops, IReadOnlyList<VehicleFile> Vehicles, ProblemData Data)
{
    /// <summary>What has waited longer than this comes no sooner for it.</summary>
    private const int MostDaysOverdue = 14;

    /// <param name="overrides">What people have allowed; null: nothing.</param>
    /// <param name="now">The earliest departure from now on; null on a day that has not begun.</param>
    /// <param name="isForTiming">Every vehicle may leave and come to every drop, whatever rule that breaks.</param>
    public static DeliveryProblem Of(
        DeliveryPlanRequest request, IReadOnlyList<Drop> drops, IReadOnlyList<VehicleFile> vehicles, DayOverrides? overrides = null, TimeOfDay? now = null, bool isForTiming = false)
    {
        int[] points = [0, .. drops.Select(drop => drop.Point)];
        var overtime = (overrides?.Overtime ?? []).ToDictionary(allowance => allowance.Vehicle);
        var lateness = (overrides?.Lateness ?? []).ToDictionary(allowance => allowance.Order);
        var latest = vehicles.Select(vehicle => vehicle.Shift.End + (overtime.GetValueOrDefault(vehicle.Id)?.Most ?? Duration.Zero)).DefaultIfEmpty().Max();
        var roads = new DeliveryRoads(request).Between(points, latest);
        var hours = request.Distributor.DepotHours;
        var loading = request.Distributor.LoadingTime;
        var depot = new Depot(new Interval(hours.Start.Seconds, hours.End.Seconds - loading.Seconds));
        // Vehicles that cost nothing are planned for the least driving.
        var isFree = vehicles.Where(vehicle => vehicle.InService).All(vehicle => vehicle.CostPerKilometer.MinorUnits == 0 && vehicle.CostPerHour.MinorUnits == 0);
        var profile = roads.Slots.Count > 0 ? 1 : 0;
        return new DeliveryProblem(drops, vehicles, new ProblemData(
            [depot],
            [.. drops.Select(drop => ToClient(drop, drop.Orders.Select(order => lateness.GetValueOrDefault(order)).FirstOrDefault(allowance => allowance is not null)))],
            [
                .. vehicles.Select(vehicle =>
                    ToType(vehicle, request, drops, isFree, overtime.GetValueOrDefault(vehicle.Id), now, isForTiming) with { Profile = profile }),
            ],
            roads.Distances,
            roads.Durations,
            rules: profile > 0 ? new ProblemRules { Profiles = [roads] } : null));
    }

    /// <summary>The point in the matrices of a location of the problem.</summary>
    public int PointOf(int location) => location == 0 ? 0 : Drops[location - 1].Point;

    /// <summary>When the vehicle may leave for its first trip.</summary>
    public static TimeWindow Departures(VehicleFile vehicle, TimeWindow depotHours) => vehicle.Shift.Intersect(depotHours);

    public static bool MayReach(VehicleFile vehicle, Drop drop) =>
        drop.Terminal.LargestVehicle is not { } largest || vehicle.Capacity.Mass <= largest;

    private static Client ToClient(Drop drop, LatenessAllowance? lateness)
    {
        var client = new Client
        {
            Demand = new Load(drop.Load.Cases.Count, drop.Load.Mass.Grams, drop.Load.Volume.Millilitres),
            Windows = drop.Windows.Count == 0 ? [Interval.Always] : [.. drop.Windows.Select(window => new Interval(Math.Max(0, window.Start.Seconds), window.End.Seconds))],
            ServiceDuration = drop.Service.Seconds,
            Priority = Math.Min(drop.DaysOverdue, MostDaysOverdue),
        };
        if (lateness is null || drop.Windows.Count == 0)
            return client;
        var last = client.Windows[^1];
        return client with
        {
            Windows = [.. client.Windows.SkipLast(1), last with { Late = last.Late + lateness.Most.Seconds }],
            SoftWindow = new SoftWindow(new Interval(0, last.Late), 0, DeliveryCost.PartsPerSecond(lateness.PerHour)),
        };
    }

    private static VehicleType ToType(
        VehicleFile vehicle, DeliveryPlanRequest request, IReadOnlyList<Drop> drops, bool isFree, OvertimeAllowance? overtime, TimeOfDay? now, bool isForTiming)
    {
        var departures = Departures(vehicle, request.Distributor.DepotHours);
        if (now > departures.Start)
            departures = departures with { Start = now.Value };
        var end = departures.IsEmpty ? departures.Start : departures.End;
        var type = new VehicleType
        {
            Capacity = new Load(vehicle.Capacity.Cases.Count, vehicle.Capacity.Mass.Grams, vehicle.Capacity.Volume.Millilitres),
            Count = departures.IsEmpty && !isForTiming ? 0 : 1,
            Start = new Interval(departures.Start.Seconds, end.Seconds),
            LatestEnd = vehicle.Shift.End.Seconds + (overtime?.Most.Seconds ?? 0),
            MaxTrips = vehicle.MaxTrips,
            ReloadDuration = request.Distributor.LoadingTime.Seconds,
            FixedCost = DeliveryCost.FixedParts(vehicle),
            CostPerDistance = isFree ? 1 : DeliveryCost.PartsPerMeter(vehicle),
            CostPerDuration = isFree ? 0 : DeliveryCost.PartsPerSecond(vehicle),
            AllowedClients = isForTiming || drops.All(drop => MayReach(vehicle, drop)) ? null : [.. drops.Select(drop => MayReach(vehicle, drop))],
        };
        return overtime is null ? type : type with
        {
            RegularDuration = vehicle.Shift.Length.Seconds,
            OvertimeCostPerDuration = DeliveryCost.PartsPerSecond(overtime.PerHour),
        };
    }
}
