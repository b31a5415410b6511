using Territory.Model.Problems;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>Whatever bytes a file holds, an import ends with a result or with problems that name the file and the byte, within bounded memory.</summary>
public sealed class HostileExtractTests
{
    private const int Megabyte = 1024 * 1024;

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
