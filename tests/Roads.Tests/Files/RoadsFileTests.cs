using System.Security.Cryptography;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Map;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Files;

public sealed class RoadsFileTests
{
    [Fact]
    public void Load_AfterSave_IsTheSameNetwork()
    {
        var network = Network();
        using var file = new TemporaryFile(".roads");
        network.Save(file.Path);

        var loaded = RoadNetwork.Load(file.Path);

        loaded.SegmentCount.ShouldBe(network.SegmentCount);
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            loaded.Segment(segment).ShouldBe(network.Segment(segment));
            loaded.Polyline(segment).ShouldBe(network.Polyline(segment));
        }

        loaded.TurnRestrictions.Single().ViaSegments.ShouldBe(network.TurnRestrictions.Single().ViaSegments);
        loaded.MapFeatures.Select(feature => (feature.Kind, feature.Name, feature.NameEn, feature.Rank, feature.Parts[0].Count, feature.Holes.Count))
            .ShouldBe(network.MapFeatures.Select(feature => (feature.Kind, feature.Name, feature.NameEn, feature.Rank, feature.Parts[0].Count, feature.Holes.Count)));
        loaded.ComponentSizes(TravelMode.Car).ShouldBe(network.ComponentSizes(TravelMode.Car));
        var points = RandomNetwork.Create(1).Points;
        new TravelMatrixBuilder(loaded).Compute(points, TravelMode.Car).Seconds
            .SequenceEqual(new TravelMatrixBuilder(network).Compute(points, TravelMode.Car).Seconds).ShouldBeTrue();
    }

    [Fact]
    public void Load_AnyFlippedOrMissingByte_IsRefusedWithTheFile()
    {
        using var file = new TemporaryFile(".roads");
        Network().Save(file.Path);
        var bytes = File.ReadAllBytes(file.Path);
        for (var place = 0; place < bytes.Length; place += 23)
        {
            bytes[place] ^= 0x10;
            ShouldRefuse(bytes);
            bytes[place] ^= 0x10;
            ShouldRefuse(bytes[..place]);
        }

        ShouldRefuse([.. bytes, 0]);
    }

    /// <summary>A file whose checksum is right but whose content is not: every column damaged in turn must be refused or load, never crash later.</summary>
    [Fact]
    public void Load_DamageUnderAValidChecksum_IsRefusedOrSafeToSearch()
    {
        using var file = new TemporaryFile(".roads");
        Network().Save(file.Path);
        var original = File.ReadAllBytes(file.Path);
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var bytes = original.AsSpan().ToArray();
            bytes[20 + random.Next(bytes.Length - 52)] = (byte)random.Next(256);
            SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32), bytes.AsSpan(bytes.Length - 32));
            using var damaged = new TemporaryFile(bytes, ".roads");
            try
            {
                var loaded = RoadNetwork.Load(damaged.Path);
                new TravelMatrixBuilder(loaded).Compute([new GeoPoint(113.21, 23.11), new GeoPoint(113.23, 23.13)], TravelMode.Car);
            }
            catch (InvalidInputException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Load_MissingFileOrOtherFormat_SaysSo()
    {
        Should.Throw<InvalidInputException>(() => RoadNetwork.Load("no-such.roads")).Problems[0].Code.ShouldBe("roads.file.missing");
        using var file = new TemporaryFile("hello, this is some text and no network at all, long enough for a header"u8, ".roads");
        Should.Throw<InvalidInputException>(() => RoadNetwork.Load(file.Path)).Problems[0].Code.ShouldBe("roads.file.format");
    }

    private static void ShouldRefuse(byte[] bytes)
    {
        using var file = new TemporaryFile(bytes, ".roads");
        Should.Throw<InvalidInputException>(() => RoadNetwork.Load(file.Path)).Problems[0].File.ShouldBe(file.Path);
    }

    private static RoadNetwork Network()
    {
        var builder = new RoadNetworkBuilder();
        var random = new Random(9);
        for (var i = 0; i < 20; i++)
            builder.AddNode(new GeoPoint(113.2 + (random.NextDouble() * 0.04), 23.1 + (random.NextDouble() * 0.04)));
        for (var i = 0; i < 19; i++)
            builder.AddWay(new RoadWay { Nodes = [i, i + 1], Class = (RoadClass)(i % 12), Name = i % 2 == 0 ? $"解放路{i}" : null, IsBridge = i == 3 });
        builder.AddBarrier(7, TravelModes.Van);
        builder.AddRestriction(new WayRestriction(true, 1, null, [2], 3, TravelModes.Motor));
        builder.AddFeature(MapFeature.Area(MapFeatureKind.WaterArea, [new(1, 1), new(2, 1), new(2, 2), new(1, 1)], "湖") with { Holes = [[new(1.2, 1.1), new(1.3, 1.1), new(1.3, 1.2), new(1.2, 1.1)]] });
        builder.AddFeature(MapFeature.Place(new GeoPoint(113.2, 23.1), "石桥", 3, "Shiqiao"));
        return builder.Build();
    }
}
