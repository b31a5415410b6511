using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Reach;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Reach;

/// <summary>The oracle is a full row (or column) of the travel matrix, sorted by seconds and then by index.</summary>
public sealed class NearestByRoadTests(MaltaExtract malta)
{
    [Fact]
    public void Find_RandomNetworks_EqualsASortedRow()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = RandomNetwork.Create(seed, points: 60);
            Check(random.Network, [.. random.Points.Take(40)], [.. random.Points.Skip(35)], TravelMode.Car, [1, 3, 10, 100]);
        }
    }

    /// <summary>Places a metre apart on one road, several at the same spot, and the point among them: ties and places behind the point on its own segment.</summary>
    [Fact]
    public void Find_ManyPlacesOnOneSegment_EqualsASortedRow()
    {
        var network = new Drawing()
            .OneWay(null, RoadClass.Residential, (0, 0), (400, 0))
            .Road(null, RoadClass.Residential, (400, 0), (400, 300), (0, 300), (0, 0))
            .Build();
        GeoPoint[] places = [.. Enumerable.Range(0, 60).Select(i => Drawing.At(150 + (i % 25), i % 2)), Drawing.At(390, 250), Drawing.At(10, 290)];

        Check(network, places, [Drawing.At(160, 0), Drawing.At(400, 100), Drawing.At(0, 0)], TravelMode.Van, [1, 7, 30, 62]);
    }

    [Fact]
    public void Find_MaltaOutlets_EqualsASortedRow()
    {
        GeoPoint[] outlets = [.. malta.Extract.Outlets.Select(outlet => outlet.Location)];

        Check(malta.Extract.Roads, outlets, [.. outlets.Where((_, i) => i % 97 == 0), new GeoPoint(14.45, 35.9)], TravelMode.Van, [1, 10, 50]);
    }

    [Fact]
    public void Find_NothingToFind_IsEmpty()
    {
        var network = RandomNetwork.Create(1).Network;
        var nearest = new NearestByRoad(network, [new GeoPoint(100, 30)], TravelMode.Car);

        nearest.From(new GeoPoint(113.21, 23.11), 3).ShouldBeEmpty();
        nearest.To(new GeoPoint(100, 30), 3).ShouldBeEmpty();
        new NearestByRoad(network, [], TravelMode.Car).From(new GeoPoint(113.21, 23.11), 3).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => nearest.From(new GeoPoint(113.21, 23.11), -1));
    }

    private static void Check(RoadNetwork network, GeoPoint[] places, GeoPoint[] points, TravelMode mode, int[] counts)
    {
        var nearest = new NearestByRoad(network, places, mode);
        var builder = new TravelMatrixBuilder(network);
        var from = builder.Compute(points, places, mode);
        var to = builder.Compute(places, points, mode);
        for (var point = 0; point < points.Length; point++)
        {
            var row = Sorted(places.Length, place => (from.SecondsFrom(point)[place], from.MetersFrom(point)[place]));
            var column = Sorted(places.Length, place => (to.SecondsFrom(place)[point], to.MetersFrom(place)[point]));
            foreach (var count in counts)
            {
                nearest.From(points[point], count).Select(Plain).ShouldBe(row.Take(count));
                nearest.To(points[point], count).Select(Plain).ShouldBe(column.Take(count));
            }
        }
    }

    private static (int Index, int Seconds, int Meters) Plain(NearPlace place) => (place.Index, place.TravelTime.Seconds, place.Length.Meters);

    private static (int Index, int Seconds, int Meters)[] Sorted(int count, Func<int, (int Seconds, int Meters)> cell) =>
    [
        .. Enumerable.Range(0, count).Select(place => (Index: place, cell(place).Seconds, cell(place).Meters))
            .Where(entry => entry.Seconds != TravelMatrix.Unreachable)
            .OrderBy(entry => entry.Seconds).ThenBy(entry => entry.Index),
    ];
}
