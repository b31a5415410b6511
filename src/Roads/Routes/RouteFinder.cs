using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;

namespace Territory.Roads.Routes;

/// <summary>Finds time-optimal routes with their geometry. Times and lengths agree with <see cref="Matrices.TravelMatrixBuilder"/> on the same points.</summary>
public sealed class RouteFinder(RoadNetwork network, double maxSnapMeters = RoadNetwork.DefaultSnapMeters)
{
    /// <summary>The route from one point to another, or null when one of them has no road within the limit.</summary>
    public Route? FindRoute(GeoPoint from, GeoPoint to, TravelMode mode) => RouteThrough([from, to], mode);

    /// <summary>The route through all points in their order, one leg between each two, or null when a point has no road within the limit.</summary>
    public Route? RouteThrough(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Count, 2);
        var graph = network.GraphFor(mode);
        var stops = new SnappedPoint[points.Count];
        for (var i = 0; i < stops.Length; i++)
        {
            if (network.Snap(points[i], mode, maxSnapMeters) is not { } snapped)
                return null;
            stops[i] = snapped;
        }

        var search = new ShortestPathSearch(graph);
        var trace = new RouteTrace(network.Tables);
        var wanted = new bool[graph.NodeCount];
        var legs = new List<RouteLeg>();
        for (var i = 1; i < stops.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AddLeg(search, trace, wanted, stops[i - 1], stops[i]) is not { } leg)
                return null;
            legs.Add(leg);
        }

        return new Route(mode, [.. trace.Points], [.. trace.Milliseconds], legs);
    }

    private RouteLeg? AddLeg(ShortestPathSearch search, RouteTrace trace, bool[] wanted, in SnappedPoint from, in SnappedPoint to)
    {
        var graph = network.GraphFor(from.Mode);
        var source = NetworkPosition.Of(network.Tables, graph, from);
        var target = NetworkPosition.Of(network.Tables, graph, to);
        var count = target.StartNode == target.EndNode ? 1 : 2;
        wanted[target.StartNode] = wanted[target.EndNode] = true;
        search.Run(source, wanted, count);
        wanted[target.StartNode] = wanted[target.EndNode] = false;
        var cost = search.CostTo(source, target);
        if (!cost.IsReached)
            return null;
        var first = trace.Points.Count;
        trace.Follow(search.PathTo(source, target), from, source, to, target);
        return new RouteLeg(first, trace.Points.Count - 1, new Duration(cost.Seconds), new Distance(cost.Meters));
    }
}
