using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Routes;

/// <summary>Finds time-optimal routes with their geometry. Times and lengths agree with <see cref="Matrices.TravelMatrixBuilder"/> on the same points.</summary>
/// <param name="maxSnapMeters">How far from a road a point may lie.</param>
/// <param name="approach">How points after the first are arrived at; they may be left either way.</param>
public sealed class RouteFinder(RoadNetwork network, double maxSnapMeters = RoadNetwork.DefaultSnapMeters, StopApproach approach = StopApproach.EitherSide)
{
    /// <summary>The route from one point to another, or null when one of them has no road within the limit.</summary>
    public Route? FindRoute(GeoPoint from, GeoPoint to, TravelMode mode) => RouteThrough([from, to], mode);

    /// <summary>The route through all points in their order, one leg between each two, or null when a point has no road within the limit.</summary>
    public Route? RouteThrough(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Count, 2);
        var hierarchy = network.HierarchyFor(mode);
        var stops = new (SnappedPoint Snapped, RoadPosition Left, RoadPosition Arrived)[points.Count];
        for (var i = 0; i < stops.Length; i++)
        {
            if (network.Snap(points[i], mode, maxSnapMeters) is not { } snapped)
                return null;
            stops[i] = (snapped, RoadPosition.Of(network.Tables, hierarchy.Graph, snapped), RoadPosition.OfStop(network.Tables, hierarchy.Graph, snapped, approach));
        }

        var search = new PointSearch(hierarchy);
        var trace = new RouteTrace(network.Tables, hierarchy.Graph);
        var legs = new List<RouteLeg>();
        var paths = new List<LegPath>();
        for (var i = 1; i < stops.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (search.Path(stops[i - 1].Left, stops[i].Arrived) is not { } path)
                return null;
            var first = trace.Points.Count;
            paths.Add(trace.Follow(path.Vertices, stops[i - 1].Snapped, stops[i - 1].Left, stops[i].Snapped, stops[i].Arrived));
            legs.Add(new RouteLeg(first, trace.Points.Count - 1, new Duration(path.Cost.Seconds), new Distance(path.Cost.Meters)));
        }

        return new Route(mode, [.. trace.Points], [.. trace.Reached], [.. trace.Left], legs, paths);
    }
}
