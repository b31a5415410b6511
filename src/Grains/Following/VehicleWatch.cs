using Territory.Model.Dispatch;
using Territory.Model.Following;
using Territory.Model.Ids;
using Territory.Model.Travel;
using Territory.Optimizer.Following;

namespace Territory.Grains.Following;

/// <summary>One vehicle's day as its positions show it.</summary>
internal sealed class VehicleWatch(VehicleId vehicle)
{
    /// <summary>Drivers change the order of a few stops, hardly of the day.</summary>
    private const int StopsAhead = 5;

    private readonly GeofenceWatch arrivals = new(vehicle, new GeofenceRules());
    private readonly OffRouteWatch detours = new(vehicle, new OffRouteRules());
    private readonly LongStopWatch stands = new(vehicle, new LongStopRules());

    public DayTrack Track { get; } = new();

    public TravelMode Mode { get; set; } = TravelMode.Van;

    public TrackPoint? Last { get; private set; }

    /// <summary>The stop it is at by its positions, and since when; null on the way.</summary>
    public StopActual? There => arrivals.At is { } terminal ? new StopActual(terminal, [], arrivals.ArrivedAt, null) : null;

    /// <summary>Takes the next position; gives what it shows.</summary>
    /// <param name="route">Null where the vehicle has no published route.</param>
    public IEnumerable<FleetNotice> Take(TrackPoint point, WatchedRoute? route, RouteProgress? progress, Func<int, RouteCorridor?> corridorOf)
    {
        if (Last is { } last && point.At <= last.At)
            yield break;
        Last = point;
        Track.Add(point);
        if (route is null)
            yield break;
        var trip = TripUnderWay(route, progress);
        var next = trip is { } number ? Open(route.Trips[number], progress!) : [];
        if (arrivals.Take(point, next) is { } arrival)
            yield return arrival;
        if (detours.Take(point, trip is { } underWay ? corridorOf(underWay) : null) is { } detour)
            yield return detour;
        // Before it leaves and when it is back it stands where it likes.
        if (trip is not null && stands.Take(point, route.Places) is { } stand)
            yield return stand;
    }

    public static int? TripUnderWay(WatchedRoute route, RouteProgress? progress) =>
        progress is not null && progress.Departures.Count > progress.Returns.Count && progress.Departures.Count <= route.Trips.Count ? progress.Departures.Count - 1 : null;

    private static IReadOnlyList<WatchedStop> Open(WatchedStop[] trip, RouteProgress progress)
    {
        var done = progress.Done.Select(actual => actual.Terminal).ToHashSet();
        return [.. trip.Where(stop => !done.Contains(stop.Terminal)).Take(StopsAhead)];
    }
}
