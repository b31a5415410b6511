using System.Buffers.Binary;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>
/// Damaged extracts, drawn with fixed seeds: every cut and flip is judged by <see cref="ImportTrial"/>. TERRITORY_DRAWS=20 draws twenty times as many.
/// </summary>
public sealed class ExtractFuzzTests(ITestOutputHelper output)
{
    private readonly ImportTrial trial = new();

    public static TheoryData<string> Extracts => ["monaco.osm.pbf", "shanghai-center-roads.osm.pbf", "beijing-haidian.osm.pbf"];

    [Fact]
    public void Import_SyntheticAsWritten_IsANetwork()
    {
        foreach (var compression in (int[])[1, 3])
            trial.Run(Synthetic(compression), $"as written, field {compression}").ShouldBeNull();
    }

    /// <summary>A cut is a refusal but between two blobs: there the rest is a whole file, as far as anyone can tell.</summary>
    [Fact]
    public void Import_SyntheticCutAtEveryByte_IsRefusedButBetweenBlobs()
    {
        var original = Synthetic(3);
        var boundaries = Boundaries(original);
        boundaries.Count.ShouldBe(5);
        for (var cut = 0; cut < original.Length; cut++)
        {
            var problem = trial.Run(original[..cut], $"cut at {cut}");
            if (cut > 0 && !boundaries.Contains(cut))
                problem!.Code.ShouldBeOneOf("osm.file.truncated");
        }

        output.WriteLine(trial.Summary());
    }

    [Theory]
    [MemberData(nameof(Extracts))]
    public void Import_ExtractCutAtEveryBlob_IsAResultOrAProblem(string name)
    {
        var original = File.ReadAllBytes(SharedData.Roads(name));
        foreach (var boundary in Boundaries(original))
        {
            foreach (var cut in (int[])[boundary, boundary + 1, boundary + 4, boundary - 1])
            {
                if (cut > 0 && cut < original.Length)
                    trial.Run(original[..cut], $"cut at {cut}, a blob begins at {boundary}");
            }
        }

        output.WriteLine(trial.Summary());
        trial.Refusals.ShouldBeGreaterThan(Boundaries(original).Count * 2);
    }

    [Theory]
    [MemberData(nameof(Extracts))]
    public void Import_ExtractCutAnywhere_IsRefused(string name)
    {
        var original = File.ReadAllBytes(SharedData.Roads(name));
        var boundaries = Boundaries(original);
        var random = new Random(20261121);
        for (var round = Draws.Of(300); round > 0; round--)
        {
            var cut = random.Next(1, original.Length);
            if (!boundaries.Contains(cut))
                trial.Run(original[..cut], $"cut at {cut}")!.Code.ShouldBe("osm.file.truncated");
        }
    }

    /// <summary>zlib's checksum covers the content of every blob: a flip inside one cannot pass.</summary>
    [Theory]
    [MemberData(nameof(Extracts))]
    public void Import_ExtractWithFlippedBits_IsAResultOrAProblem(string name)
    {
        var original = File.ReadAllBytes(SharedData.Roads(name));
        var random = new Random(7);
        for (var round = Draws.Of(60); round > 0; round--)
        {
            var bytes = original.AsSpan().ToArray();
            var place = round <= 20 ? round - 1 : random.Next(bytes.Length);
            bytes[place] ^= (byte)(1 << random.Next(8));
            trial.Run(bytes, $"flipped at {place}");
        }

        output.WriteLine(trial.Summary());
        trial.Refusals.ShouldBeGreaterThan(trial.Networks);
    }

