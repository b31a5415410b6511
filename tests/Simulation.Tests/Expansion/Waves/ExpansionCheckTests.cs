using Territory.Model.Problems;
using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Tests.Expansion.Waves;

public sealed class ExpansionCheckTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "cash", "expansion.cash.below-limit" },
        { "reps", "expansion.required.reps" },
        { "vehicles", "expansion.required.vehicles" },
        { "launches", "expansion.required.launches" },
        { "window", "expansion.region.window" },
        { "twice", "expansion.region.twice" },
        { "short", "expansion.level.cash" },
        { "falling", "expansion.reps.falling" },
        { "risk", "expansion.risk.level" },
        { "size", "expansion.size" },
    };

    [Fact]
    public void Problems_SoundProblem_AreNone() => ExpansionCheck.Problems(Sound()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Broken))]
    public void Plan_BrokenInput_IsRefusedBeforeAnythingRuns(string what, string code)
    {
        var problem = Break(Sound(), what);
        var refused = Should.Throw<InvalidInputException>(() => WavePlanner.Plan(problem, new SearchLimits(1, long.MaxValue)));
        refused.Problems.ShouldContain(entry => entry.Code == code && entry.Field!.StartsWith("$."));
    }

    private static ExpansionProblem Sound() => new()
    {
        Weeks = 4,
        Replications = 1,
        Regions = [Region("A"), Region("B")],
        RepsByWeek = [3, 3, 3, 3],
        VehiclesByWeek = [2, 2, 2, 2],
        Cash = new CashRule(1_000_00, 0, []),
        ParallelLaunches = 1,
        LaunchWeeks = 2,
    };

    private static ExpansionRegion Region(string id) => new()
    {
        Outlook = new RegionOutlook(id, 4, 1, [new StaffingOutlook { Level = "L", Reps = 1, Vehicles = 1, NetCashMinorUnits = [-10_00, 20_00, 20_00, 20_00] }]),
        Required = true,
    };

    private static ExpansionProblem Break(ExpansionProblem problem, string what) => what switch
    {
        // 10 a week flow out: after the third week the balance is below 0 whatever is opened.
        "cash" => problem with { Cash = new CashRule(25_00, 0, [-10_00]) },
        "reps" => problem with { RepsByWeek = [0, 0, 0, 0] },
        "vehicles" => problem with { VehiclesByWeek = [0, 0, 0, 0] },
        // Two launches of two weeks fit into four weeks one after another, three do not.
        "launches" => problem with { Regions = [.. problem.Regions, Region("C")] },
        "window" => problem with { Regions = [problem.Regions[0] with { EarliestWeek = 3, LatestWeek = 2 }] },
        "twice" => problem with { Regions = [Region("A"), Region("A")] },
        "short" => problem with { Weeks = 3 },
        "falling" => problem with { RepsByWeek = [3, 2, 3, 3] },
        "risk" => problem with { Objective = new ExpansionObjective(RiskLevel: 1) },
        _ => problem with { Replications = 50_000_000 },
    };
}
