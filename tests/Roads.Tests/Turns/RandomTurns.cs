using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>
/// A small random network full of what turns depend on: bent and parallel roads, loops, dead ends, one-ways, roads closed to some, barriers, lights,
/// forbidden and mandatory turns over no, one or several ways that share beginnings; with times and turn costs, from a seed.
/// </summary>
internal sealed class RandomTurns
{
    private const double West = 14.40;
    private const double South = 35.88;
    private const double DegreesWide = 0.004;

    private readonly Random random;
    private readonly RoadNetworkBuilder builder = new();
    private readonly List<(int Way, int From, int To, WayDirection Direction)> stretches = [];

    private RandomTurns(int seed)
    {
        random = new Random(seed);
        var junctions = random.Next(4, 11);
        AddRoads(junctions);
        for (var node = 0; node < junctions; node++)
        {
            if (random.Next(18) == 0)
                builder.AddBarrier(node, random.Next(3) == 0 ? TravelModes.All : TravelModes.Motor);
        }

        AddRestrictions(random.Next(junctions));
        Network = builder.Build();
        for (var node = 0; node < Network.NodeCount; node++)
            Network.Tables.NodeSignals[node] = (byte)(random.Next(4) == 0 ? 1 : 0);
        Profile = TravelProfile.For(random.Next(6) == 0 ? TravelMode.Foot : random.Next(3) == 0 ? TravelMode.Motorbike : TravelMode.Car);
        Costs = RandomCosts();
        Times = RandomTimes();
        Graph = TurnGraphBuilder.Build(Network.Tables, Profile, Times, Costs);
        Hierarchy = RoadHierarchy.Prepare(Graph);
    }

    public RoadNetwork Network { get; }

    public TravelProfile Profile { get; }

    public TurnCosts Costs { get; }

    public ArcTimes Times { get; }

    public TurnGraph Graph { get; }

    public RoadHierarchy Hierarchy { get; }

    public static RandomTurns Create(int seed) => new(seed);

    /// <summary>Places on segments that the mode's network contains, junctions, repeated places and places on one segment among them.</summary>
    public PlaceOnRoad[] Places(int count)
    {
        var segments = Enumerable.Range(0, Network.SegmentCount).Where(Graph.Contains).ToArray();
        if (segments.Length == 0)
            return [];
        var places = new PlaceOnRoad[count];
        for (var i = 0; i < count; i++)
        {
            var segment = i > 0 && random.Next(3) == 0 ? places[i - 1].Segment : segments[random.Next(segments.Length)];
            places[i] = random.Next(6) switch
            {
                0 => new PlaceOnRoad(segment, 0),
                1 => new PlaceOnRoad(segment, 1),
                2 when i > 0 => places[random.Next(i)],
                _ => new PlaceOnRoad(segment, random.NextDouble()),
            };
        }

        return places;
    }

    private void AddRoads(int junctions)
    {
        for (var i = 0; i < junctions; i++)
            builder.AddNode(Anywhere());
        for (var i = 1; i < junctions; i++)
            AddRoad(random.Next(i), i, random.Next(8) == 0);
        var more = random.Next(junctions, 2 * junctions);
        for (var i = 0; i < more; i++)
            AddRoad(random.Next(junctions), random.Next(junctions), random.Next(3) == 0);

        // A way over several junctions, so that a way is not always a segment.
        builder.AddWay(new RoadWay { Nodes = [.. Enumerable.Range(0, 4).Select(_ => random.Next(junctions))], Class = RoadClass.Residential });
    }

    private void AddRoad(int from, int to, bool isOneWay)
    {
        var bends = from == to ? random.Next(2, 4) : random.Next(3);
        int[] nodes = [from, .. Enumerable.Range(0, bends).Select(_ => builder.AddNode(Anywhere())), to];
        var direction = isOneWay ? (WayDirection)random.Next(1, 3) : WayDirection.Both;
        var way = builder.AddWay(new RoadWay
        {
            Nodes = nodes,
            Class = RoadClass.Residential,
            Direction = direction,
            Access = random.Next(15) == 0 ? (TravelModes)random.Next(1, 16) : null,
        });
        stretches.Add((way, from, to, direction));
    }

    private void AddRestrictions(int count)
    {
        List<(int Way, int Head)> walk = [];
        var steps = stretches.SelectMany(Directions).ToArray();
        for (var i = 0; i < count; i++)
        {
            if (walk.Count > 2 && random.Next(2) == 0)
            {
                // Over the same ways between from another beginning to another end.
                walk[0] = Any(step => step.Head == walk[0].Head) ?? walk[0];
                walk[^1] = Any(step => step.Tail == walk[^2].Head) ?? walk[^1];
            }
            else
            {
                var keep = random.Next(2) == 0 ? random.Next(walk.Count) : 0;
                walk.RemoveRange(keep, walk.Count - keep);
                var length = random.Next(Math.Max(2, keep + 1), 6);
                while (walk.Count < length && Any(step => walk.Count == 0 || step.Tail == walk[^1].Head) is { } next)
                    walk.Add(next);
            }

            if (walk.Count < 2)
                continue;
            builder.AddRestriction(new WayRestriction(
                random.Next(3) == 0,
                walk[0].Way,
                walk.Count == 2 ? walk[0].Head : null,
                [.. walk.Skip(1).SkipLast(1).Select(step => step.Way)],
                walk[^1].Way,
                random.Next(4) == 0 ? TravelModes.Car : TravelModes.Motor));
        }

        (int Way, int Head)? Any(Func<(int Way, int Tail, int Head), bool> isFit)
        {
            var fitting = steps.Where(isFit).ToArray();
            if (fitting.Length == 0)
                return null;
            var (way, _, head) = fitting[random.Next(fitting.Length)];
            return (way, head);
        }
    }

    private static IEnumerable<(int Way, int Tail, int Head)> Directions((int Way, int From, int To, WayDirection Direction) stretch)
    {
        if (stretch.Direction != WayDirection.Backward)
            yield return (stretch.Way, stretch.From, stretch.To);
        if (stretch.Direction != WayDirection.Forward)
            yield return (stretch.Way, stretch.To, stretch.From);
    }

    private TurnCosts RandomCosts() => new()
    {
        StraightDegrees = random.Next(61),
        NearSideMilliseconds = random.Next(3) * random.Next(2000),
        FarSideMilliseconds = random.Next(3) * random.Next(4000),
        SignalMilliseconds = random.Next(3) * random.Next(3000),
        UTurnMilliseconds = random.Next(3) * random.Next(6000),
        AllowsUTurns = random.Next(3) == 0,
    };

    /// <summary>Half of the networks have times of a few milliseconds, so that many ways take equally long and length decides.</summary>
    private ArcTimes RandomTimes()
    {
        var most = random.Next(2) == 0 ? 4 : 60_000;
        var times = new int[2 * Network.SegmentCount];
        for (var arc = 0; arc < times.Length; arc++)
        {
            var segment = Network.Segment(arc >> 1);
            times[arc] = ((arc & 1) == 0 ? segment.Forward : segment.Backward).Includes(Profile.Mode) ? random.Next(1, most) : ArcTimes.Closed;
        }

        return new ArcTimes(times);
    }

    /// <summary>Half of the points lie on a grid of right angles.</summary>
    private GeoPoint Anywhere() => random.Next(2) == 0
        ? new GeoPoint(West + (random.NextDouble() * DegreesWide), South + (random.NextDouble() * DegreesWide))
        : new GeoPoint(West + (random.Next(5) * DegreesWide / 4), South + (random.Next(5) * DegreesWide / 4));
}
