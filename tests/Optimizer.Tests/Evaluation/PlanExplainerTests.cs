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

        var explanation = new PlanExplainer(data, best).Unserved().Explained.ShouldHaveSingleItem();

        explanation.Cheapest.ShouldNotBeNull().ShouldSatisfyAllConditions(
            cheapest => cheapest.Vehicle.ShouldBe(1),
            cheapest => cheapest.First.ShouldBe(new Violation(Rule.Window, 1, 2, 5)),
            cheapest => cheapest.CostDelta.ShouldBe(63));
        explanation.ByVehicle.Select(obstacle => (obstacle.Vehicle, string.Join(' ', obstacle.Rules.Select(rule => rule.Rule)))).ShouldBe([(0, "Skill Window"), (1, "Window")]);
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

        var obstacle = new PlanExplainer(data, best).Unserved().Explained.ShouldHaveSingleItem().Cheapest.ShouldNotBeNull();

        obstacle.First.ShouldBe(new Violation(Rule.Capacity, 0, null, 2));
    }

    [Fact]
    public void Unserved_NamesEveryBrokenRule_FirstWhatNobodyAtTheDeskCanChange()
    {
        // The stop at 30 needs a skill and is locked to another vehicle, is too heavy by 10,000 and 5 late: amounts in four units.
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }, new Client { Demand = new Load(19_999), Windows = [new Interval(0, 25)], Skills = new SkillRule { All = [1] }, Vehicle = 1 }],
            [new VehicleType { Capacity = new Load(10_000) }, new VehicleType { Capacity = new Load(9), Skills = [1] }],
            Line,
            Line);
        var plan = Solution.Of(data, []);

        var obstacle = new PlanExplainer(data, plan).Unserved().Explained.Single(explanation => explanation.Client == 2).ByVehicle.Single(obstacle => obstacle.Vehicle == 0);

        obstacle.Rules.Select(rule => (rule.Rule, rule.Amount)).ShouldBe([(Rule.Skill, 1), (Rule.Vehicle, 1), (Rule.Capacity, 9_999), (Rule.Window, 5)]);
        obstacle.First.ShouldBe(new Violation(Rule.Skill, 0, 2, 1));
    }

    [Fact]
    public void Cheapest_ComparesAmountsWithTheirLimitsAndNotWithEachOther()
    {
        // On the first vehicle 1,000 beyond 100,000 are too many, on the second 8 beyond 10: a hundredth gives way before four fifths, though 8 is the smaller number.
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(101_000, 18) }],
            [new VehicleType { Capacity = new Load(200_000, 10) }, new VehicleType { Capacity = new Load(100_000, 20) }],
            [0, 10, 10, 0],
            [0, 10, 10, 0]);

        var cheapest = new PlanExplainer(data, Solution.Of(data, [])).Unserved().Explained.ShouldHaveSingleItem().Cheapest.ShouldNotBeNull();

        cheapest.First.ShouldBe(new Violation(Rule.Capacity, 1, null, 1_000));
        cheapest.Relaxation.Share.ShouldBe(1_000_000 / 100);
    }

    [Fact]
    public void Cheapest_WhatHasAPriceIsComparedInMoney()
    {
        // Home after 60: the first vehicle's overtime costs 7 a unit and 20 units of its day are beyond the limit; the second one's has no price, though it is only one unit.
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }, new Client { Demand = new Load(1) }],
            [
                new VehicleType { Capacity = new Load(9), MaxDuration = 40, RegularDuration = 40, OvertimeCostPerDuration = 7 },
                new VehicleType { Capacity = new Load(9), MaxDuration = 59 },
            ],
            Line,
            Line);
        var explanation = new PlanExplainer(data, Solution.Of(data, [])).Unserved().Explained.Single(explanation => explanation.Client == 2);

        explanation.Cheapest.ShouldNotBeNull().ShouldSatisfyAllConditions(
            cheapest => cheapest.Vehicle.ShouldBe(0),
            cheapest => cheapest.Relaxation.ShouldBe(new Relaxation(0, 0, 0, 60 + (7 * 20))));
        explanation.ByVehicle[1].Relaxation.ShouldBe(new Relaxation(0, 0, 1_000_000 / 59, 60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unserved_FindsThePlaceThatAWalkOfAllPlacesFinds(bool isRich)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var data = Day(seed, stops: 24, vehicles: 3, isRich);
            var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 100, Seed = seed }, null, CancellationToken.None).Best;
            var evaluator = new PlanEvaluator(data);
            foreach (var explanation in new PlanExplainer(data, best).Unserved().Explained)
            {
                foreach (var obstacle in explanation.ByVehicle)
                {
                    int[] stops = [.. best.Routes.FirstOrDefault(route => route.Vehicle == obstacle.Vehicle)?.Clients ?? []];
                    var amounts = Enumerable.Range(0, stops.Length + 1)
                        .Select(at => evaluator.Evaluate(new PlanRoute(obstacle.Vehicle, [[.. stops.Take(at), explanation.Client, .. stops.Skip(at)]])))
                        .Select(report => (Never: report.Violations.Count(violation => violation.Rule == Rule.Skill), Share: report.Violations.Sum(violation => ShareOf(data, violation)), report.Figures.Cost));

                    var (never, share, _) = amounts.Min();
                    (obstacle.Relaxation.Never, obstacle.Relaxation.Share).ShouldBe((never, share), $"seed {seed}, client {explanation.Client}, vehicle {obstacle.Vehicle}");
                }
            }
        }
    }

    [Fact]
    public void Unserved_OfVeryMany_ExplainsTheDearestWithinTheEntriesAndCountsTheRest()
    {
        var data = Day(seed: 1, stops: 400, vehicles: 6, isRich: true);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1 }, null, CancellationToken.None).Best;
        var explainer = new PlanExplainer(data, best, mostEntries: 20_000);

        var report = explainer.Unserved();

        // One more stop may be begun before the entries are used up, with no more than an eighth of them and its bounds.
        explainer.WalkedEntries.ShouldBeLessThan(20_000 + (20_000 / 8) + 2_000);
        report.NotExplained.ShouldBePositive();
        (report.Explained.Count + report.NotExplained).ShouldBe(best.Unserved.Count);
        var priorities = report.Explained.Select(explanation => data.Clients[explanation.Client].Priority).ToArray();
        priorities.ShouldBe(priorities.OrderDescending());
        priorities[^1].ShouldBeGreaterThanOrEqualTo(best.Unserved.Except(report.Explained.Select(explanation => explanation.Client)).Max(client => data.Clients[client].Priority));
    }

    [Fact]
    public void Unserved_InAHurry_ExplainsTheDearestAndCountsTheRest()
    {
        var data = Day(seed: 1, stops: 60, vehicles: 2, isRich: true);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1 }, null, CancellationToken.None).Best;
        var explainer = new PlanExplainer(data, best);

        var report = explainer.Unserved(new CancellationToken(canceled: true));

        report.Explained.ShouldHaveSingleItem().Client.ShouldBe(explainer.Unserved().Explained[0].Client);
        report.NotExplained.ShouldBe(best.Unserved.Count - 1);
    }

    [Fact]
    public void Unserved_WalksFewOfThePlaces()
    {
        var data = Day(seed: 2, stops: 120, vehicles: 3, isRich: true);
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 20 }, null, CancellationToken.None).Best;
        var explainer = new PlanExplainer(data, best);

        explainer.Unserved().NotExplained.ShouldBe(0);

        var all = best.Unserved.Count * best.Routes.Sum(route => (long)(route.Clients.Count() + 1) * (route.Clients.Count() + 3));
        explainer.WalkedEntries.ShouldBeLessThan(all / 2);
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

    /// <summary>Stops with windows on a square, too many for the vehicles; of a rich day with a break and skills.</summary>
    private static ProblemData Day(int seed, int stops, int vehicles, bool isRich)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, stops + 1).Select(_ => (X: random.Next(60), Y: random.Next(60))).ToArray();
        int[] lengths = [.. places.SelectMany(a => places.Select(b => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y)))];
        Client Stop()
        {
            var early = random.Next(800);
            return new Client
            {
                Demand = new Load(random.Next(1, 9)),
                ServiceDuration = random.Next(20),
                Windows = [new Interval(early, early + 120)],
                Priority = random.Next(10),
                Skills = isRich && random.Next(4) == 0 ? new SkillRule { All = [1] } : null,
            };
        }

        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, stops).Select(_ => Stop())],
            [
                new VehicleType { Capacity = new Load(30), Count = vehicles - 1, LatestEnd = 900, Breaks = isRich ? [new Break { Duration = 30, Windows = [new Interval(300, 400)] }] : [] },
                new VehicleType { Capacity = new Load(40), LatestEnd = 900, Skills = [1] },
            ],
            lengths,
            lengths);
    }

    /// <summary>An excess in millionths of its limit, here over again: windows and returns count from the beginning of the day, at zero.</summary>
    private static long ShareOf(ProblemData data, Violation violation) => violation.Rule switch
    {
        Rule.Skill => 0,
        Rule.Capacity => Math.Max(1, violation.Amount * 1_000_000 / data.VehicleTypes[violation.Vehicle < 2 ? 0 : 1].Capacity.First),
        Rule.Window => Math.Max(1, violation.Amount * 1_000_000 / data.Clients[violation.Client!.Value].Windows[0].Late),
        Rule.Return => Math.Max(1, violation.Amount * 1_000_000 / 900),
        Rule.Break => violation.Amount * 1_000_000,
        _ => throw new InvalidOperationException($"{violation.Rule} is not of these days."),
    };
}
