using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Li and Lim's instances, by the numbers of vehicles and distances published for them.</summary>
public sealed class PublishedPairsTests
{
    [Theory]
    [InlineData("lc101", 10, 828.94)]
    [InlineData("lc202", 3, 591.56)]
    [InlineData("lr104", 9, 1013.39)]
    public void Solve_PublishedInstance_TakesThePublishedVehiclesAndDistance(string name, int vehicles, double distance)
    {
        var instance = InstanceReader.Read(SharedData.Path($"pdptw/100/{name}.txt"));
        var model = new InstanceProblem(instance, instance.UsualObjective);

        var result = new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 3_000 }, null, CancellationToken.None);
        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));

        verdict.Violations.ShouldBeEmpty();
        verdict.Routes.ShouldBe(vehicles);
        verdict.Cost.ShouldBeInRange(distance - 0.01, distance * 1.002);
    }

    [Fact]
    public void Solve_FromASolutionThatBreaksAPair_IsRefused()
    {
        var instance = InstanceReader.Read(SharedData.Path("pdptw/100/lc101.txt"));
        var model = new InstanceProblem(instance, instance.UsualObjective);
        var pair = instance.Pairs[0];

        // Alone on its route the pickup keeps every other rule.
        var initial = model.ToSolution(new RouteList([[pair.Pickup]], null));

        Should.Throw<ArgumentException>(() => new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 1, Initial = initial }, null, CancellationToken.None))
            .Message.ShouldContain("on one trip");
    }
}
