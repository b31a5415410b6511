using System.Text;
using Territory.Model.Problems;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

public sealed class InstanceReaderTests
{
    private const string Solomon = """
        TINY

        VEHICLE
        NUMBER     CAPACITY
          2         10

        CUSTOMER
        CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

            0      0         0          0          0       100          0
            1      3         4          4          1        20         10
        """;

    private const string Vrplib = """
        NAME : tiny
        TYPE : CVRP
        DIMENSION : 3
        EDGE_WEIGHT_TYPE : EXPLICIT
        EDGE_WEIGHT_FORMAT : LOWER_ROW
        CAPACITY : 10
        EDGE_WEIGHT_SECTION
        7
        8 9
        DEMAND_SECTION
        1 0
        2 4
        3 5
        DEPOT_SECTION
        1
        -1
        EOF
        """;

    [Fact]
    public void Read_SolomonText_IsDetectedAndExact()
    {
        var instance = Read(Solomon);

        instance.Format.ShouldBe(InstanceFormat.Solomon);
        instance.Rounding.ShouldBe(RoundingRule.Exact);
        instance.Fleets.ShouldBe([new InstanceFleet(2, 10)]);
        instance.Stops[1].ShouldBe(new InstanceStop(3, 4, 4, 1, 20, 10));
    }

    [Fact]
    public void Read_GzippedText_IsUnpacked()
    {
        using var file = new TextFile(TextFile.Gzip(Encoding.UTF8.GetBytes(Solomon)));

        InstanceReader.Read(file.Path).Name.ShouldBe("TINY");
    }

    [Fact]
    public void Read_LowerRowMatrix_IsSymmetric() => Read(Vrplib).Matrix.ShouldBe([0, 7, 8, 7, 0, 9, 8, 9, 0]);

    [Theory]
    [InlineData("FULL_MATRIX", "0 1 2\n3 0 4\n5 6 0", new double[] { 0, 1, 2, 3, 0, 4, 5, 6, 0 })]
    [InlineData("UPPER_ROW", "7 8 9", new double[] { 0, 7, 8, 7, 0, 9, 8, 9, 0 })]
    [InlineData("LOWER_DIAG_ROW", "0\n7 0\n8 9 0", new double[] { 0, 7, 8, 7, 0, 9, 8, 9, 0 })]
    [InlineData("UPPER_DIAG_ROW", "0 7 8 0 9 0", new double[] { 0, 7, 8, 7, 0, 9, 8, 9, 0 })]
    public void Read_WeightFormats_FillTheMatrix(string format, string weights, double[] expected) =>
        Read(Vrplib.Replace("LOWER_ROW", format, StringComparison.Ordinal).Replace("7\n8 9", weights, StringComparison.Ordinal)).Matrix.ShouldBe(expected);

    [Theory]
    [InlineData("", "format.unknown")]
    [InlineData("hello world", "format.unknown")]
    [InlineData("DIMENSION : 99999999999\nTYPE : CVRP\nCAPACITY : 1\nEDGE_WEIGHT_TYPE : EUC_2D", "number.whole")]
    [InlineData("DIMENSION : 3\nTYPE : TSP\nCAPACITY : 1\nEDGE_WEIGHT_TYPE : EUC_2D", "vrplib.type")]
    [InlineData("DIMENSION : 3\nTYPE : CVRP\nCAPACITY : 1\nEDGE_WEIGHT_TYPE : GEO", "vrplib.weights")]
    [InlineData("DIMENSION : 3\nTYPE : CVRP\nCAPACITY : 1\nEDGE_WEIGHT_TYPE : EUC_2D", "vrplib.section.missing")]
    public void Read_NotAnInstance_IsRefused(string text, string code) => Problems(text).ShouldContain(problem => problem.Code == code);

    [Fact]
    public void Read_SeveralFaults_AreAllListedWithTheirLines()
    {
        var problems = Problems(Vrplib.Replace("2 4", "2 -4", StringComparison.Ordinal).Replace("3 5", "7 5", StringComparison.Ordinal).Replace("8 9", "8", StringComparison.Ordinal));

        problems.Select(problem => (problem.Code, problem.Line)).ShouldBe(
            [("number.whole", 12), ("number.whole", 13), ("vrplib.node.missing", 13), ("vrplib.weight.few", 9)], ignoreOrder: true);
    }

    [Fact]
    public void Read_EveryTruncationOfAFile_IsReadOrRefusedNeverBroken()
    {
        foreach (var text in new[] { Solomon, Vrplib })
        {
            for (var length = 0; length < text.Length; length++)
            {
                using var file = new TextFile(text[..length]);
                try
                {
                    InstanceReader.Read(file.Path).Stops.Count.ShouldBeGreaterThan(1);
                }
                catch (InvalidInputException exception)
                {
                    exception.Problems.ShouldNotBeEmpty();
                }
            }
        }
    }

    [Fact]
    public void Read_DamagedGzip_IsRefused()
    {
        var packed = TextFile.Gzip(Encoding.UTF8.GetBytes(Solomon));
        packed[20] ^= 0xff;
        using var file = new TextFile(packed);

        Should.Throw<InvalidInputException>(() => InstanceReader.Read(file.Path));
    }

    [Fact]
    public void Read_MissingFile_IsRefused() => Should.Throw<InvalidInputException>(() => InstanceReader.Read("/no/such/file.vrp")).Problems[0].Code.ShouldBe("file.unreadable");

    [Fact]
    public void RouteList_WrittenAndRead_IsTheSame()
    {
        using var file = new TextFile(RouteListFile.Format(new RouteList([[3, 1], [2]], 827.3)));

        var read = RouteListFile.Read(file.Path);

        read.Routes.ShouldBe([[3, 1], [2]]);
        read.StatedCost.ShouldBe(827.3);
    }

    [Fact]
    public void RouteList_OtherPublishedSpelling_IsRead()
    {
        using var file = new TextFile("Route 1 : 4 5\nRoute 2 : 6\nCost 12\n");

        RouteListFile.Read(file.Path).Routes.ShouldBe([[4, 5], [6]]);
    }

    [Fact]
    public void RouteList_WordsAmongStops_AreRefusedWithTheLine()
    {
        using var file = new TextFile("Route #1: 4 x 5\n");

        Should.Throw<InvalidInputException>(() => RouteListFile.Read(file.Path)).Problems.ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    private static RoutingInstance Read(string text)
    {
        using var file = new TextFile(text);
        return InstanceReader.Read(file.Path);
    }

    private static IReadOnlyList<Problem> Problems(string text)
    {
        using var file = new TextFile(text);
        return Should.Throw<InvalidInputException>(() => InstanceReader.Read(file.Path)).Problems;
    }
}
