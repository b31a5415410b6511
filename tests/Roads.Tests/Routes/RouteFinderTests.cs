using System.Text.Json;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Routes;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Routes;

public sealed class RouteFinderTests
{
    /// <summary>The matrix, itself checked against Floyd-Warshall, is the oracle for cost; the great circle along the polyline is the oracle for geometry.</summary>
    [Fact]
    public void RouteThrough_RandomNetworks_AgreesWithTheMatrixAndItsOwnGeometry()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = RandomNetwork.Create(seed);
            var matrix = new TravelMatrixBuilder(random.Network).Compute(random.Points, TravelMode.Car);

            var route = new RouteFinder(random.Network).RouteThrough(random.Points, TravelMode.Car).ShouldNotBeNull($"seed {seed}");

            route.Legs.Count.ShouldBe(random.Points.Count - 1);
            for (var leg = 0; leg < route.Legs.Count; leg++)
            {
                route.Legs[leg].TravelTime.ShouldBe(matrix.TimeBetween(leg, leg + 1), $"seed {seed} leg {leg}");
                route.Legs[leg].Length.ShouldBe(matrix.DistanceBetween(leg, leg + 1), $"seed {seed} leg {leg}");
                var line = route.LegPolyline(leg);
                line.Zip(line.Skip(1)).Sum(piece => piece.First.MetersTo(piece.Second)).ShouldBe(route.Legs[leg].Length.Meters, 1.5, $"seed {seed} leg {leg}");
                line[0].MetersTo(random.Network.Snap(random.Points[leg], TravelMode.Car)!.Value.Location).ShouldBeLessThan(0.02);
                line[^1].MetersTo(random.Network.Snap(random.Points[leg + 1], TravelMode.Car)!.Value.Location).ShouldBeLessThan(0.02);
            }
        }
    }

    [Fact]
    public void PositionAt_AlongALeg_MovesForwardFromStartToEnd()
    {
        var random = RandomNetwork.Create(2);
        var route = new RouteFinder(random.Network).RouteThrough(random.Points, TravelMode.Van).ShouldNotBeNull();
        for (var leg = 0; leg < route.Legs.Count; leg++)
        {
            var line = route.LegPolyline(leg);
            var total = route.Legs[leg].TravelTime.Seconds;
            var travelled = 0.0;
            var last = line[0];
            for (var second = 0; second <= total + 1; second++)
            {
                var position = route.PositionAt(leg, second);
                travelled += last.MetersTo(position);
                last = position;
            }

            last.ShouldBe(line[^1]);

            // Chords between one-second positions cut corners, so they are a little shorter than the road and never longer.
            travelled.ShouldBeLessThanOrEqualTo(route.Legs[leg].Length.Meters + 1.5);
            travelled.ShouldBeGreaterThan((route.Legs[leg].Length.Meters * 0.9) - 30);
            route.PositionAt(leg, -5).ShouldBe(line[0]);
            route.PositionAt(leg, double.NaN).ShouldBe(line[0]);
        }
    }

    /// <summary>Two roads of 0.01 degrees each, 30 km/h and 60 km/h as the car profile holds 80 % of 37.5 and 75: two thirds of the time go to the first.</summary>
    [Fact]
    public void PositionAt_RoadsOfDifferentSpeed_FollowsTheTimeOfEach()
    {
        var builder = new RoadNetworkBuilder();
        var nodes = new[] { new GeoPoint(0, 0), new GeoPoint(0.01, 0), new GeoPoint(0.02, 0) }.Select(builder.AddNode).ToArray();
        builder.AddWay(new RoadWay { Nodes = [nodes[0], nodes[1]], Class = RoadClass.Primary, MaxSpeedKmh = 37.5 });
        builder.AddWay(new RoadWay { Nodes = [nodes[1], nodes[2]], Class = RoadClass.Primary, MaxSpeedKmh = 75 });

        var route = new RouteFinder(builder.Build()).FindRoute(new GeoPoint(0, 0), new GeoPoint(0.02, 0), TravelMode.Car).ShouldNotBeNull();

        route.TravelTime.Seconds.ShouldBe(200);
        route.PositionAt(0, 66.717).Longitude.ShouldBe(0.005, 1e-5);
        route.PositionAt(0, 133.434).Longitude.ShouldBe(0.01, 1e-5);
        route.PositionAt(0, 166.793).Longitude.ShouldBe(0.015, 1e-5);
    }

    /// <summary>1,111.95 m at the profile's 25 km/h take 160.12 s; then the lights take 8 s, which the vehicle spends at the junction and not on the way to it.</summary>
    [Fact]
    public void PositionAt_JunctionWithLights_IsThereWhileItWaits()
    {
        var builder = new RoadNetworkBuilder();
        var nodes = new[] { new GeoPoint(0, 0), new GeoPoint(0.01, 0), new GeoPoint(0.01, 0.01), new GeoPoint(0.02, 0) }.Select(builder.AddNode).ToArray();
        foreach (var end in new[] { nodes[0], nodes[2], nodes[3] })
            builder.AddWay(new RoadWay { Nodes = [end, nodes[1]], Class = RoadClass.Residential });
        builder.AddSignals(nodes[1]);
        var network = builder.Build().With(TravelProfile.Parse("""{ "name": "slow lights", "base": "car", "turns": { "signalSeconds": 8 } }""", "test"));

        var route = new RouteFinder(network).FindRoute(new GeoPoint(0, 0), new GeoPoint(0.01, 0.01), TravelMode.Car).ShouldNotBeNull();

        route.PositionAt(0, 80.06).Longitude.ShouldBe(0.005, 1e-6);
        foreach (var waiting in new[] { 160.2, 164, 168 })
        {
            route.PositionAt(0, waiting).ShouldBe(new GeoPoint(0.01, 0));
            route.BearingAt(0, waiting).ShouldBe(90);
        }

        route.BearingAt(0, -1).ShouldBe(90);
        route.BearingAt(0, route.TravelTime.Seconds - 10).ShouldBe(0);
        route.BearingAt(0, route.TravelTime.Seconds + 10).ShouldBe(0);
    }

    [Fact]
    public void FindRoute_SamePlaceTwice_IsARouteOfNoLength()
    {
        var random = RandomNetwork.Create(2);

        var route = new RouteFinder(random.Network).FindRoute(random.Points[0], random.Points[0], TravelMode.Car).ShouldNotBeNull();

        route.Length.Meters.ShouldBe(0);
        route.PositionAt(0, 10).ShouldBe(route.Polyline[0]);
        route.BearingAt(0, 10).ShouldBe(0);
    }

    [Fact]
    public void FindRoute_NoRoadNear_IsNull() =>
        new RouteFinder(RandomNetwork.Create(2).Network).FindRoute(new GeoPoint(100, 30), new GeoPoint(113.21, 23.11), TravelMode.Car).ShouldBeNull();

    [Fact]
    public void Write_Route_IsGeoJsonWithOneLineStringPerLeg()
    {
        var random = RandomNetwork.Create(2);
        var route = new RouteFinder(random.Network).RouteThrough([random.Points[0], random.Points[1], random.Points[1]], TravelMode.Car).ShouldNotBeNull();

        using var document = JsonDocument.Parse(RouteGeoJson.Write(route));

        var features = document.RootElement.GetProperty("features").EnumerateArray().ToArray();
        features.Length.ShouldBe(2);
        features.ShouldAllBe(feature => feature.GetProperty("geometry").GetProperty("type").GetString() == "LineString");
        features.ShouldAllBe(feature => feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength() >= 2);
        features[0].GetProperty("properties").GetProperty("seconds").GetInt32().ShouldBe(route.Legs[0].TravelTime.Seconds);
        features[0].GetProperty("geometry").GetProperty("coordinates")[0][0].GetDouble().ShouldBe(route.Polyline[0].Longitude, 1e-7);
    }
}
