using Territory.Grains.Roads;
using Territory.Model.Dispatch;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Optimizer.Following;

namespace Territory.Grains.Following;

/// <summary>How far vehicles that were seen on the way have to go to their next stop.</summary>
/// <remarks>On the region's roads, which are asked again only when a vehicle has moved or a while has passed; without roads by the share of the leg that is left in a straight line.</remarks>
internal sealed class WayAhead(RegionRoads roads, RegionId region)
{
    private const double MovedMeters = 150;

    private static readonly Duration LongestKept = new(60);

    private readonly Dictionary<VehicleId, (TrackPoint From, OrderId? Next, Sighting Sighting)> kept = [];

    /// <summary>Null where the vehicle is not on a trip, or its position cannot say.</summary>
    public async Task<Sighting?> FindAsync(FollowedPlan plan, DeliveryRoute route, RouteProgress progress, TrackPoint last)
    {
        if (VehicleWatch.TripUnderWay(plan.Routes[route.Vehicle], progress) is not { } trip)
            return null;
        var (from, next) = Leg(route, progress, trip);
        var order = next?.Orders[0];
        if (kept.TryGetValue(route.Vehicle, out var known) && known.Next == order && known.From.Location.MetersTo(last.Location) < MovedMeters && last.At - known.From.At < LongestKept)
            return known.Sighting;
        var to = next?.Terminal;
        if (plan.LegSeconds(from, to) is not { } leg || leg == 0)
            return null;
        var share = await ShareLeftAsync(plan, from, to, last.Location, plan.ModeOf(route.Vehicle), leg);
        var sighting = new Sighting(last.At, order, plan.Ahead(from, to, share));
        kept[route.Vehicle] = (last, order, sighting);
        return sighting;
    }

    private async Task<double> ShareLeftAsync(FollowedPlan plan, TerminalId? from, TerminalId? to, GeoPoint here, TravelMode mode, int legSeconds)
    {
        var target = PlaceOf(plan, to);
        if (await roads.FindRoutesAsync(region) is { } finder && await Task.Run(() => finder.FindRoute(here, target, mode)) is { } way)
            return (double)way.TravelTime.Seconds / legSeconds;
        var whole = PlaceOf(plan, from).MetersTo(target);
        return whole > 0 ? here.MetersTo(target) / whole : 0;
    }

    /// <summary>From the last place it was at to the first stop of the trip that is not made.</summary>
    private static (TerminalId? From, DeliveryStop? Next) Leg(DeliveryRoute route, RouteProgress progress, int trip)
    {
        var done = progress.Done.Select(actual => actual.Terminal).ToList();
        var open = route.Trips.Take(trip + 1).SelectMany((planned, number) => planned.Stops.Select(stop => (stop, number)))
            .Where(pair => !done.Remove(pair.stop.Terminal) && pair.number == trip).Select(pair => pair.stop).ToList();
        var isFirst = open.Count == route.Trips[trip].Stops.Count;
        return (isFirst || progress.Done.Count == 0 ? null : progress.Done[^1].Terminal, open.Count > 0 ? open[0] : null);
    }

    private static GeoPoint PlaceOf(FollowedPlan plan, TerminalId? terminal) => terminal is { } known ? plan.PlaceOf(known) : plan.Depot;
}
