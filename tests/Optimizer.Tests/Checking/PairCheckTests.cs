using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Tests.Checking;

/// <summary>A hand-made instance on a line: 1 to 2 carries 6, 3 to 4 carries 5, the vehicle holds 10.</summary>
public sealed class PairCheckTests
{
    private static readonly RoutingInstance Instance = new()
    {
        Name = "pairs",
        Format = InstanceFormat.LiLim,
        HasTimeWindows = true,
        Fleets = [new InstanceFleet(2, 10)],
        Stops =
        [
            new InstanceStop(0, 0, 0, 0, 1_000, 0),
            new InstanceStop(1, 0, 6, 0, 900, 0),
            new InstanceStop(2, 0, -6, 0, 900, 0),
            new InstanceStop(3, 0, 5, 0, 900, 0),
            new InstanceStop(4, 0, -5, 0, 900, 0),
        ],
        Pairs = [new StopPair(1, 2), new StopPair(3, 4)],
        Rounding = RoundingRule.Exact,
    };

    [Fact]
    public void Check_OneAfterTheOther_Fits()
    {
        var verdict = Check([1, 2, 3, 4]);

        verdict.Violations.ShouldBeEmpty();
        verdict.Cost.ShouldBe(8);
    }

    [Fact]
    public void Check_BothOnBoard_SaysHowMuchTooMuch() =>
        Check([1, 3, 2, 4]).Violations.ShouldBe([new RuleViolation("capacity", 1, null, 1)]);

    [Fact]
    public void Check_DeliveryFirst_IsAViolation() =>
        Check([3, 2, 4, 1]).Violations.ShouldBe([new RuleViolation("precedence", 1, 2, 2)]);

    [Fact]
    public void Check_StopsOnTwoRoutes_IsAViolationOfEach() =>
        Check([1, 2, 3], [4]).Violations.ShouldBe([new RuleViolation("pairing", 1, 3, 1), new RuleViolation("pairing", 2, 4, 1)]);

    private static SolutionVerdict Check(params IReadOnlyList<int>[] routes) => SolutionChecker.Check(Instance, new RouteList(routes, null));
}
