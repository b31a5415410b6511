using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Routes;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class RoadHierarchyTests
{
    [Fact]
    public void Prepare_SameNetworkAgain_IsTheSameToTheLastNumber()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (one, other) = (RandomTurns.Create(seed).Hierarchy, RandomTurns.Create(seed).Hierarchy);

            other.Graph.Arcs.ShouldBe(one.Graph.Arcs);
            other.Graph.TurnHeads.ShouldBe(one.Graph.TurnHeads);
            other.Graph.TurnSteps.ShouldBe(one.Graph.TurnSteps);
            other.Topology.Out.Upper.ShouldBe(one.Topology.Out.Upper);
            other.Topology.In.Upper.ShouldBe(one.Topology.In.Upper);
            other.Weights.Out.ShouldBe(one.Weights.Out);
            other.Weights.In.ShouldBe(one.Weights.In);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Compute_NetworksWithRestrictions_IsTheSameOnAnyNumberOfThreads(int threads)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var given = RandomTurns.Create(800_000 + seed);
            var places = given.Network.Bounds;
            var random = new Random(seed);
            GeoPoint[] points = [.. Enumerable.Range(0, 40).Select(_ => new GeoPoint(
                places.West + (random.NextDouble() * (places.East - places.West)), places.South + (random.NextDouble() * (places.North - places.South))))];

            var one = new TravelMatrixBuilder(given.Network).Compute(points, TravelMode.Car);
            var several = new TravelMatrixBuilder(given.Network, threads).Compute(points, TravelMode.Car);

            several.Seconds.SequenceEqual(one.Seconds).ShouldBeTrue();
            several.Meters.SequenceEqual(one.Meters).ShouldBeTrue();
        }
    }

    /// <summary>Where turns are free and nothing is forbidden a stop on the way costs nothing: to the millisecond, for places on segments too.</summary>
    [Fact]
    public void Cost_FreeTurnsAndNoRestrictions_ObeysTheTriangleInequality()
    {
        for (var seed = 1; seed <= Draws.Of(40); seed++)
        {
            var given = RandomTurns.Create(900_000 + seed);
            var graph = TurnGraphBuilder.Build(given.Network.Tables, TravelProfile.Foot, given.Times, TurnCosts.None);
            var segments = Enumerable.Range(0, given.Network.SegmentCount).Where(graph.Contains).ToArray();
            var random = new Random(seed);
            RoadPosition[] positions = [.. Enumerable.Range(0, 10).Select(_ =>
                new PlaceOnRoad(segments[random.Next(segments.Length)], random.NextDouble()).In(given.Network.Tables, graph))];
            var search = new PointSearch(RoadHierarchy.Prepare(graph));
            var costs = positions.Select(source => positions.Select(target => search.Cost(source, target)).ToArray()).ToArray();
            for (var i = 0; i < positions.Length; i++)
            {
                for (var j = 0; j < positions.Length; j++)
                {
                    for (var k = 0; k < positions.Length; k++)
                        costs[i][j].Packed.ShouldBeLessThanOrEqualTo((costs[i][k] + costs[k][j]).Packed, $"seed {900_000 + seed}: {i} over {k} to {j}");
                }
            }
        }
    }

    /// <summary>All junctions in one place: the roads have no length to speak of, and nothing to cut by but their numbers.</summary>
    [Fact]
    public void Cost_AllJunctionsInOnePlace_AgreesWithPlainSearch()
    {
        var builder = new RoadNetworkBuilder();
        var random = new Random(5);
        for (var node = 0; node < 80; node++)
            builder.AddNode(new GeoPoint(14.5, 35.9));
        for (var way = 0; way < 150; way++)
            builder.AddWay(new RoadWay { Nodes = [random.Next(80), random.Next(80)], Class = RoadClass.Residential, Direction = (WayDirection)random.Next(3) });
        var network = builder.Build();
        var times = new ArcTimes([.. Enumerable.Range(0, 2 * network.SegmentCount).Select(arc =>
            (arc % 2 == 0 ? network.Segment(arc / 2).Forward : network.Segment(arc / 2).Backward).Includes(TravelMode.Car) ? 1 : ArcTimes.Closed)]);
        var graph = TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, times, new TurnCosts { FarSideMilliseconds = 3 });
        var (plain, search) = (new TurnSearch(graph), new PointSearch(RoadHierarchy.Prepare(graph)));
        RoadPosition[] positions = [.. Enumerable.Range(0, network.SegmentCount).Where(graph.Contains).Take(40)
            .Select((segment, i) => new PlaceOnRoad(segment, i % 3 / 2.0).In(network.Tables, graph))];

        positions.Length.ShouldBe(40);
        foreach (var source in positions)
        {
            plain.Run(source);
            foreach (var target in positions)
                search.Cost(source, target).ShouldBe(plain.CostTo(source, target));
        }
    }

    /// <summary>
    /// A network of a thousand arcs and more, such as another island's, is kept, and no way leads there: that is said, not a huge number given. A smaller
    /// one is left out, and points near it are put on a network that is kept.
    /// </summary>
    [Fact]
    public void Compute_SecondNetwork_IsKeptFromAThousandArcsOnAndUnreachable()
    {
        var builder = new RoadNetworkBuilder();
        AddGrid(builder, 20, 0);
        AddGrid(builder, 17, 1);
        AddGrid(builder, 16, 2);
        var network = builder.Build();
        GeoPoint[] points = [new(0.001, 0.0012), new(0.015, 0.0112), new(1.001, 0.0012), new(1.012, 0.0102), new(2.001, 0.0012)];

        network.ComponentSizes(TravelMode.Foot).ShouldBe([4 * 20 * 19, 4 * 17 * 16, 4 * 16 * 15]);
        network.ArcCount(TravelMode.Foot).ShouldBe((4 * 20 * 19) + (4 * 17 * 16));
        network.Snap(points[4], TravelMode.Foot, maxMeters: 5_000).ShouldBeNull();
        var matrix = new TravelMatrixBuilder(network).Compute(points, TravelMode.Foot);

        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                var isReachable = i == j || (i < 2 && j < 2) || (i is 2 or 3 && j is 2 or 3);
                matrix.IsReachable(i, j).ShouldBe(isReachable, $"{i} to {j}");
                if (!isReachable)
                    (matrix.Seconds[(5 * i) + j], matrix.Meters[(5 * i) + j]).ShouldBe((TravelMatrix.Unreachable, TravelMatrix.Unreachable));
            }
        }

        var search = new PointSearch(network.HierarchyFor(TravelMode.Foot));
        search.Path(On(points[0]), On(points[2])).ShouldBeNull();
        search.Cost(On(points[2]), On(points[0])).IsReached.ShouldBeFalse();

        RoadPosition On(GeoPoint point) => RoadPosition.Of(network.Tables, network.HierarchyFor(TravelMode.Foot).Graph, network.Snap(point, TravelMode.Foot));
    }

    /// <summary>
    /// The public way from points to a matrix and to routes, with the turns of the profiles themselves: for each pair of points that are put on a road, what
    /// the search over histories finds, and as many streets and as long.
    /// </summary>
    [Theory]
    [InlineData(TravelMode.Car)]
    [InlineData(TravelMode.Motorbike)]
    [InlineData(TravelMode.Foot)]
    public void Compute_RandomNetworks_AgreesWithSearchOverHistories(TravelMode mode)
    {
        var profile = TravelProfile.For(mode);
        for (var seed = 1; seed <= Draws.Of(25); seed++)
        {
            var network = RandomTurns.Create(950_000 + seed).Network;
            var graph = network.HierarchyFor(mode).Graph;
            var times = new ArcTimes([.. Enumerable.Range(0, 2 * network.SegmentCount).Select(arc => profile.MillisecondsAlong(network.Tables, arc / 2, arc % 2 == 0))]);
            var paths = new HistoryPaths(network, profile, profile.Turns, times);
            var kept = Enumerable.Range(0, 2 * network.SegmentCount).Where(arc => graph.VertexOfArc[arc] >= 0).ToHashSet();
            var (arcs, leadsInto) = paths.Networks().Single(part => part.Arcs.SetEquals(kept));
            var random = new Random(seed);
            GeoPoint[] points = [.. Enumerable.Range(0, 10).Select(_ => network.NodePoint(random.Next(network.NodeCount))), network.NodePoint(0), network.NodePoint(0)];
            PlaceOnRoad[] places = [.. points.Select(point => network.Snap(point, mode)!.Value).Select(snapped => new PlaceOnRoad(snapped.Segment, snapped.Fraction))];

            var matrix = new TravelMatrixBuilder(network).Compute(points, mode);

            for (var i = 0; i < points.Length; i++)
            {
                var costs = paths.Costs(places[i], places, arcs, leadsInto);
                for (var j = 0; j < points.Length; j++)
                {
                    var about = $"seed {950_000 + seed}: {i} to {j}";
                    var cost = costs[j].ShouldNotBeNull(about);
                    ((long)matrix.TimeBetween(i, j).Seconds).ShouldBe((cost.Milliseconds + 500) / 1000, about);
                    ((long)matrix.DistanceBetween(i, j).Meters).ShouldBe((cost.Centimeters + 50) / 100, about);
                    var leg = new RouteFinder(network).FindRoute(points[i], points[j], mode).ShouldNotBeNull(about).Legs.ShouldHaveSingleItem();
                    (leg.TravelTime, leg.Length).ShouldBe((matrix.TimeBetween(i, j), matrix.DistanceBetween(i, j)), about);
                }
            }
        }
    }

    private static void AddGrid(RoadNetworkBuilder builder, int width, double west)
    {
        var nodes = new int[width, width];
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < width; j++)
            {
                nodes[i, j] = builder.AddNode(new GeoPoint(west + (i * 0.001), j * 0.001));
                if (i > 0)
                    builder.AddWay(new RoadWay { Nodes = [nodes[i - 1, j], nodes[i, j]], Class = RoadClass.Residential });
                if (j > 0)
                    builder.AddWay(new RoadWay { Nodes = [nodes[i, j - 1], nodes[i, j]], Class = RoadClass.Residential });
            }
        }
    }
}
