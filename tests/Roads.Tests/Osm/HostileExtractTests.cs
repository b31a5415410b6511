using Territory.Model.Problems;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>Whatever bytes a file holds, an import ends with a result or with problems that name the file and the byte, within bounded memory.</summary>
public sealed class HostileExtractTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void Import_TruncatedAnywhere_IsAResultOrAProblemWithItsPlace()
    {
        var original = File.ReadAllBytes(SharedData.Roads("monaco.osm.pbf"));
        var random = new Random(20261121);
        var refused = 0;
        for (var round = 0; round < 80; round++)
        {
            var cut = round < 40 ? round * 3 : random.Next(original.Length);
            refused += ImportsOrRefuses(original[..cut], $"cut at {cut}");
        }

        // Almost no cut falls on a border between blobs, so all but a few must be refused.
        refused.ShouldBeGreaterThan(70);
    }

    [Fact]
    public void Import_FlippedBytes_IsAResultOrAProblemWithItsPlace()
    {
        var original = File.ReadAllBytes(SharedData.Roads("monaco.osm.pbf"));
        var random = new Random(7);
        var refused = 0;
        for (var round = 0; round < 60; round++)
        {
            var bytes = original.AsSpan().ToArray();
            var place = round < 30 ? round : random.Next(bytes.Length);
            bytes[place] ^= (byte)(1 << random.Next(8));
            refused += ImportsOrRefuses(bytes, $"flipped at {place}");
        }

        // zlib's checksum covers the content of every blob: a flip inside one cannot pass.
        refused.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Import_FlippedBytesBelowTheCompression_IsAResultOrAProblemWithItsPlace()
    {
        // Uncompressed blobs have no checksum, so every layer of the decoder meets the damage.
        var block = PbfWriter.Message(output =>
        {
            PbfWriter.Bytes(output, 1, PbfWriter.Message(table => Array.ForEach(
                ["", "highway", "residential", "from", "type"], text => PbfWriter.Bytes(table, 1, System.Text.Encoding.UTF8.GetBytes(text)))));
            PbfWriter.Bytes(output, 2, PbfWriter.Message(group => PbfWriter.Bytes(group, 2, PbfWriter.Message(dense =>
            {
                PbfWriter.Bytes(dense, 1, [2, 2, 2, 2]);
                PbfWriter.Bytes(dense, 8, [40, 10, 10, 10]);
                PbfWriter.Bytes(dense, 9, [20, 10, 10, 10]);
            }))));
            PbfWriter.Bytes(output, 2, PbfWriter.Message(group => PbfWriter.Bytes(group, 3, PbfWriter.Message(way =>
            {
                PbfWriter.Number(way, 1, 9);
                PbfWriter.Bytes(way, 2, [1]);
                PbfWriter.Bytes(way, 3, [2]);
                PbfWriter.Bytes(way, 8, [2, 2, 2, 2]);
            }))));
            PbfWriter.Bytes(output, 2, PbfWriter.Message(group => PbfWriter.Bytes(group, 4, PbfWriter.Message(relation =>
            {
                PbfWriter.Number(relation, 1, 5);
                PbfWriter.Bytes(relation, 8, [3]);
                PbfWriter.Bytes(relation, 9, [18]);
                PbfWriter.Bytes(relation, 10, [1]);
            }))));
        });
        var original = new PbfWriter().Blob("OSMData", block, compressionField: 1).ToArray();
        ImportsOrRefuses(original, "as written").ShouldBe(0);
        for (var place = 0; place < original.Length; place++)
        {
            foreach (var bit in (int[])[0, 2, 7])
            {
                var bytes = original.AsSpan().ToArray();
                bytes[place] ^= (byte)(1 << bit);
                ImportsOrRefuses(bytes, $"bit {bit} of byte {place}");
            }
        }
    }

    [Fact]
    public void Import_RandomBytes_IsRefused()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            ImportsOrRefuses(bytes, $"round {round}").ShouldBe(1);
        }
    }

    /// <summary>Many small blobs, each within the limits, whose content together is far larger than the file.</summary>
    [Fact]
    public void Import_ZipBomb_IsRefusedBeforeItSwells()
    {
        var writer = new PbfWriter();
        var filler = PbfWriter.Message(output => PbfWriter.Bytes(output, 99, new byte[30 * Megabyte]));
        for (var i = 0; i < 8; i++)
            writer.Blob("OSMData", filler);

        Refusal(writer.ToArray(), maxAllocatedBytes: 200L * Megabyte).Rule.ShouldContain("30 times its size");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Import_WrongStatedSize_IsRefused(int stated) =>
        Refusal(new PbfWriter().Blob("OSMData", new byte[5000], stated).ToArray(), 100L * Megabyte).Code.ShouldBe("osm.blob.damaged");

    [Fact]
    public void Import_HugeStatedBlob_IsRefusedWithoutAllocating()
    {
        byte[] header = [.. "\n\u0007OSMData"u8, 24, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        byte[] bytes = [0, 0, 0, (byte)header.Length, .. header];

        Refusal(bytes, Megabyte).Code.ShouldBe("osm.header.damaged");
    }

    [Fact]
    public void Import_UnknownRequiredFeatureOrCompression_SaysWhich()
    {
        var feature = PbfWriter.Message(output => PbfWriter.Bytes(output, 4, "HistoricalInformation"u8.ToArray()));

        Refusal(new PbfWriter().Blob("OSMHeader", feature).ToArray(), 10L * Megabyte).Rule.ShouldContain("HistoricalInformation");
        Refusal(new PbfWriter().Blob("OSMData", [1, 2, 3], 3, compressionField: 7).ToArray(), 10L * Megabyte).Rule.ShouldContain("Zstandard");
    }

    private static Problem Refusal(byte[] bytes, long maxAllocatedBytes)
    {
        using var file = new TemporaryFile(bytes, ".osm.pbf");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Should.Throw<InvalidInputException>(() => OsmImporter.Import(file.Path));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(maxAllocatedBytes);
        return refusal.Problems.ShouldHaveSingleItem();
    }

    /// <summary>1 when the import was refused properly, 0 when it gave a result; anything else fails the test.</summary>
    private static int ImportsOrRefuses(byte[] bytes, string what)
    {
        using var file = new TemporaryFile(bytes, ".osm.pbf");
        try
        {
            OsmImporter.Import(file.Path).Roads.SegmentCount.ShouldBeGreaterThan(0, what);
            return 0;
        }
        catch (InvalidInputException refusal)
        {
            refusal.Problems.ShouldNotBeEmpty(what);
            refusal.Problems.ShouldAllBe(problem => problem.File == file.Path && problem.Rule.Length > 0);
            refusal.Problems.ShouldAllBe(problem => problem.Code == "osm.roads.none" || problem.Field!.StartsWith("byte "));
            return 1;
        }
    }
}
