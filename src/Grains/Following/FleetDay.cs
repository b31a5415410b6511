using Territory.Contracts.Following;
using Territory.Grains.Roads;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Travel;
using Territory.Optimizer.Following;
using Territory.ReadModel.Following;

namespace Territory.Grains.Following;

/// <summary>One day of a region's vehicles: published plans, what is on record, and what the positions show.</summary>
/// <param name="before">The day that was watched before; its notices' numbers are taken.</param>
internal sealed class FleetDay(DateOnly date, RegionRoads roads, RegionId region, FleetDay? before = null)
{
    private readonly SortedDictionary<string, VehicleWatch> watches = new(StringComparer.Ordinal);
    private readonly WayAhead ahead = new(roads, region);
    private IReadOnlyList<FollowedPlan> plans = [];
    private Dictionary<VehicleId, RouteProgress> progress = [];
    private long position = -1;
    private long publications;
    private long readAt;

    public DateOnly Date => date;

    public NoticeList Notices { get; } = new(before?.Notices.Last ?? 0);

    public bool IsStale(long publicationsNow, TimeProvider time, TimeSpan freshness) =>
        position < 0 || publicationsNow != publications || time.GetElapsedTime(readAt) > freshness;

    public void Read(IReadSnapshot snapshot, Region of, long publicationsNow, TimeProvider time)
    {
        readAt = time.GetTimestamp();
        if (snapshot.Position == position)
            return;
        // Plans are large, and change only when one is published.
        if (position < 0 || publicationsNow != publications)
            plans = FollowedPlanQueries.Read(snapshot, region, date, plans);
        (position, publications) = (snapshot.Position, publicationsNow);
        progress = VehicleRecords.Read(snapshot, of, date).ToDictionary(route => route.Vehicle);
    }

    /// <summary>Takes a vehicle's position in.</summary>
    public void Take(VehicleId vehicle, TrackPoint point, Func<IReadOnlyList<GeoPoint>, TravelMode, Task<RouteCorridor?>> findCorridor)
    {
        if (!watches.TryGetValue(vehicle.Value, out var watch))
            watches.Add(vehicle.Value, watch = new VehicleWatch(vehicle));
        var plan = plans.FirstOrDefault(candidate => candidate.Routes.ContainsKey(vehicle));
        var route = plan?.Routes[vehicle];
        watch.Mode = plan?.ModeOf(vehicle) ?? watch.Mode;
        foreach (var notice in watch.Take(point, route, progress.GetValueOrDefault(vehicle), trip => route!.CorridorOf(trip, watch.Mode, findCorridor)))
            Notices.Put(notice);
    }

    public async Task<FleetFollowing> FollowAsync(TimeOfDay now, CancellationToken cancellationToken)
    {
        // Who is at a stop by their position has not reported it yet.
        var known = progress.Values.Select(route => watches.GetValueOrDefault(route.Vehicle.Value)?.There is { } there && IsNext(route, there)
            ? route with { Done = [.. route.Done, there] }
            : route).ToList();
        var dayProgress = new DayProgress(now, known);
        var followed = new List<DistributorFollowing>();
        foreach (var plan in plans)
        {
            if (await plan.FindTravelAsync(roads, region, cancellationToken))
                followed.Add(plan.Forecast(dayProgress, await SightingsAsync(plan, known)));
        }

        var distributorOf = followed.SelectMany(each => each.Routes.Select(route => (route.Vehicle, each.Distributor))).ToDictionary(pair => pair.Vehicle, pair => pair.Distributor);
        var late = DayForecast.LateRisks(followed.SelectMany(each => each.Routes));
        return new FleetFollowing(
            date, now, [.. late.Select(risk => new LateRisk(distributorOf[risk.Route.Vehicle], risk.Route.Vehicle, risk.Stop))], followed,
            [.. watches.Where(pair => pair.Value.Last is not null).Select(pair => new VehicleSeen(new VehicleId(pair.Key), pair.Value.Last!.Value.At, pair.Value.Last.Value.Location))],
            Notices.Newest);
    }

    public FleetTracks Tracks() => new(
        date,
        [.. watches.Select(pair => new VehicleTrack(new VehicleId(pair.Key), pair.Value.Mode, [.. pair.Value.Track.Points.Select(point => new TrackFix(point.At, point.Location))]))]);

    private async Task<Dictionary<VehicleId, Sighting>> SightingsAsync(FollowedPlan plan, List<RouteProgress> known)
    {
        var seen = new Dictionary<VehicleId, Sighting>();
        foreach (var route in plan.Plan.Routes)
        {
            if (watches.GetValueOrDefault(route.Vehicle.Value) is not { Last: { } last, There: null } || known.Find(each => each.Vehicle == route.Vehicle) is not { } record)
                continue;
            if (await ahead.FindAsync(plan, route, record, last) is { } sighting)
                seen[route.Vehicle] = sighting;
        }

        return seen;
    }

    /// <summary>Whether a stop that the positions show is one that is still to be made, on the trip that is under way.</summary>
    private bool IsNext(RouteProgress record, StopActual there) =>
        plans.FirstOrDefault(candidate => candidate.Routes.ContainsKey(record.Vehicle))?.Routes[record.Vehicle] is { } route
        && VehicleWatch.TripUnderWay(route, record) is { } trip
        && route.Trips[trip].Any(stop => stop.Terminal == there.Terminal)
        && record.Done.All(actual => actual.Terminal != there.Terminal);
}
