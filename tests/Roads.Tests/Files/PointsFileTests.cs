using System.IO.Compression;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Roads.Files;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Files;

public sealed class PointsFileTests
{
    [Theory]
    [InlineData("id,lon,lat\na,14.5,35.9\nb,14.6,36\n", "a", "b")]
    [InlineData("lon,lat\r\n14.5,35.9\r\n14.6,36\r\n", "0", "1")]
    [InlineData("14.5 35.9\n\n14.6\t36\n", "0", "1")]
    [InlineData("\uFEFFID, Lon, Lat\na, 14.5, 35.9\nb, 14.6, 36", "a", "b")]
    public void Read_EachForm_GivesThePoints(string text, string first, string second)
    {
        var points = PointsFile.Read(new StringReader(text.TrimStart('\uFEFF')), "points.csv");

        points.ShouldBe([new NamedPoint(first, new GeoPoint(14.5, 35.9)), new NamedPoint(second, new GeoPoint(14.6, 36))]);
    }

    [Fact]
    public void Read_BadLines_ListsEveryOneWithItsPlace()
    {
        var problems = Problems("id,lon,lat\na,14.5,35.9\nb,200,35\nc,1\na,1,2\n,1,2\nd,x,95\n");

        problems.Select(problem => (problem.Line, problem.Code, problem.Field)).ShouldBe(
        [
            (3, "points.coordinate", "lon"),
            (4, "points.line.fields", null),
            (5, "points.id.duplicate", "id"),
            (6, "points.id.missing", "id"),
            (7, "points.coordinate", "lon"),
            (7, "points.coordinate", "lat"),
        ]);
        problems.ShouldAllBe(problem => problem.File == "points.csv");
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,lon,lat\n")]
    public void Read_NoPoints_IsRefused(string text) => Problems(text).ShouldHaveSingleItem().Code.ShouldBe("points.file.empty");

    [Fact]
    public void Read_AFloodOfBadLines_IsListedUpToALimit()
    {
        var problems = Problems(string.Join('\n', Enumerable.Repeat("nonsense", 5000)));

        problems.Count.ShouldBe(PointsFile.MaxListedProblems + 1);
        problems[^1].Rule.ShouldStartWith("4000 more");
    }

    [Fact]
    public void Read_PackedFile_IsUnpacked()
    {
        using var file = new TemporaryFile(Packed("14.5 35.9\n14.4 35.88\n"u8.ToArray()), ".txt.gz");

        PointsFile.Read(file.Path).Select(point => point.Location).ShouldBe([new GeoPoint(14.5, 35.9), new GeoPoint(14.4, 35.88)]);
    }

    [Fact]
    public void Read_PackedFileThatIsCutOrNone_IsRefused()
    {
        foreach (var content in new[] { "14.5 35.9\n"u8.ToArray(), Packed([.. Enumerable.Range(0, 9999).Select(i => (byte)(i * i))])[..200] })
        {
            using var file = new TemporaryFile(content, ".gz");
            Should.Throw<InvalidInputException>(() => PointsFile.Read(file.Path)).Problems.ShouldNotBeEmpty();
        }
    }

    /// <summary>A small file that unpacks to one endless line.</summary>
    [Fact]
    public void Read_MoreThanAListOfPointsHolds_IsRefused()
    {
        using var file = new TemporaryFile(Packed(new byte[PointsFile.MaxBytes + 1]), ".gz");

        Should.Throw<InvalidInputException>(() => PointsFile.Read(file.Path)).Problems.ShouldHaveSingleItem().Code.ShouldBe("points.file.size");
    }

    [Fact]
    public void Read_MissingFile_IsAProblem() =>
        Should.Throw<InvalidInputException>(() => PointsFile.Read("no-such-points.txt")).Problems[0].Code.ShouldBe("points.file.unreadable");

    private static byte[] Packed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var packer = new GZipStream(stream, CompressionLevel.Fastest))
            packer.Write(content);
        return stream.ToArray();
    }

    private static IReadOnlyList<Problem> Problems(string text) =>
        Should.Throw<InvalidInputException>(() => PointsFile.Read(new StringReader(text), "points.csv")).Problems;
}
