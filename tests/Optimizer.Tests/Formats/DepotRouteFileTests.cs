using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Three stops in a row between two depots: at 1, 2 and 9 of a line from 0 to 10; service takes 5.</summary>
public sealed class DepotRouteFileTests
{
    /// <summary>The solution of instance p01 that Cordeau published: depot, vehicle, length, load and stops of each route.</summary>
    private const string PublishedP01 = """
        576.87
        1 1 60.06 71 0 44 45 33 15 37 17 0
        1 2 66.55 79 0 42 19 40 41 13 0
        1 3 47.00 78 0 25 18 4 0
        2 1 53.44 73 0 6 27 1 32 11 46 0
        2 2 79.47 80 0 48 8 26 31 28 22 0
        2 3 81.40 77 0 23 7 43 24 14 0
        2 4 23.50 54 0 12 47 0
        3 1 50.41 75 0 9 34 30 39 10 0
        3 2 25.22 54 0 49 5 38 0
        4 1 47.67 67 0 35 36 3 20 0
        4 2 42.14 69 0 21 50 16 2 29 0
        """;

    private static readonly RoutingInstance Row = new()
    {
        Name = "row",
        Format = InstanceFormat.Cordeau,
        HasTimeWindows = false,
        Fleets = [new InstanceFleet(1, 10), new InstanceFleet(1, 10)],
        Stops = [new(0, 0, 0, 0, 0, 0), new(1, 0, 4, 0, 0, 5), new(2, 0, 3, 0, 0, 5), new(9, 0, 2, 0, 0, 5), new(10, 0, 0, 0, 0, 0)],
        Rounding = RoundingRule.Exact,
    };

    [Fact]
    public void PublishedSolution_OfP01_CostsWhatIsPublishedRouteByRoute()
    {
        var instance = InstanceReader.Read(SharedData.Path("mdvrp/p01.txt"));
        using var file = new TextFile(PublishedP01);

        var solution = RouteListFile.Read(file.Path, instance);
        var verdict = SolutionChecker.Check(instance, solution);

        verdict.Violations.ShouldBeEmpty();
        verdict.Cost.ShouldBe(576.87, 0.005);
        verdict.Routes.ShouldBe(11);
        Lines(RouteListFile.Format(solution, instance)).ShouldBe(Lines(PublishedP01));
    }

    [Fact]
    public void Format_Routes_AreSortedByDepotWithDurationAndLoad()
    {
        // 0-1-2-0 is 4 long, 10-9-10 is 2; each stop takes 5.
        var solution = new RouteList([[3], [1, 2]], 6) { Fleets = [1, 0] };

        Lines(RouteListFile.Format(solution, Row)).ShouldBe(["6", "1 1 14.00 7 0 1 2 0", "2 1 7.00 2 0 3 0"]);
    }

    [Theory]
    [InlineData("6\n1 1 14.00 7 0 1 2 0\n2 1 7.00 2 0 3 0\n")]
    [InlineData("Route #1: 4 1 2\nRoute #2: 5 3\nCost 6\n")]
    public void Read_EitherSpelling_GivesDepotsAndStops(string text)
    {
        using var file = new TextFile(text);

        var solution = RouteListFile.Read(file.Path, Row);

        solution.Fleets.ShouldBe([0, 1]);
        solution.Routes.ShouldBe([[1, 2], [3]]);
        solution.StatedCost.ShouldBe(6);
        SolutionChecker.Check(Row, solution).Cost.ShouldBe(6, 1e-9);
    }

    [Theory]
    [InlineData("6\n3 1 14.00 7 0 1 2 0", "number.whole")]
    [InlineData("6\n1 1 14.00 7 1 2 0", "solution.line")]
    [InlineData("6\n1 1 14.00 7 0 1 2", "solution.line")]
    [InlineData("6\n1 1 14.00 7 0 1 two 0", "number.whole")]
    [InlineData("6\nRoute #1: 1 2", "number.whole")]
    [InlineData("6\nRoute #1:", "solution.depot")]
    [InlineData("6\nRoute", "solution.depot")]
    public void Read_AFault_IsRefusedWithItsLine(string text, string code)
    {
        using var file = new TextFile(text);

        var problem = Should.Throw<InvalidInputException>(() => RouteListFile.Read(file.Path, Row)).Problems.ShouldHaveSingleItem();

        (problem.Code, problem.Line).ShouldBe((code, 2));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
