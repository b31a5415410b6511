using Territory.Contracts.Following;
using Territory.Grains.Roads;
using Territory.Model.Dispatch;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;
using Territory.Optimizer.Following;

namespace Territory.Grains.Following;

/// <summary>A published plan with what its forecast needs: files, and the roads between its places.</summary>
internal sealed class FollowedPlan
{
    private readonly DistributorFile distributor;
    private readonly Dictionary<VehicleId, VehicleFile> vehicles;
    private readonly Dictionary<TerminalId, FollowedStop> stops;
    private readonly List<GeoPoint> points;
    private TravelMatrix? travel;
    private DayTravel? byTime;

    public FollowedPlan(DeliveryPlan plan, DistributorFile distributor, IReadOnlyList<VehicleFile> vehicles, IReadOnlyList<TerminalFile> terminals)
    {
        Plan = plan;
        this.distributor = distributor;
        this.vehicles = vehicles.ToDictionary(vehicle => vehicle.Id);
        stops = terminals.Select((terminal, index) => (terminal.Id, Stop: FollowedStop.Of(terminal, plan.Date, index + 1))).ToDictionary(pair => pair.Id, pair => pair.Stop);
        points = [distributor.Depot, .. terminals.Select(terminal => terminal.Location)];
        var places = terminals.ToDictionary(terminal => terminal.Id, terminal => terminal.Location);
        Routes = plan.Routes.ToDictionary(route => route.Vehicle, route => new WatchedRoute(route, distributor.Depot, places));
    }

    public DeliveryPlan Plan { get; }

    public IReadOnlyDictionary<VehicleId, WatchedRoute> Routes { get; }

    public GeoPoint Depot => distributor.Depot;

    public TravelMode ModeOf(VehicleId vehicle) => vehicles.GetValueOrDefault(vehicle)?.TravelMode ?? TravelMode.Van;

    public GeoPoint PlaceOf(TerminalId terminal) => points[stops[terminal].Point];

    /// <summary>The travel times of the plan, found once: by slot of the day only where it was made on those, so that who keeps to the plan is forecast to.</summary>
    /// <returns>Whether there are any.</returns>
    public async Task<bool> FindTravelAsync(RegionRoads roads, RegionId region, CancellationToken cancellationToken)
    {
        if (travel is not null)
            return true;
        var mode = Plan.Routes.Count > 0 ? ModeOf(Plan.Routes[0].Vehicle) : TravelMode.Van;
        if (Plan.Provenance.IsByTimeOfDay)
            byTime = await roads.FindDayAsync(region, points, mode, cancellationToken);
        travel = await roads.FindMatrixAsync(region, points, mode, cancellationToken);
        return travel is not null;
    }

    /// <param name="seen">The vehicles whose position says how far they have to go.</param>
    public DistributorFollowing Forecast(DayProgress progress, IReadOnlyDictionary<VehicleId, Sighting> seen) => new(
        Plan.Distributor, Plan.Version,
        DayForecast.Of(new FollowedDay
        {
            Plan = Plan,
            Progress = progress,
            Stops = stops,
            Vehicles = vehicles.ToDictionary(pair => pair.Key, pair => new FollowedVehicle(pair.Value.Shift.End, seen.GetValueOrDefault(pair.Key))),
            DepotHours = distributor.DepotHours,
            LoadingTime = distributor.LoadingTime,
            Travel = travel ?? throw new InvalidOperationException("The travel times are found first."),
            TravelByTime = byTime,
        }));

    /// <summary>Travel of so many seconds in place of that of a leg, longer and shorter at the hours at which the leg is.</summary>
    /// <param name="from">The last place it was at, null: the depot; likewise <paramref name="to"/>.</param>
    public DayTravel Ahead(TerminalId? from, TerminalId? to, double shareOfLeg)
    {
        int PointOf(TerminalId? terminal) => terminal is { } known ? stops[known].Point : 0;
        var cell = (PointOf(from) * points.Count) + PointOf(to);
        TravelMatrix Part(TravelMatrix whole)
        {
            var seconds = whole.Seconds[cell];
            var part = seconds == TravelMatrix.Unreachable ? TravelMatrix.Unreachable : (int)Math.Ceiling(seconds * shareOfLeg);
            return new TravelMatrix(2, [0, part, part, 0], [0, 0, 0, 0], whole.Source);
        }

        return byTime is null ? DayTravel.Constant(Part(travel!)) : new DayTravel(byTime.SlotStarts, [.. byTime.Matrices.Select(Part)]);
    }

    /// <summary>Seconds of a leg at no particular hour; null where no road leads there.</summary>
    public int? LegSeconds(TerminalId? from, TerminalId? to)
    {
        int PointOf(TerminalId? terminal) => terminal is { } known ? stops[known].Point : 0;
        return travel!.IsReachable(PointOf(from), PointOf(to)) ? travel.TimeBetween(PointOf(from), PointOf(to)).Seconds : null;
    }
}
