using System.Collections.Concurrent;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Reach;

/// <summary>The nearest of a fixed set of places by road time, from a point or to it (按行驶时间最近的网点). Safe to share between threads.</summary>
/// <remarks>
/// The answer is the beginning of a full row of <see cref="Matrices.TravelMatrixBuilder"/> sorted by seconds and then by index.
/// Algorithm: an upward search from the point, and at each vertex it settles the bucket of places, as far as its entries can still be among the nearest.
/// Places on the point's own segment are asked for one by one, because there it matters which lies ahead.
/// Complexity: the search space plus the entries looked at. The index of each direction is made when it is first asked.
/// </remarks>
public sealed class NearestByRoad
{
    private readonly RoadNetwork network;
    private readonly TravelMode mode;
    private readonly double maxSnapMeters;
    private readonly RoadHierarchy hierarchy;
    private readonly RoadPosition[] places;
    private readonly ILookup<int, int> placesOfSegment;
    private readonly Lazy<PlaceBuckets> targets;
    private readonly Lazy<PlaceBuckets> sources;
    private readonly ConcurrentBag<Searches> idle = [];

    /// <param name="places">A place with no road within the limit is never among the nearest.</param>
    public NearestByRoad(RoadNetwork network, IReadOnlyList<GeoPoint> places, TravelMode mode, double maxSnapMeters = RoadNetwork.DefaultSnapMeters)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(places);
        this.network = network;
        this.mode = mode;
        this.maxSnapMeters = maxSnapMeters;
        hierarchy = network.HierarchyFor(mode);
        this.places = [.. places.Select(PositionOf)];
        placesOfSegment = Enumerable.Range(0, places.Count).Where(place => this.places[place].IsOnRoad).ToLookup(place => this.places[place].Segment);
        targets = new Lazy<PlaceBuckets>(() => PlaceBuckets.OfTargets(hierarchy, this.places));
        sources = new Lazy<PlaceBuckets>(() => PlaceBuckets.OfSources(hierarchy, this.places));
    }

    /// <summary>The places that are reached soonest from a point, nearest first; fewer than asked where fewer can be reached.</summary>
    public IReadOnlyList<NearPlace> From(GeoPoint point, int count)
    {
        var position = PositionOf(point);
        return Find(position, count, targets, searches => searches.Forward, PlaceBuckets.Leave, (search, place) => search.Cost(position, place));
    }

    /// <summary>The places from which a point is reached soonest, nearest first; fewer than asked where it can be reached from fewer.</summary>
    public IReadOnlyList<NearPlace> To(GeoPoint point, int count)
    {
        var position = PositionOf(point);
        return Find(position, count, sources, searches => searches.Backward, PlaceBuckets.Arrive, (search, place) => search.Cost(place, position));
    }

    private NearPlace[] Find(
        RoadPosition position, int count, Lazy<PlaceBuckets> index, Func<Searches, UpwardSearch> direction, Enter enter, Func<PointSearch, RoadPosition, PathCost> exact)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 || places.Length == 0 || !position.IsOnRoad)
            return [];
        var buckets = index.Value;
        if (!idle.TryTake(out var searches))
            searches = new Searches(hierarchy);
        var nearest = new NearestList(Math.Min(count, places.Length));
        foreach (var place in placesOfSegment[position.Segment])
        {
            var cost = exact(searches.Point, places[place]);
            if (cost.IsReached)
                nearest.Offer(place, cost);
        }

        var search = direction(searches);
        search.Begin();
        enter(search, position);
        search.Run();
        foreach (var vertex in search.Settled)
            Take(buckets, vertex, search.LabelOf(vertex), position.Segment, nearest);
        idle.Add(searches);
        return nearest.ToArray();
    }

    private void Take(PlaceBuckets buckets, int vertex, long label, int segment, NearestList nearest)
    {
        var costs = buckets.CostsAt(vertex);
        var members = buckets.PlacesAt(vertex);
        for (var i = 0; i < costs.Length; i++)
        {
            var cost = new PathCost(label + costs[i]);
            if (!cost.IsReached || !nearest.MayHold(cost))
                return;
            if (places[members[i]].Segment != segment)
                nearest.Offer(members[i], cost);
        }
    }

    private RoadPosition PositionOf(GeoPoint point) => RoadPosition.Of(network.Tables, hierarchy.Graph, network.Snap(point, mode, maxSnapMeters));

    private delegate void Enter(UpwardSearch search, in RoadPosition position);

    private sealed class Searches(RoadHierarchy hierarchy)
    {
        public UpwardSearch Forward { get; } = UpwardSearch.Forward(hierarchy);

        public UpwardSearch Backward { get; } = UpwardSearch.Backward(hierarchy);

        public PointSearch Point { get; } = new(hierarchy);
    }
}
