using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Turns;

namespace Territory.Roads.Reach;

/// <summary>The areas that can be reached from a point within given times, or from which it can be reached (等时圈). Safe to share between threads.</summary>
/// <remarks>
/// Algorithm: a bounded search finds the stretches of road within the longest time; they are drawn onto a grid of distances, one bound after another, and a line is drawn at a
/// fixed distance around them. Areas of longer times contain those of shorter ones; the same question always gets the same answer.
/// Complexity: the search, plus the grid's nodes near each piece of road, plus the grid once for each bound.
/// Source: the construction by buffered reached edges is compared with others by Baum, Buchhold, Dibbelt and Wagner, Fast exact computation of isochrones in road networks (2016).
/// </remarks>
public sealed class Isochrones
{
    private const int MostSeconds = 24 * 60 * 60;

    /// <summary>How much farther than the line the field keeps distances, in cells; more than the diagonal of one.</summary>
    private const double BeyondTheLine = 1.5;

    private readonly RoadNetwork network;
    private readonly TravelMode mode;
    private readonly IsochroneOptions options;
    private readonly double maxSnapMeters;
    private readonly TurnGraph graph;
    private readonly ReachSearch outward;
    private readonly Lazy<ReachSearch> inward;

    public Isochrones(RoadNetwork network, TravelMode mode, IsochroneOptions? options = null, double maxSnapMeters = RoadNetwork.DefaultSnapMeters)
        : this(network, network.HierarchyFor(mode), mode, options, maxSnapMeters)
    {
    }

    internal Isochrones(RoadNetwork network, RoadHierarchy hierarchy, TravelMode mode, IsochroneOptions? options, double maxSnapMeters)
    {
        this.network = network;
        this.mode = mode;
        this.options = options ?? new IsochroneOptions();
        this.options.Validate();
        this.maxSnapMeters = maxSnapMeters;
        graph = hierarchy.Graph;
        outward = ReachSearch.Outward(graph);
        inward = new Lazy<ReachSearch>(() => ReachSearch.Inward(graph));
    }

    /// <summary>What can be reached from a point.</summary>
    /// <param name="bounds">At most a day each, in any order; the answer has the same order.</param>
    public IReadOnlyList<Isochrone> From(GeoPoint point, IReadOnlyList<Duration> bounds) => Draw(outward, point, bounds);

    /// <summary>From where a point can be reached.</summary>
    /// <param name="bounds">At most a day each, in any order; the answer has the same order.</param>
    public IReadOnlyList<Isochrone> To(GeoPoint point, IReadOnlyList<Duration> bounds) => Draw(inward.Value, point, bounds);

    private Isochrone[] Draw(ReachSearch search, GeoPoint point, IReadOnlyList<Duration> bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        foreach (var bound in bounds)
        {
            if (bound.Seconds is < 0 or > MostSeconds)
                throw new ArgumentOutOfRangeException(nameof(bounds), bound, $"An isochrone has a bound of 0 to {MostSeconds} seconds.");
        }

        var answer = new Isochrone[bounds.Count];
        if (answer.Length == 0)
            return answer;
        var position = RoadPosition.Of(network.Tables, graph, network.Snap(point, mode, maxSnapMeters));
        var roads = new ReachedRoads(network.Tables, position.IsOnRoad ? search.Run(position, 1000 * bounds.Max().Seconds) : []);
        if (roads.IsEmpty)
            return [.. bounds.Select(bound => new Isochrone(bound, AreaContours.Nothing, 0))];

        var level = options.BesideCells;
        var field = new DistanceField(roads.Box(), level + BeyondTheLine, options.CellMeters, options.MostNodes);
        var drawn = -1;
        foreach (var index in Enumerable.Range(0, answer.Length).OrderBy(i => bounds[i]))
        {
            var milliseconds = 1000 * bounds[index].Seconds;
            roads.Draw(field, drawn, milliseconds);
            drawn = milliseconds;
            var area = AreaContours.Draw(field, level, options.FillHolesSquareMeters / (field.CellMeters * field.CellMeters));
            answer[index] = new Isochrone(bounds[index], area, (level + Math.Sqrt(2)) * field.CellMeters);
        }

        return answer;
    }
}
