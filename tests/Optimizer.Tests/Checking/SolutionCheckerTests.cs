using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Tests.Checking;

/// <summary>A hand-made instance: depot at the origin, stops at (3,4), (6,8) and (0,5); distances 5, 10, 5 from the depot.</summary>
public sealed class SolutionCheckerTests
{
    private static readonly RoutingInstance Instance = new()
    {
        Name = "hand",
        Format = InstanceFormat.Solomon,
        HasTimeWindows = true,
        Fleets = [new InstanceFleet(2, 10)],
        Stops =
        [
            new InstanceStop(0, 0, 0, 0, 100, 0),
            new InstanceStop(3, 4, 4, 0, 20, 10),
            new InstanceStop(6, 8, 6, 0, 20, 10),
            new InstanceStop(0, 5, 3, 30, 40, 10),
        ],
        Rounding = RoundingRule.Exact,
    };

    [Fact]
    public void Check_SoundSolution_SumsTheLegs()
    {
        // 0-1-2-0 is 5 + 5 + 10; 0-3-0 is 10.
        var verdict = Check([1, 2], [3]);

        verdict.Feasible.ShouldBeTrue();
        verdict.Cost.ShouldBe(30);
        verdict.Routes.ShouldBe(2);
    }

    [Fact]
    public void Check_Overload_SaysByHowMuch() =>
        Check([1, 2, 3], []).Violations.ShouldContain(new RuleViolation("capacity", 1, null, 3));

    [Fact]
    public void Check_LateArrival_SaysWhereAndByHowMuch()
    {
        // Service at 1 from 5 to 15, at 3 from 30 (it opens) to 40, at 2 from 40 + 6.708 on: 26.708 after its window.
        var verdict = Check([1, 3, 2], []);

        var late = verdict.Violations.Single(violation => violation.Rule == "window");
        late.Stop.ShouldBe(2);
        late.By.ShouldBe(40 + Math.Sqrt(45) - 20, 1e-9);
    }

    [Fact]
    public void Check_ReturnAfterTheDepotCloses_IsAViolation()
    {
        var early = Instance with { Stops = [Instance.Stops[0] with { Late = 44 }, .. Instance.Stops.Skip(1)] };

        SolutionChecker.Check(early, new RouteList([[1, 2], [3]], null)).Violations.ShouldHaveSingleItem().ShouldBe(new RuleViolation("return", 2, null, 1));
    }

    [Fact]
    public void Check_MissingTwiceUnknownAndTooManyRoutes_AreAllNamed()
    {
        var rules = Check([1], [1], [2], [9]).Violations.Select(violation => violation.Rule);

        rules.ShouldBe(["unknown", "twice", "missing", "vehicles"], ignoreOrder: true);
    }

    [Fact]
    public void Check_SeveralDepots_AreJudgedEachByItsOwnLimits()
    {
        // The second depot is at (6, 8): 6-8 and back over stop 1 is 10, over stops 1 and 3 it is 5 + 3.162 + 6.708, each stop takes 10.
        var two = Instance with
        {
            HasTimeWindows = false,
            Fleets = [new InstanceFleet(1, 10), new InstanceFleet(1, 6, 34) { AllowedStops = [true, true, false] }],
            Stops = [.. Instance.Stops, new InstanceStop(6, 8, 0, 0, 0, 0)],
        };

        var sound = SolutionChecker.Check(two, new RouteList([[3], [1], [2]], null) { Fleets = [0, 1, 0] });
        var broken = SolutionChecker.Check(two, new RouteList([[1, 3], [2]], null) { Fleets = [1, 1] });

        sound.Distance.ShouldBe(10 + 10 + 20, 1e-9);
        sound.Violations.ShouldBe([new RuleViolation("vehicles", null, 4, 1)]);
        broken.Distance.ShouldBe(5 + Math.Sqrt(10) + Math.Sqrt(45), 1e-9);
        broken.Violations.Select(violation => (violation.Rule, violation.Route, violation.Stop, Math.Round(violation.By, 6))).ShouldBe(
            [
                ("capacity", 1, null, 1),
                ("depot", 1, 3, 1),
                ("duration", 1, null, Math.Round(5 + Math.Sqrt(10) + Math.Sqrt(45) + 20 - 34, 6)),
                ("vehicles", null, 5, 1),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(RoundingRule.Nearest, 7.0)]
    [InlineData(RoundingRule.Dimacs, 6.7)]
    public void Check_Rounding_FollowsTheRule(RoundingRule rule, double leg)
    {
        // The leg from 2 to 3 is the root of 45, 6.7082.
        var rounded = Instance with { Rounding = rule, HasTimeWindows = false, Fleets = [new InstanceFleet(2, 100)] };

        SolutionChecker.Check(rounded, new RouteList([[1, 2, 3]], null)).Distance.ShouldBe(5 + 5 + leg + 5, 1e-9);
    }

    private static SolutionVerdict Check(params IReadOnlyList<int>[] routes) => SolutionChecker.Check(Instance, new RouteList(routes, null));
}
