using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class FrozenPrefixTests
{
    private const int Stops = 12;

    // Places on a line, 10 apart, the depot first.
    private static readonly int[] Line = [.. Enumerable.Range(0, Stops + 1).SelectMany(a => Enumerable.Range(0, Stops + 1).Select(b => 10 * Math.Abs(a - b)))];

    [Fact]
    public void Solve_KeepsTheStopsAVehicleWasSentToFirstAndInOrder_LateOrNot()
    {
        // Sent to the far end, then to the middle, past windows that closed long ago. The rest is cheapest on the way.
        var data = Problem([Stops - 1, 5], capacity: 20);

        var best = Solve(data);

        best.Unserved.ShouldBeEmpty();
        best.Routes.Single(route => route.Vehicle == 0).Clients.Take(2).ShouldBe([Stops - 1, 5]);
        new PlanEvaluator(data).Evaluate(best).ShouldSatisfyAllConditions(report => report.Violations.ShouldBeEmpty(), report => report.Cost.ShouldBe(best.Cost));
        // 120 out, 60 back to the middle, out again to 110 and home past all the others; a second vehicle to 110 and back would be 220 instead of 100.
        best.Cost.ShouldBe(120 + 60 + 50 + 110);
    }

    [Fact]
    public void Solve_PrefixThatDoesNotFit_IsRefused()
    {
        var refused = Should.Throw<InvalidInputException>(() => Solve(Problem([Stops - 1, 5], capacity: 1)));

        refused.Problems.ShouldHaveSingleItem().Field.ShouldBe("vehicleTypes[0].prefix");
    }

    [Fact]
    public void Problem_WithSeveralPrefixesThatDoNotFit_IsRefusedWithAllOfThemBeforeAnySearch()
    {
        VehicleType Van(long capacity, params int[] prefix) => new() { Capacity = new Load(capacity), Prefix = prefix };

        var refused = Should.Throw<InvalidInputException>(() => new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, Stops).Select(_ => new Client { Demand = new Load(1) })],
            [Van(1, 0, 1), Van(2, 2, 3), Van(2, 4, 5, 6)],
            Line,
            Line));

        refused.Problems.Select(problem => (problem.Code, problem.Field)).ShouldBe([("lock.prefix", "vehicleTypes[0].prefix"), ("lock.prefix", "vehicleTypes[2].prefix")]);
    }

    private static ProblemData Problem(IReadOnlyList<int> prefix, long capacity) => new(
        [new Depot()],
        [.. Enumerable.Range(0, Stops).Select(client => new Client { Demand = new Load(1), Windows = [prefix.Contains(client) ? new Interval(0, 1) : Interval.Always] })],
        [new VehicleType { Capacity = new Load(capacity), Prefix = prefix }, new VehicleType { Capacity = new Load(20) }],
        Line,
        Line);

    private static Solution Solve(ProblemData data) => new TerritorySolver().Solve(data, new SolveOptions { Iterations = 300 }, null, CancellationToken.None).Best;
}
