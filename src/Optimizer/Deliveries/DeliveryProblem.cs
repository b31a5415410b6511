using Territory.Model.Calendar;
using Territory.Model.Vehicles;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Deliveries;

/// <summary>The routing problem of a day: drop i is client i, vehicle i is vehicle type i.</summary>
internal sealed record DeliveryProblem(IReadOnlyList<Drop> Drops, IReadOnlyList<VehicleFile> Vehicles, ProblemData Data)
{
    /// <summary>What has waited longer than this comes no sooner for it.</summary>
    private const int MostDaysOverdue = 14;

    public static DeliveryProblem Of(DeliveryPlanRequest request, IReadOnlyList<Drop> drops, IReadOnlyList<VehicleFile> vehicles)
    {
        int[] points = [0, .. drops.Select(drop => drop.Point)];
        var roads = new DeliveryRoads(request).Between(points, vehicles.Select(vehicle => vehicle.Shift.End).DefaultIfEmpty().Max());
        var hours = request.Distributor.DepotHours;
        var loading = request.Distributor.LoadingTime;
        var depot = new Depot(new Interval(hours.Start.Seconds, hours.End.Seconds - loading.Seconds));
        // Vehicles that cost nothing are planned for the least driving.
        var isFree = vehicles.All(vehicle => vehicle.CostPerKilometer.MinorUnits == 0 && vehicle.CostPerHour.MinorUnits == 0);
        var profile = roads.Slots.Count > 0 ? 1 : 0;
        return new DeliveryProblem(drops, vehicles, new ProblemData(
            [depot],
            [.. drops.Select(ToClient)],
            [.. vehicles.Select(vehicle => ToType(vehicle, request, drops, isFree) with { Profile = profile })],
            roads.Distances,
            roads.Durations,
            rules: profile > 0 ? new ProblemRules { Profiles = [roads] } : null));
    }

    /// <summary>When the vehicle may leave for its first trip.</summary>
    public static TimeWindow Departures(VehicleFile vehicle, TimeWindow depotHours) => vehicle.Shift.Intersect(depotHours);

    public static bool MayReach(VehicleFile vehicle, Drop drop) =>
        drop.Terminal.LargestVehicle is not { } largest || vehicle.Capacity.Mass <= largest;

    private static Client ToClient(Drop drop) => new()
    {
        Demand = new Load(drop.Load.Cases.Count, drop.Load.Mass.Grams, drop.Load.Volume.Millilitres),
        Windows = [.. drop.Windows.Select(window => new Interval(Math.Max(0, window.Start.Seconds), window.End.Seconds))],
        ServiceDuration = drop.Service.Seconds,
        Priority = Math.Min(drop.DaysOverdue, MostDaysOverdue),
    };

    private static VehicleType ToType(VehicleFile vehicle, DeliveryPlanRequest request, IReadOnlyList<Drop> drops, bool isFree)
    {
        var departures = Departures(vehicle, request.Distributor.DepotHours);
        return new VehicleType
        {
            Capacity = new Load(vehicle.Capacity.Cases.Count, vehicle.Capacity.Mass.Grams, vehicle.Capacity.Volume.Millilitres),
            Count = departures.IsEmpty ? 0 : 1,
            Start = new Interval(departures.Start.Seconds, departures.End.Seconds),
            LatestEnd = vehicle.Shift.End.Seconds,
            MaxTrips = vehicle.MaxTrips,
            ReloadDuration = request.Distributor.LoadingTime.Seconds,
            FixedCost = DeliveryCost.FixedParts(vehicle),
            CostPerDistance = isFree ? 1 : DeliveryCost.PartsPerMeter(vehicle),
            CostPerDuration = isFree ? 0 : DeliveryCost.PartsPerSecond(vehicle),
            AllowedClients = drops.All(drop => MayReach(vehicle, drop)) ? null : [.. drops.Select(drop => MayReach(vehicle, drop))],
        };
    }
}
