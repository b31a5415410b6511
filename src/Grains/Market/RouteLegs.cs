using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Travel;
using Territory.Roads.Routes;

namespace Territory.Grains.Market;

/// <summary>The road geometry of the legs that agents are on. A leg that is not worked out yet is asked for and given later; nobody waits.</summary>
internal sealed class RouteLegs(RegionRoads roads, SolverPool pool, RegionId region)
{
    /// <summary>More legs than a region's agents are on at once; the oldest are dropped beyond it.</summary>
    private const int MostLegs = 4096;

    private readonly Dictionary<(GeoPoint From, GeoPoint To, TravelMode Mode), Task<Route?>> legs = [];

    public Route? TryGet(GeoPoint from, GeoPoint to, TravelMode mode, CancellationToken cancellationToken)
    {
        if (legs.TryGetValue((from, to, mode), out var known))
            return known.IsCompletedSuccessfully ? known.GetAwaiter().GetResult() : null;
        // A queue of solves goes before geometry, and geometry must not lengthen it.
        if (pool.Load > 2)
            return null;
        if (legs.Count >= MostLegs)
            legs.Clear();
        legs[(from, to, mode)] = FindAsync(from, to, mode, cancellationToken);
        return null;
    }

    private async Task<Route?> FindAsync(GeoPoint from, GeoPoint to, TravelMode mode, CancellationToken cancellationToken)
    {
        var finder = await roads.FindRoutesAsync(region);
        return finder is null ? null : await pool.RunAsync(_ => finder.FindRoute(from, to, mode), cancellationToken);
    }
}