    /// <summary>Uncompressed blobs have no checksum, so every layer of the decoder meets the damage.</summary>
    [Fact]
    public void Import_SyntheticWithEachByteFlipped_IsAResultOrAProblem()
    {
        var original = Synthetic(1);
        var bits = (int[])[0, 7, 2, 4, 1, 6, 3, 5];
        for (var place = 0; place < original.Length; place++)
        {
            foreach (var bit in bits.Take(Draws.Of(2)))
            {
                var bytes = original.AsSpan().ToArray();
                bytes[place] ^= (byte)(1 << bit);
                trial.Run(bytes, $"bit {bit} of byte {place}");
            }
        }

        output.WriteLine(trial.Summary());
        trial.Networks.ShouldBeGreaterThan(100);
        trial.Refusals.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Import_SyntheticWithDamageOfManyKinds_IsAResultOrAProblem(int compression)
    {
        var original = Synthetic(compression);
        var random = new Random(20261130 + compression);
        for (var round = Draws.Of(1500); round > 0; round--)
            trial.Run(Damaged(original, random), $"round {round}");

        output.WriteLine(trial.Summary());
        trial.Refusals.ShouldBeGreaterThan(100);
    }

    /// <summary>The same damage inside the block, which is then compressed as it should be: nothing outside gives it away.</summary>
    [Fact]
    public void Import_DamageUnderAValidChecksum_IsAResultOrAProblem()
    {
        var block = Writer().Block();
        var random = new Random(20261201);
        for (var round = Draws.Of(1500); round > 0; round--)
            trial.Run(new PbfWriter().Blob("OSMData", Damaged(block, random)).ToArray(), $"round {round}");

        output.WriteLine(trial.Summary());
        trial.Networks.ShouldBeGreaterThan(100);
        trial.Refusals.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Import_RandomBytes_IsRefused()
    {
        var random = new Random(3);
        for (var round = Draws.Of(200); round > 0; round--)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            trial.Run(bytes, $"round {round}").ShouldNotBeNull();
        }
    }

    /// <summary>A small town with everything the importer looks at, in four data blobs.</summary>
    private static byte[] Synthetic(int compression)
    {
        var writer = new PbfWriter();
        var block = Writer().Block();
        writer.Blob("OSMData", block, compressionField: compression);
        writer.Blob("OSMSomething", [1, 2, 3], compressionField: compression);
        writer.Blob("OSMData", new PbfWriter().Node(100, 113.5, 23.5, "place", "town", "name", "镇").Block(), compressionField: compression);
        writer.Blob("OSMData", new PbfWriter().Way(30, [9, 10], "highway", "track").Block(), compressionField: compression);
        return writer.ToArray();
    }

    private static PbfWriter Writer()
    {
        var writer = new PbfWriter();
        for (var i = 0; i < 10; i++)
            writer.Node(i + 1, 113 + (i * 0.01), 23 + (i % 3 * 0.01));
        return writer
            .Node(11, 113.02, 23.01, "shop", "convenience", "name", "小店", "opening_hours", "Mo-Fr 08:00-20:00; Sa off")
            .PlainNode(12, 113.03, 23.01, "barrier", "gate")
            .PlainNode(-13, 113.04, 23.02, "amenity", "restaurant", "addr:street", "人民路", "addr:housenumber", "5")
            .Way(20, [1, 2, 3, 12, 4], "highway", "residential", "name", "Main", "maxspeed", "40")
            .Way(21, [3, 5, -13, 6], "highway", "primary", "oneway", "yes", "bridge", "yes")
            .Way(22, [6, 7, 8, 6], "natural", "water", "name", "湖")
            .Way(23, [8, 9], "waterway", "river")
            .Way(24, [4, 8], "route", "ferry", "duration", "00:20")
            .Way(25, [1, 7, 9, 1], "building", "retail", "shop", "supermarket")
            .Relation(40, [("from", 1, 20), ("via", 0, 3), ("to", 1, 21)], "type", "restriction", "restriction", "no_left_turn")
            .Relation(41, [("outer", 1, 22), ("inner", 1, 25)], "type", "multipolygon", "natural", "water")
            .Relation(42, [("", 2, 42), ("", 2, 41)], "type", "multipolygon", "landuse", "forest");
    }

    /// <summary>Where the blobs begin, and the file's end, found apart from the reader under test.</summary>
    private static HashSet<int> Boundaries(byte[] file)
    {
        var boundaries = new HashSet<int>();
        for (var offset = 0; offset < file.Length;)
        {
            var headerLength = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(offset));
            using var header = new Google.Protobuf.CodedInputStream(file, offset + 4, headerLength);
            var size = 0;
            for (var tag = header.ReadTag(); tag != 0; tag = header.ReadTag())
            {
                if (tag >> 3 == 3)
                    size = header.ReadInt32();
                else
                    header.SkipLastField();
            }

            offset += 4 + headerLength + size;
            boundaries.Add(offset);
        }

        return boundaries;
    }

    private static byte[] Damaged(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var place = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 20), bytes.Count - place);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(place, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
                case 4:
                    // Numbers of ten bytes and more.
                    for (var i = 0; i < length; i++)
                        bytes[place + i] = 0xFF;
                    break;
                default:
                    bytes.InsertRange(place, Enumerable.Repeat((byte)0x80, length));
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }
}
