using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Travel;
using Territory.Optimizer.Following;

namespace Territory.Grains.Following;

/// <summary>The published route of one vehicle as its watch needs it: places, and the roads of each trip once they are found.</summary>
internal sealed class WatchedRoute
{
    private readonly IReadOnlyList<GeoPoint>[] ways;
    private readonly Task<RouteCorridor?>?[] corridors;

    public WatchedRoute(DeliveryRoute route, GeoPoint depot, IReadOnlyDictionary<TerminalId, GeoPoint> places)
    {
        Trips = [.. route.Trips.Select(trip => trip.Stops.Select(stop => new WatchedStop(stop.Terminal, places[stop.Terminal])).ToArray())];
        Places = [depot, .. Trips.SelectMany(trip => trip).Select(stop => stop.Location)];
        ways = [.. Trips.Select(trip => (IReadOnlyList<GeoPoint>)[depot, .. trip.Select(stop => stop.Location), depot])];
        corridors = new Task<RouteCorridor?>?[Trips.Count];
    }

    /// <summary>The stops of each trip, in order.</summary>
    public IReadOnlyList<WatchedStop[]> Trips { get; }

    /// <summary>Where the vehicle may stand: the depot and its stops.</summary>
    public IReadOnlyList<GeoPoint> Places { get; }

    /// <summary>The roads of a trip; null while they are not found yet, and where the region has none. Nobody waits for them.</summary>
    public RouteCorridor? CorridorOf(int trip, TravelMode mode, Func<IReadOnlyList<GeoPoint>, TravelMode, Task<RouteCorridor?>> find)
    {
        var corridor = corridors[trip] ??= find(ways[trip], mode);
        return corridor.IsCompletedSuccessfully ? corridor.GetAwaiter().GetResult() : null;
    }
}
