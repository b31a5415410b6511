using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Tests.Expansion.Waves;

public sealed class WavePlannerTests
{
    private const int Cases = 40;

    // Values are rounded to whole minor units a region and replication.
    private const double Rounding = 4;

    /// <summary>Every combination of starts is tried; the planner must find the best objective, and no bound may lie under it.</summary>
    [Fact]
    public void Plan_SmallRandomCases_ReachesTheOptimumOfEveryCombinationTried()
    {
        var worse = new List<string>();
        for (var seed = 1; seed <= Cases; seed++)
        {
            var problem = RandomExpansions.Draw(seed);
            var best = ExhaustivePlans.Best(problem).ShouldNotBeNull();
            var plan = WavePlanner.Plan(problem, new SearchLimits(1, 1_500));
            plan.Bound.ShouldBeGreaterThanOrEqualTo(best - Rounding, $"case {seed}");
            plan.Objective.ShouldBeLessThanOrEqualTo(best + Rounding, $"case {seed}");
            if (plan.Objective < best - Rounding)
                worse.Add($"case {seed}: {plan.Objective} of {best}");
        }

        worse.ShouldBeEmpty();
    }

    /// <summary>What the planner says of its plan is what week-by-week bookkeeping says.</summary>
    [Fact]
    public void Plan_RandomCases_IsWorthWhatBookkeepingSays()
    {
        for (var seed = 100; seed < 130; seed++)
        {
            var problem = RandomExpansions.Draw(seed, regions: 9, weeks: 20, levels: 3, replications: 7);
            var plan = WavePlanner.Plan(problem, new SearchLimits(1, 300));
            ExhaustivePlans.Judge(problem, StartsOf(problem, plan), LevelsOf(problem, plan)).ShouldNotBeNull($"case {seed} breaks a limit").ShouldBe(plan.Objective, 9 + Rounding);
            (plan.Starts.Count + plan.LeftOut.Count).ShouldBe(problem.Regions.Count);
            plan.Bound.ShouldBeGreaterThanOrEqualTo(plan.Objective);
        }
    }

    /// <summary>An annuity in closed form: c (1 - v^n) / (1 - v) less the investment, all at the first week.</summary>
    [Fact]
    public void Plan_OneRegion_IsWorthItsAnnuity()
    {
        const int weeks = 52;
        const double rate = 0.002;
        var problem = Single(Region("A", weeks, -10_000_00, 500_00), weeks) with { Objective = new ExpansionObjective(DiscountPerWeek: rate) };
        var plan = WavePlanner.Plan(problem, new SearchLimits(1, 50));
        var v = 1 / (1 + rate);
        var expected = -10_000_00 + (500_00 * (1 - Math.Pow(v, weeks)) / (1 - v));
        plan.Starts.ShouldHaveSingleItem().Week.ShouldBe(0);
        plan.Value.Mean.ShouldBe(expected, 1);
        plan.Bound.ShouldBe(expected, 1);
    }

    /// <summary>The same with what comes after the horizon: 26 further weeks of the same payment are 26 more terms of the annuity.</summary>
    [Fact]
    public void Plan_OneRegionWithResidual_IsWorthTheLongerAnnuity()
    {
        const double rate = 0.003;
        var problem = Single(Region("A", 40, -100_00, 50_00), 40) with { Objective = new ExpansionObjective(DiscountPerWeek: rate, ResidualWeeks: 26) };
        var v = 1 / (1 + rate);
        WavePlanner.Plan(problem, new SearchLimits(1, 50)).Value.Mean.ShouldBe(-100_00 + (50_00 * (1 - Math.Pow(v, 66)) / (1 - v)), 1);
    }

