using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>
/// A few streets drawn by hand for closed-form expectations: corners are letters on a map of text, a column or row apart is a thousandth of a degree at
/// the equator, each street takes ten seconds each way. Turning round takes seven seconds; nothing else does unless said otherwise.
/// </summary>
internal sealed class Streets
{
    public const int StreetMilliseconds = 10_000;
    public const int UTurn = 7_000;

    private readonly RoadNetworkBuilder builder = new();
    private readonly Dictionary<char, int> corners = [];
    private readonly List<string> names = [];
    private RoadNetwork? network;
    private RoadHierarchy? hierarchy;

    /// <param name="map">Rows from north to south; letters are corners, anything else is nothing.</param>
    public Streets(params string[] map)
    {
        for (var row = 0; row < map.Length; row++)
        {
            for (var column = 0; column < map[row].Length; column++)
            {
                if (char.IsLetter(map[row][column]))
                    corners.Add(map[row][column], builder.AddNode(new GeoPoint(column * 0.001, (map.Length - 1 - row) * 0.001)));
            }
        }
    }

    public TravelMode Mode { get; init; } = TravelMode.Car;

    public TurnCosts Costs { get; init; } = new() { UTurnMilliseconds = UTurn };

    public RoadHierarchy Hierarchy => hierarchy ??= Prepare();

    public TurnGraph Graph => Hierarchy.Graph;

    public RoadNetwork Network => network ??= builder.Build();

    /// <summary>
    /// Streets with two or more corners each; those in between are mere bends unless another street ends there. A name begins with '>' for a one-way street.
    /// </summary>
    public Streets With(params string[] streets)
    {
        foreach (var street in streets)
        {
            builder.AddWay(new RoadWay
            {
                Nodes = [.. street.TrimStart('>').Select(corner => corners[corner])],
                Class = RoadClass.Residential,
                Direction = street[0] == '>' ? WayDirection.Forward : WayDirection.Both,
            });
            names.Add(street.TrimStart('>'));
        }

        return this;
    }

    public Streets Barrier(char corner)
    {
        builder.AddBarrier(corners[corner], TravelModes.Motor);
        return this;
    }

    /// <summary>Lights at a corner; the last thing to be said of the streets.</summary>
    public Streets Signal(char corner)
    {
        var segment = Network.Segment(names.FindIndex(name => name[0] == corner || name[^1] == corner));
        Network.Tables.NodeSignals[names[segment.Index][0] == corner ? segment.FromNode : segment.ToNode] = 1;
        return this;
    }

    public Streets No(params string[] streets) => Restrict(false, streets);

    public Streets NoUTurn(string street, char corner) => Restrict(false, [street, street], corner);

    public Streets Only(params string[] streets) => Restrict(true, streets);

    /// <summary>
    /// Milliseconds between places so far along streets, the same by plain search, by the hierarchy and by the sweep of a matrix; null when there is no way.
    /// </summary>
    public long? Cost(string street, double fraction, string toStreet, double toFraction)
    {
        var (source, target) = (Place(street, fraction), Place(toStreet, toFraction));
        var cost = new PointSearch(Hierarchy).Cost(source, target);
        var plain = new TurnSearch(Graph);
        plain.Run(source);
        plain.CostTo(source, target).Packed.ShouldBe(cost.Packed, "plain search and hierarchy");
        Span<int> seconds = [0];
        Span<int> meters = [0];
        new MatrixWorker(Hierarchy, new TargetPlaces([target], Hierarchy)).Fill([source], seconds, meters);
        (seconds[0], meters[0]).ShouldBe(cost.IsReached ? (cost.Seconds, cost.Meters) : (TravelMatrix.Unreachable, TravelMatrix.Unreachable), "matrix");
        return cost.IsReached ? cost.Milliseconds : null;
    }

    /// <summary>The streets that the best way follows, each as travelled.</summary>
    public string Way(string street, double fraction, string toStreet, double toFraction)
    {
        var path = new PointSearch(Hierarchy).Path(Place(street, fraction), Place(toStreet, toFraction)).ShouldNotBeNull();
        var arcs = path.Vertices.Select(vertex => Graph.Arcs[vertex]);
        return string.Join(' ', arcs.Select(arc => arc % 2 == 0 ? names[arc / 2] : string.Concat(names[arc / 2].Reverse())));
    }

    public RoadPosition Place(string street, double fraction)
    {
        var segment = names.IndexOf(street);
        return segment >= 0
            ? new PlaceOnRoad(segment, fraction).In(Network.Tables, Graph)
            : new PlaceOnRoad(names.IndexOf(string.Concat(street.Reverse())), 1 - fraction).In(Network.Tables, Graph);
    }

    /// <summary>Whether the street's direction, as named, belongs to the network that the mode can travel to and fro.</summary>
    public bool Contains(string street)
    {
        var segment = names.IndexOf(street);
        return Graph.VertexOfArc[segment >= 0 ? 2 * segment : (2 * names.IndexOf(string.Concat(street.Reverse()))) + 1] >= 0;
    }

    private Streets Restrict(bool isMandatory, string[] streets) =>
        Restrict(isMandatory, streets, streets[0].Contains(streets[1][0], StringComparison.Ordinal) ? streets[1][0] : streets[1][^1]);

    private Streets Restrict(bool isMandatory, string[] streets, char via)
    {
        int[] ways = [.. streets.Select(street => names.IndexOf(street))];
        builder.AddRestriction(new WayRestriction(isMandatory, ways[0], ways.Length == 2 ? corners[via] : null, ways[1..^1], ways[^1], TravelModes.Motor));
        return this;
    }

    private RoadHierarchy Prepare()
    {
        Network.SegmentCount.ShouldBe(names.Count, "a street is a segment");
        var times = new int[2 * names.Count];
        for (var arc = 0; arc < times.Length; arc++)
        {
            var isOpen = ((arc & 1) == 0 ? Network.Segment(arc / 2).Forward : Network.Segment(arc / 2).Backward).Includes(Mode);
            times[arc] = isOpen ? StreetMilliseconds : ArcTimes.Closed;
        }

        return RoadHierarchy.Prepare(TurnGraphBuilder.Build(Network.Tables, TravelProfile.For(Mode), new ArcTimes(times), Costs));
    }
}
