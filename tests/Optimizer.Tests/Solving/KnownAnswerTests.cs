using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Problems whose optimum is a closed form.</summary>
public sealed class KnownAnswerTests
{
    [Fact]
    public void Circle_TwelvePointsOfRadiusTen_IsTheHullPerimeter()
    {
        // 12 * 2 * 10 * sin(15 degrees) = 62.1166.
        var points = Enumerable.Range(0, 12).Select(i => new InstanceStop(10 * Math.Cos(i * Math.PI / 6), 10 * Math.Sin(i * Math.PI / 6), i == 0 ? 0 : 1, 0, 0, 0));

        Cost(points, capacity: 11).ShouldBe(240 * Math.Sin(Math.PI / 12), 1e-9);
    }

    [Fact]
    public void Star_EachSpokeAFullTruck_IsTwiceTheSpokes()
    {
        // Spokes of 10, 20, 30, 40, 50 in five directions, one truck each: 2 * 150.
        var points = Enumerable.Range(0, 6).Select(i => new InstanceStop(10 * i * Math.Cos(i * 1.1), 10 * i * Math.Sin(i * 1.1), i == 0 ? 0 : 9, 0, 0, 0));

        Cost(points, capacity: 9).ShouldBe(300, 1e-9);
    }

    private static double Cost(IEnumerable<InstanceStop> stops, long capacity)
    {
        var instance = new RoutingInstance
        {
            Name = "known",
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = false,
            Fleets = [new InstanceFleet(null, capacity)],
            Stops = [.. stops],
            Rounding = RoundingRule.Exact,
        };
        var result = new TerritorySolver().Solve(new InstanceProblem(instance).Data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None);
        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));
        verdict.Feasible.ShouldBeTrue();
        return verdict.Cost;
    }
}
