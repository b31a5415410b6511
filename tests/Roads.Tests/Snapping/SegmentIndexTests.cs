using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Snapping;

public sealed class SegmentIndexTests(MaltaExtract malta)
{
    /// <summary>The oracle looks at every piece of the main network and narrows down its nearest point by great-circle distance, which falls and then rises along it.</summary>
    [Fact]
    public void Snap_RandomNetworks_FindsTheNearestRoad()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = RandomNetwork.Create(seed);
            foreach (var point in random.Points)
            {
                var snapped = random.Network.Snap(point, TravelMode.Car, 50_000).ShouldNotBeNull();
                var nearest = Enumerable.Range(0, random.Network.SegmentCount)
                    .Where(segment => random.Network.IsMain(segment, TravelMode.Car))
                    .SelectMany(segment => random.Network.Polyline(segment).Zip(random.Network.Polyline(segment).Skip(1)))
                    .Min(piece => MetersToPiece(point, piece.First, piece.Second));
                snapped.DistanceMeters.ShouldBe(nearest, 0.02 + (nearest * 0.001));
                point.MetersTo(snapped.Location).ShouldBe(snapped.DistanceMeters, 0.01 + (nearest * 0.001));
            }
        }
    }

    /// <summary>0.0025 of 0.01 degrees: a quarter along the segment, in whichever direction it was drawn.</summary>
    [Fact]
    public void Snap_PointBesideRoad_TellsFractionAndDistance()
    {
        var builder = new RoadNetworkBuilder();
        var nodes = new[] { new GeoPoint(0, 0), new GeoPoint(0.005, 0), new GeoPoint(0.01, 0) }.Select(builder.AddNode).ToArray();
        builder.AddWay(new RoadWay { Nodes = nodes, Class = RoadClass.Residential });

        var snapped = builder.Build().Snap(new GeoPoint(0.0025, 0.001), TravelMode.Van).ShouldNotBeNull();

        snapped.Fraction.ShouldBe(0.25, 1e-9);
        snapped.DistanceMeters.ShouldBe(111.195, 0.001);
        snapped.Location.Longitude.ShouldBe(0.0025, 1e-9);
    }

    /// <summary>The oracle looks at every road of the main network by itself.</summary>
    [Fact]
    public void SnapAll_RandomNetworks_FindsEveryRoadWithinTheRadiusNearestFirst()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = RandomNetwork.Create(seed);
            foreach (var point in random.Points)
            {
                var all = Enumerable.Range(0, random.Network.SegmentCount)
                    .Where(segment => random.Network.IsMain(segment, TravelMode.Car))
                    .Select(segment => (Segment: segment, Meters: random.Network.Polyline(segment).Zip(random.Network.Polyline(segment).Skip(1)).Min(piece => MetersToPiece(point, piece.First, piece.Second))))
                    .ToDictionary(pair => pair.Segment, pair => pair.Meters);

                var found = random.Network.SnapAll(point, TravelMode.Car, 400, int.MaxValue);

                // The plane is off by a thousandth at most.
                found.Select(snapped => snapped.Segment).ShouldBeSubsetOf(all.Where(pair => pair.Value < 401).Select(pair => pair.Key));
                all.Where(pair => pair.Value < 399).Select(pair => pair.Key).ShouldBeSubsetOf(found.Select(snapped => snapped.Segment));

                // Roads that end in one node are equally near whatever the last bits say; then the lowest number comes first.
                found.Zip(found.Skip(1)).ShouldAllBe(pair => pair.First.DistanceMeters < pair.Second.DistanceMeters + 1e-6);
                foreach (var snapped in found)
                    snapped.DistanceMeters.ShouldBe(all[snapped.Segment], 0.5);
                random.Network.SnapAll(point, TravelMode.Car, 400, 2).ShouldBe(found.Take(2));
                if (random.Network.Snap(point, TravelMode.Car, 400) is { } nearest)
                    found[0].DistanceMeters.ShouldBe(nearest.DistanceMeters, 1e-6);
            }
        }
    }

    [Fact]
    public void Snap_NothingWithinTheLimit_IsNull()
    {
        var network = RandomNetwork.Create(1).Network;

        network.Snap(new GeoPoint(100, 30), TravelMode.Car).ShouldBeNull();
        network.Snap(new GeoPoint(double.NaN, 30), TravelMode.Car).ShouldBeNull();
        new RoadNetworkBuilder().Build().Snap(new GeoPoint(100, 30), TravelMode.Car).ShouldBeNull();
    }

    /// <summary>By the data folder's README 34 outlets have a road outside the main network nearest to them.</summary>
    [Fact]
    public void Snap_EveryOutletOfMalta_LiesOnTheMainNetwork()
    {
        var roads = malta.Extract.Roads;
        foreach (var outlet in malta.Extract.Outlets)
        {
            var snapped = roads.Snap(outlet.Location, TravelMode.Van).ShouldNotBeNull(outlet.Id);
            roads.IsMain(snapped.Segment, TravelMode.Van).ShouldBeTrue(outlet.Id);
            roads.Snap(outlet.Location, TravelMode.Van).ShouldBe(snapped);
        }
    }

    [Fact]
    public void Snap_AfterAnotherImportOrLoad_GivesTheSamePlace()
    {
        using var file = new TemporaryFile(".roads");
        malta.Extract.Roads.Save(file.Path);
        var loaded = RoadNetwork.Load(file.Path);

        foreach (var outlet in malta.Extract.Outlets.Take(300))
            loaded.Snap(outlet.Location, TravelMode.Van).ShouldBe(malta.Extract.Roads.Snap(outlet.Location, TravelMode.Van));
    }

    private static double MetersToPiece(GeoPoint point, GeoPoint a, GeoPoint b)
    {
        double low = 0, high = 1;
        for (var step = 0; step < 80; step++)
        {
            var third = (high - low) / 3;
            if (point.MetersTo(Between(a, b, low + third)) < point.MetersTo(Between(a, b, high - third)))
                high -= third;
            else
                low += third;
        }

        return point.MetersTo(Between(a, b, low));
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double share) =>
        new(a.Longitude + (share * (b.Longitude - a.Longitude)), a.Latitude + (share * (b.Latitude - a.Latitude)));
}
