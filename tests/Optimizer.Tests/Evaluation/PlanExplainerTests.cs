using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Evaluation;

public sealed class PlanExplainerTests
{
    // A depot and stops on a line, 10 apart.
    private static readonly int[] Line = [.. Enumerable.Range(0, 4).SelectMany(a => Enumerable.Range(0, 4).Select(b => 10 * Math.Abs(a - b)))];

    [Fact]
    public void Unserved_NamesTheFirstRuleOfEachVehicleAndTheCheapestRelaxation()
    {
        // The stop at 30 cannot be reached before 30 and closes at 25; the small vehicle has not the skill besides, the tall one comes home at 55.
        var data = new ProblemData(
            [new Depot()],
            [
                new Client { Demand = new Load(1) },
                new Client { Demand = new Load(1) },
                new Client { Demand = new Load(2), Windows = [new Interval(0, 25)], Skills = new SkillRule { All = [1] } },
            ],
            [new VehicleType { Capacity = new Load(9) }, new VehicleType { Capacity = new Load(9), Skills = [1], FixedCost = 3 }],
            Line,
            Line);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 50 }, null, CancellationToken.None).Best;
        best.Unserved.ShouldBe([2]);

        var explanation = new PlanExplainer(data, best).Unserved().ShouldHaveSingleItem();

        explanation.Cheapest.ShouldNotBeNull().ShouldSatisfyAllConditions(
            cheapest => cheapest.Vehicle.ShouldBe(1),
            cheapest => cheapest.First.ShouldBe(new Violation(Rule.Window, 1, 2, 5)),
            cheapest => cheapest.CostDelta.ShouldBe(63));
        explanation.ByVehicle.Select(obstacle => (obstacle.Vehicle, string.Join(' ', obstacle.Rules.Select(rule => rule.Rule)))).ShouldBe([(0, "Window Skill"), (1, "Window")]);
    }

    [Fact]
    public void Unserved_OutOfRoom_NamesTheLoadThatIsMissing()
    {
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(4), Priority = 2 }, new Client { Demand = new Load(5), Priority = 2 }, new Client { Demand = new Load(3) }],
            [new VehicleType { Capacity = new Load(10), Count = 1 }],
            Line,
            Line);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 50 }, null, CancellationToken.None).Best;

        var obstacle = new PlanExplainer(data, best).Unserved().ShouldHaveSingleItem().Cheapest.ShouldNotBeNull();

        obstacle.First.ShouldBe(new Violation(Rule.Capacity, 0, null, 2));
    }

    [Fact]
    public void Alternatives_CostWhatThePlanWouldCostMore()
    {
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }],
            [new VehicleType { Capacity = new Load(9) }, new VehicleType { Capacity = new Load(9), FixedCost = 7 }, new VehicleType { Capacity = new Load(0) }],
            Line,
            Line);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 50 }, null, CancellationToken.None).Best;
        best.Cost.ShouldBe(60);

        // Without the farthest stop the day is 40 long; alone it takes the other vehicle and 60.
        new PlanExplainer(data, best).Alternatives(2).ShouldBe([new StopAlternative(1, 7 + 60 + 40 - 60)]);
    }
}
