using System.Security.Cryptography;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Map;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Files;

public sealed class RoadsFileTests
{
    private static readonly WeeklySchedule Mornings =
        WeeklySchedule.Of(new OpeningHours([new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(9)))]));

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

        loaded.DrivesOnLeft.ShouldBeTrue();
        loaded.AccessRules.ShouldBe(network.AccessRules);
        loaded.AccessRules.Count.ShouldBe(2);
        loaded.Fingerprint.ShouldBe(network.Fingerprint);
        Enumerable.Range(0, network.NodeCount).Where(loaded.HasSignals).ShouldBe([5]);
        loaded.TurnRestrictions.Single().Schedule.ShouldBe(network.TurnRestrictions.Single().Schedule);
        loaded.TurnRestrictions.Single().Schedule!.ToString().ShouldBe("Mo 07:00-Mo 09:00");
        loaded.TurnRestrictions.Single().HeavierThanTenKilograms.ShouldBe((ushort)350);
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

    [Fact]
    public void Load_EarlierVersion_IsRefusedWithBothVersions()
    {
        using var file = new TemporaryFile(".roads");
        Network().Save(file.Path);
        var bytes = File.ReadAllBytes(file.Path);
        bytes[8] = 1;
        using var old = new TemporaryFile(Sealed(bytes), ".roads");

        var problem = Should.Throw<InvalidInputException>(() => RoadNetwork.Load(old.Path)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("roads.file.version");
        problem.Rule.ShouldContain("version 1");
        problem.Rule.ShouldContain("version 2");
    }

    [Fact]
    public void Read_AfterWriteWithSections_GivesThemBack()
    {
        using var file = new TemporaryFile(".roads");
        var sections = new Dictionary<string, byte[]> { ["van 层级"] = [1, 2, 3], [""] = [] };
        RoadsFile.Write(Network().Tables, sections, file.Path);

        var (tables, read) = RoadsFile.Read(file.Path);

        tables.SegmentCount.ShouldBe(Network().SegmentCount);
        read.Keys.ShouldBe(sections.Keys, ignoreOrder: true);
        read["van 层级"].ShouldBe([1, 2, 3]);
        read[""].ShouldBeEmpty();
        RoadNetwork.Load(file.Path).SegmentCount.ShouldBe(tables.SegmentCount);
    }

    /// <summary>Lengths and names of sections damaged under a right checksum: what is read must be refused, or be sections whose bytes are in the file.</summary>
    [Fact]
    public void Read_DamagedSectionsUnderAValidChecksum_AreRefused()
    {
        using var file = new TemporaryFile(".roads");
        RoadsFile.Write(Network().Tables, new Dictionary<string, byte[]> { ["first"] = new byte[5], ["second"] = new byte[7] }, file.Path);
        var original = File.ReadAllBytes(file.Path);
        using var bare = new TemporaryFile(".roads");
        Network().Save(bare.Path);

        // A file without sections ends in their count, before the checksum of 32 bytes.
        var count = (int)new FileInfo(bare.Path).Length - 32 - 4;
        original[count].ShouldBe((byte)2);
        var refused = 0;
        for (var place = count; place < original.Length - 32; place++)
        {
            foreach (var value in (byte[])[0, 1, 127, 255])
            {
                if (original[place] == value)
                    continue;
                var bytes = original.AsSpan().ToArray();
                bytes[place] = value;
                using var damaged = new TemporaryFile(Sealed(bytes), ".roads");
                try
                {
                    RoadsFile.Read(damaged.Path).Sections.Count.ShouldBe(2);
                }
                catch (InvalidInputException exception)
                {
                    exception.Problems.ShouldHaveSingleItem().Code.ShouldBe("roads.file.content");
                    refused++;
                }
            }
        }

        // Counts and lengths are 4 + 2 x (4 + 8) bytes, of which each changed one must be noticed; the rest are names and content, which may be anything.
        refused.ShouldBeGreaterThanOrEqualTo(28 * 3);
    }

    [Theory]
    [InlineData("SegmentSurface", 9)]
    [InlineData("SegmentLimits", 77)]
    [InlineData("AccessRules", 0)]
    [InlineData("ShapeLatitude", 900_000_001)]
    [InlineData("ShapeLongitude", int.MinValue)]
    [InlineData("NodeSignals", 0)]
    public void Load_ColumnsThatContradictEachOther_AreRefused(string column, int value)
    {
        var tables = Network().Tables;
        object? kept = column switch
        {
            "SegmentSurface" => tables.SegmentSurface[3] = (byte)value,
            "SegmentLimits" => tables.SegmentLimits[3] = value,
            "ShapeLatitude" => tables.ShapeLatitude[3] = value,
            "ShapeLongitude" => tables.ShapeLongitude[3] = value,
            "AccessRules" => tables.AccessRules[0] = tables.AccessRules[0] with { Segment = tables.SegmentCount },
            _ => null,
        };
        if (kept is null)
            tables = CopyWithSignals(tables, new byte[tables.NodeCount + 1]);

        Should.Throw<InvalidDataException>(() => RoadTablesValidation.Check(tables));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(181)]
    public void Load_FeatureOffTheMap_IsRefused(double longitude)
    {
        var builder = new RoadNetworkBuilder();
        builder.AddFeature(MapFeature.Place(new GeoPoint(longitude, 23.1), "nowhere", 3));
        using var file = new TemporaryFile(".roads");
        builder.Build().Save(file.Path);

        Should.Throw<InvalidInputException>(() => RoadNetwork.Load(file.Path)).Problems.ShouldHaveSingleItem().Code.ShouldBe("roads.file.content");
    }

    private static RoadTables CopyWithSignals(RoadTables tables, byte[] signals) => new()
    {
        NodeLongitude = tables.NodeLongitude,
        NodeLatitude = tables.NodeLatitude,
        NodeSignals = signals,
        SegmentFrom = tables.SegmentFrom,
        SegmentTo = tables.SegmentTo,
        SegmentClass = tables.SegmentClass,
        SegmentStructure = tables.SegmentStructure,
        SegmentName = tables.SegmentName,
        SegmentAccess = tables.SegmentAccess,
        SegmentSpeedForward = tables.SegmentSpeedForward,
        SegmentSpeedBackward = tables.SegmentSpeedBackward,
        SegmentTimetabled = tables.SegmentTimetabled,
        SegmentSurface = tables.SegmentSurface,
        SegmentTraits = tables.SegmentTraits,
        SegmentDestination = tables.SegmentDestination,
        SegmentLimits = tables.SegmentLimits,
        SegmentSignals = tables.SegmentSignals,
        SegmentLengthCentimeters = tables.SegmentLengthCentimeters,
        ShapeStart = tables.ShapeStart,
        ShapeLongitude = tables.ShapeLongitude,
        ShapeLatitude = tables.ShapeLatitude,
        Limits = tables.Limits,
        AccessRules = tables.AccessRules,
        DrivesOnLeft = tables.DrivesOnLeft,
        Names = tables.Names,
        BarrierNodes = tables.BarrierNodes,
        BarrierModes = tables.BarrierModes,
        Restrictions = tables.Restrictions,
        Features = tables.Features,
    };

    /// <summary>Makes the checksum right for whatever the bytes now are.</summary>
    private static byte[] Sealed(byte[] bytes)
    {
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32), bytes.AsSpan(bytes.Length - 32));
        return bytes;
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
            builder.AddWay(new RoadWay { Nodes = [i, i + 1], Class = (RoadClass)(i % 12), Name = i % 2 == 0 ? $"解放路{i}" : null, IsBridge = i == 3, Surface = (RoadSurface)(i % 6), Traits = (RoadTraits)(i % 4), DestinationOnly = i == 6 ? TravelModes.Motor : TravelModes.None, Limits = new VehicleLimits((ushort)(i % 3 * 200), 0, 0, (ushort)(i % 2 * 350), 0), Rules = i == 4 ? [new WayRule(SegmentDirections.Forward, TravelModes.Van, false, 450, Mornings), new WayRule(SegmentDirections.Both, TravelModes.Motor, true)] : [] });
        builder.AddSignals(5);
        builder.DrivesOnLeft = true;
        builder.AddBarrier(7, TravelModes.Van);
        builder.AddRestriction(new WayRestriction(true, 1, null, [2], 3, TravelModes.Motor) { Schedule = Mornings, HeavierThanTenKilograms = 350 });
        builder.AddFeature(MapFeature.Area(MapFeatureKind.WaterArea, [new(1, 1), new(2, 1), new(2, 2), new(1, 1)], "湖") with { Holes = [[new(1.2, 1.1), new(1.3, 1.1), new(1.3, 1.2), new(1.2, 1.1)]] });
        builder.AddFeature(MapFeature.Place(new GeoPoint(113.2, 23.1), "石桥", 3, "Shiqiao"));
        return builder.Build();
    }
}
