using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Guidance;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Search;
using Territory.Roads.Snapping;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Snapping;

/// <summary>Stops that are arrived at on the vehicle's own side: matrices and routes against plain Dijkstra, turn lists against the side they tell.</summary>
public sealed class StopApproachTests
{
    /// <summary>
    /// The main street from west to east with a street parallel to it 200 m north, joined at both ends, and a long street on to the east in which to turn. From 100 m
    /// a shop at 400 m on the right is 300 m on; one on the left is come to from the east: 100 m back, 200 and 1,000 and 200 m round, and 600 m down the street.
    /// </summary>
    [Theory]
    [InlineData(-6, false, 300)]
    [InlineData(6, false, 2100)]
    [InlineData(0.5, false, 300)]
    [InlineData(6, true, 300)]
    [InlineData(-6, true, 2100)]
    public void Compute_OwnSide_ComesFromTheSideOfTheStop(double north, bool drivesOnLeft, int meters)
    {
        var network = new Drawing { DrivesOnLeft = drivesOnLeft }
            .Road("Main", RoadClass.Residential, (0, 0), (1000, 0))
            .Road("Round", RoadClass.Residential, (0, 0), (0, 200), (1000, 200), (1000, 0))
            .Road("On", RoadClass.Residential, (1000, 0), (3000, 0))
            .Build();
        GeoPoint[] points = [Drawing.At(100, 0), Drawing.At(400, north)];

        var matrix = new TravelMatrixBuilder(network, approach: StopApproach.OwnSide).Compute(points, TravelMode.Van);

        matrix.DistanceBetween(0, 1).Meters.ShouldBeInRange(meters - 1, meters + 1);
        matrix.DistanceBetween(1, 0).Meters.ShouldBeInRange(299, 301);
        new TravelMatrixBuilder(network, approach: StopApproach.OwnSide).Compute(points, TravelMode.Foot).DistanceBetween(0, 1).Meters.ShouldBeInRange(299, 301);
        new TravelMatrixBuilder(network).Compute(points, TravelMode.Van).DistanceBetween(0, 1).Meters.ShouldBeInRange(299, 301);
    }

    [Fact]
    public void Compute_OwnSideOfOneWayRoads_IsEitherSide()
    {
        var network = new Drawing()
            .OneWay("Main", RoadClass.Residential, (0, 0), (1000, 0))
            .OneWay("Round", RoadClass.Residential, (1000, 0), (1000, 200), (0, 200), (0, 0))
            .Build();
        GeoPoint[] points = [Drawing.At(100, 0), Drawing.At(400, 8), Drawing.At(700, -8), Drawing.At(500, 210)];

        var ownSide = new TravelMatrixBuilder(network, approach: StopApproach.OwnSide).Compute(points, TravelMode.Van);

        ownSide.Meters.ToArray().ShouldBe(new TravelMatrixBuilder(network).Compute(points, TravelMode.Van).Meters.ToArray());
    }

    [Fact]
    public void Compute_RandomNetworks_EqualsPlainSearchAndArrivesWithTheStopOnItsOwnSide()
    {
        var bound = 0;
        for (var seed = 1; seed <= Draws.Of(25); seed++)
        {
            var (network, points) = Draw(new Random(seed), drivesOnLeft: seed % 2 == 0);
            var graph = network.HierarchyFor(TravelMode.Van).Graph;
            var own = network.DrivesOnLeft ? RoadSide.Left : RoadSide.Right;
            var matrix = new TravelMatrixBuilder(network, threads: 2, approach: StopApproach.OwnSide).Compute(points, TravelMode.Van);
            var finder = new RouteFinder(network, approach: StopApproach.OwnSide);
            var search = new TurnSearch(graph);
            for (var i = 0; i < points.Length; i++)
            {
                var source = RoadPosition.Of(network.Tables, graph, network.Snap(points[i], TravelMode.Van));
                search.Run(source);
                for (var j = 0; j < points.Length; j++)
                {
                    if (i == j || network.Snap(points[j], TravelMode.Van) is not { } stop)
                        continue;
                    var cost = search.CostTo(source, RoadPosition.OfStop(network.Tables, graph, stop, StopApproach.OwnSide));
                    var expected = cost.IsReached ? (cost.Seconds, cost.Meters) : (TravelMatrix.Unreachable, TravelMatrix.Unreachable);
                    var cell = (i * points.Length) + j;
                    (matrix.Seconds[cell], matrix.Meters[cell]).ShouldBe(expected, $"seed {seed}: {i} to {j}");
                    var route = finder.FindRoute(points[i], points[j], TravelMode.Van);
                    (route?.TravelTime.Seconds ?? TravelMatrix.Unreachable, route?.Length.Meters ?? TravelMatrix.Unreachable).ShouldBe(expected, $"seed {seed}: {i} to {j}");
                    if (route is null || stop.Side == RoadSide.On || !graph.IsArcOpen(2 * stop.Segment) || !graph.IsArcOpen((2 * stop.Segment) + 1))
                        continue;
                    new TurnListBuilder(network).Build(route, 0)[^1].Side.ShouldBe(own, $"seed {seed}: {i} to {j}");
                    bound++;
                }
            }
        }

        bound.ShouldBeGreaterThan(1000);
    }

    /// <summary>Streets of two ways and of one, signs over them, and points of which half lie beside one street.</summary>
    private static (RoadNetwork Network, GeoPoint[] Points) Draw(Random random, bool drivesOnLeft)
    {
        const int Nodes = 16;
        const int Ways = 26;
        var builder = new RoadNetworkBuilder { DrivesOnLeft = drivesOnLeft };
        for (var i = 0; i < Nodes; i++)
            builder.AddNode(Anywhere());
        for (var i = 0; i < Ways; i++)
        {
            builder.AddWay(new RoadWay
            {
                Nodes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(Nodes))],
                Class = (RoadClass)random.Next((int)RoadClass.Track),
                Direction = random.Next(3) == 0 ? WayDirection.Forward : WayDirection.Both,
            });
        }

        for (var i = 0; i < 12; i++)
            builder.AddRestriction(new WayRestriction(random.Next(3) == 0, random.Next(Ways), null, [random.Next(Ways)], random.Next(Ways), TravelModes.All));
        var network = builder.Build();
        var line = network.Polyline(random.Next(network.SegmentCount));
        var points = Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? Anywhere() : Beside(random.NextDouble())).ToArray();
        return (network, points);

        GeoPoint Anywhere() => new(113.20 + (random.NextDouble() * 0.02), 23.10 + (random.NextDouble() * 0.02));

        GeoPoint Beside(double share) => new(
            line[0].Longitude + (share * (line[1].Longitude - line[0].Longitude)) + ((random.NextDouble() - 0.5) * 0.0004),
            line[0].Latitude + (share * (line[1].Latitude - line[0].Latitude)) + ((random.NextDouble() - 0.5) * 0.0004));
    }
}