    [Fact]
    public void Plan_RegionThatCostsAndEarnsNothing_ChangesNoValue()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var problem = RandomExpansions.Draw(seed, regions: 3) with { Order = OrderPreference.Free, ParallelLaunches = 10 };
            var idle = new ExpansionRegion { Outlook = new RegionOutlook("idle", problem.Weeks, problem.Replications, [new StaffingOutlook { Level = "L", Reps = 0, Vehicles = 0, NetCashMinorUnits = new long[problem.Weeks * problem.Replications] }]), Weight = 0 };
            var with = problem with { Regions = [.. problem.Regions, idle] };
            Objective(with).ShouldBe(Objective(problem), 1e-6, $"case {seed}");
        }
    }

    [Fact]
    public void Plan_MoreCash_NeverMakesTheOptimumWorse()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var problem = RandomExpansions.Draw(seed);
            var before = double.NegativeInfinity;
            foreach (var opening in new[] { 0L, 10_00, 25_00, 60_00, 1_000_00 })
            {
                var objective = Objective(problem with { Cash = problem.Cash with { OpeningMinorUnits = opening } });
                objective.ShouldBeGreaterThanOrEqualTo(before - 1e-6, $"case {seed}, {opening}");
                before = objective;
            }
        }
    }

    /// <summary>Two equal regions and one launch at a time: under the strict order the easier starts first, whichever is listed first.</summary>
    [Theory]
    [InlineData(90, 10, "A")]
    [InlineData(10, 90, "B")]
    public void Plan_StrictOrder_StartsTheEasierFirst(double easeOfA, double easeOfB, string first)
    {
        var problem = Pair(easeOfA, easeOfB, 50_00, 50_00) with { Order = new OrderPreference(OrderMode.Strict) };
        WavePlanner.Plan(problem, new SearchLimits(1, 200)).Starts.Select(start => start.Region).ShouldBe(first == "A" ? ["A", "B"] : ["B", "A"]);
    }

    /// <summary>The harder region is worth 20 a week more. One week's start apart, going first is worth 20; a penalty decides at that price, an override lifts it.</summary>
    [Theory]
    [InlineData(19_00, null, "hard")]
    [InlineData(21_00, null, "easy")]
    [InlineData(21_00, "the distributor waits for no one", "hard")]
    public void Plan_PenaltyOfOrder_DecidesAtItsPrice(double penalty, string? reason, string first)
    {
        var problem = Pair(100, 0, 50_00, 70_00) with { Order = new OrderPreference(OrderMode.Penalty, penalty) };
        problem = problem with { Regions = [problem.Regions[0], problem.Regions[1] with { OrderOverride = reason }] };
        WavePlanner.Plan(problem, new SearchLimits(1, 200)).Starts[0].Region.ShouldBe(first == "easy" ? "A" : "B");
    }

    /// <summary>Two reps at first; A takes both and trains two by two weeks later; only then can B start.</summary>
    [Fact]
    public void Plan_RepsTrainedInTheFirstRegion_OpenTheSecond()
    {
        var problem = Pair(50, 50, 50_00, 50_00);
        var first = problem.Regions[0] with { Outlook = Trained(problem.Regions[0].Outlook, 2, [0, 0, 2]) };
        var second = problem.Regions[1] with { Outlook = Trained(problem.Regions[1].Outlook, 2, []) };
        var plan = WavePlanner.Plan(problem with { Regions = [first, second], RepsByWeek = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2], ParallelLaunches = 5 }, new SearchLimits(1, 300));
        plan.Starts.Select(start => (start.Region, start.Week)).ShouldBe([("A", 0), ("B", 2)]);
        plan.FreeReps.ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>A region that loses a little but trains the reps of a rich one is opened although it does not pay by itself.</summary>
    [Fact]
    public void Plan_TrainingRegionThatLoses_IsOpenedForTheOthersItEnables()
    {
        const int weeks = 10;
        var trainer = Region("school", weeks, -10_00, -1_00);
        var rich = Region("rich", weeks, -10_00, 500_00);
        var problem = Single(trainer, weeks) with
        {
            Regions = [trainer with { Outlook = Trained(trainer.Outlook, 1, [0, 6]) }, rich with { Outlook = Trained(rich.Outlook, 5, []) }],
            RepsByWeek = [.. Enumerable.Repeat(1, weeks)],
        };
        WavePlanner.Plan(problem, new SearchLimits(1, 300)).Starts.Select(start => (start.Region, start.Week)).ShouldBe([("school", 0), ("rich", 1)]);
    }

    [Fact]
    public void Plan_SameSeedAndIterations_IsTheSamePlan()
    {
        var problem = RandomExpansions.Draw(7, regions: 12, weeks: 30, levels: 2, replications: 8);
        var first = WavePlanner.Plan(problem, new SearchLimits(5, 400));
        var second = WavePlanner.Plan(problem, new SearchLimits(5, 400));
        second.Starts.ShouldBe(first.Starts);
        BitConverter.DoubleToInt64Bits(second.Objective).ShouldBe(BitConverter.DoubleToInt64Bits(first.Objective));
        BitConverter.DoubleToInt64Bits(second.Bound).ShouldBe(BitConverter.DoubleToInt64Bits(first.Bound));
        second.Cash.ShouldBe(first.Cash);
    }

    /// <summary>A search that is stopped gives what the same number of iterations gives.</summary>
    [Fact]
    public void Plan_StoppedSearch_IsThatOfItsIterations()
    {
        var problem = RandomExpansions.Draw(8, regions: 10, weeks: 20);
        using var stop = new CancellationTokenSource();
        var cut = WavePlanner.Plan(problem, new SearchLimits(3, 1_000_000), new StopAtFirst(stop), stop.Token);
        cut.Iterations.ShouldBeLessThan(1_000_000);
        WavePlanner.Plan(problem, new SearchLimits(3, cut.Iterations)).Starts.ShouldBe(cut.Starts);
    }

    [Fact]
    public void Plan_StoppedBeforeItBegins_IsThatOfOneIteration()
    {
        var problem = RandomExpansions.Draw(8, regions: 10, weeks: 20);
        var cut = WavePlanner.Plan(problem, new SearchLimits(3, 1_000_000), stop: new CancellationToken(canceled: true), stopBound: new CancellationToken(canceled: true));
        cut.Iterations.ShouldBe(1);
        cut.Starts.ShouldNotBeEmpty();
        cut.Starts.ShouldBe(WavePlanner.Plan(problem, new SearchLimits(3, 1)).Starts);
        cut.Bound.ShouldBeGreaterThanOrEqualTo(WavePlanner.Plan(problem, new SearchLimits(3, 500)).Objective);
    }

    /// <summary>The safe region earns 100 in any state; the risky one 300 or -60, 120 in the mean. Only one fits. Mean prefers the risky, CVaR the safe.</summary>
    [Theory]
    [InlineData(0, "risky")]
    [InlineData(1, "safe")]
    public void Plan_RiskWeight_ChoosesBetweenMeanAndWorst(double weight, string chosen)
    {
        var problem = new ExpansionProblem
        {
            Weeks = 1,
            Replications = 2,
            Regions =
            [
                new ExpansionRegion { Outlook = new RegionOutlook("safe", 1, 2, [new StaffingOutlook { Level = "L", Reps = 1, Vehicles = 0, NetCashMinorUnits = [100_00, 100_00] }]) },
                new ExpansionRegion { Outlook = new RegionOutlook("risky", 1, 2, [new StaffingOutlook { Level = "L", Reps = 1, Vehicles = 0, NetCashMinorUnits = [300_00, -60_00] }]) },
            ],
            RepsByWeek = [1],
            VehiclesByWeek = [0],
            Cash = new CashRule(1_000_00, 0, []),
            Objective = new ExpansionObjective(RiskWeight: weight, RiskLevel: 0.5),
        };
        var plan = WavePlanner.Plan(problem, new SearchLimits(1, 100));
        plan.Starts.ShouldHaveSingleItem().Region.ShouldBe(chosen);
        plan.Objective.ShouldBe(chosen == "safe" ? 100_00 : 120_00, 1e-9);
        plan.LeftOut.ShouldHaveSingleItem().Constraint.ShouldBe(WaveConstraint.TrainedReps);
    }

    private static double Objective(ExpansionProblem problem) => WavePlanner.Plan(problem, new SearchLimits(1, 1_500)).Objective;

    private static int[] StartsOf(ExpansionProblem problem, ExpansionPlan plan) =>
        [.. problem.Regions.Select(region => plan.Starts.FirstOrDefault(start => start.Region == region.Id)?.Week ?? -1)];

    private static int[] LevelsOf(ExpansionProblem problem, ExpansionPlan plan) =>
        [.. problem.Regions.Select(region => plan.Starts.FirstOrDefault(start => start.Region == region.Id) is { } start ? region.Outlook.Levels.Select(level => level.Level).ToList().IndexOf(start.Level) : 0)];

    /// <summary>Pays at its start and every week from then on.</summary>
    private static ExpansionRegion Region(string id, int weeks, long atStart, long perWeek)
    {
        var cash = Enumerable.Repeat(perWeek, weeks).ToArray();
        cash[0] += atStart;
        return new ExpansionRegion { Outlook = new RegionOutlook(id, weeks, 1, [new StaffingOutlook { Level = "L", Reps = 1, Vehicles = 0, NetCashMinorUnits = cash }]) };
    }

    private static ExpansionProblem Single(ExpansionRegion region, int weeks) => new()
    {
        Weeks = weeks,
        Replications = 1,
        Regions = [region],
        RepsByWeek = [.. Enumerable.Repeat(9, weeks)],
        VehiclesByWeek = new int[weeks],
        Cash = new CashRule(1_000_000_00, 0, []),
    };

    private static ExpansionProblem Pair(double easeOfA, double easeOfB, long weeklyOfA, long weeklyOfB)
    {
        const int weeks = 10;
        var a = Region("A", weeks, -100_00, weeklyOfA) with { Ease = easeOfA };
        var b = Region("B", weeks, -100_00, weeklyOfB) with { Ease = easeOfB };
        return Single(a, weeks) with { Regions = [a, b], ParallelLaunches = 1 };
    }

    private static RegionOutlook Trained(RegionOutlook outlook, int reps, int[] trained) =>
        outlook with { Levels = [new StaffingOutlook { Level = "L", Reps = reps, Vehicles = 0, TrainedByAge = trained, NetCashMinorUnits = outlook.Levels[0].NetCashMinorUnits }] };

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<WaveProgress>
    {
        public void Report(WaveProgress value) => stop.Cancel();
    }
}
