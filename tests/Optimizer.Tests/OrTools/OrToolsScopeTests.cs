using Territory.Model.Problems;
using Territory.Optimizer.OrTools;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.OrTools;

public sealed class OrToolsScopeTests
{
    private static readonly Client Stop = new() { Demand = new Load(1) };
    private static readonly VehicleType Van = new() { Capacity = new Load(10), MaxDuration = 500, FixedCost = 3, CostPerDuration = 1, AllowedClients = [true, true, false] };

    public static TheoryData<string> Features =>
    [
        "profiles", "relations", "alternatives", "balance", "territories", "service by vehicle type", "set-up of a place", "release times", "due times", "soft windows", "stops locked to a vehicle",
        "stops locked to a position", "costs of changes to a plan", "frozen beginnings of routes", "several trips of a vehicle", "breaks", "speeds", "costs of driving, service or stops", "overtime",
        "longest distance or time on the road", "most stops of a vehicle", "deliveries before pickups", "deliveries, pickups and shipments on one trip", "priorities and prizes of this size",
    ];

    [Fact]
    public void Require_LoadsWindowsShiftsFleetsAndOptionalStops_AreGiven() =>
        Should.NotThrow(() => OrToolsScope.Require(Problem(Stop with { Windows = [new Interval(0, 9), new Interval(20, 90)], IsRequired = false, Prize = 7, ServiceDuration = 4 }, Van, null), new SolveOptions()));

    [Theory]
    [MemberData(nameof(Features))]
    public void Require_AFeatureThatIsNotGiven_IsRefusedByName(string feature)
    {
        var stop = feature switch
        {
            "service by vehicle type" => Stop with { ServiceByType = [5] },
            "set-up of a place" => Stop with { SetupDuration = 4, Place = 1 },
            "release times" => Stop with { Release = 5 },
            "due times" => Stop with { Due = 90 },
            "soft windows" => Stop with { SoftWindow = new SoftWindow(new Interval(3, 9), 1, 1) },
            "stops locked to a vehicle" => Stop with { Vehicle = 0 },
            "stops locked to a position" => Stop with { Position = (StopPosition)1 },
            "costs of changes to a plan" => Stop with { Planned = new PlannedVisit(0, 5, null, 0) },
            "deliveries, pickups and shipments on one trip" => Stop with { Pickup = new Load(2) },
            "priorities and prizes of this size" => Stop with { Prize = OrToolsScope.LargestPenalty },
            _ => Stop,
        };
        var van = feature switch
        {
            "frozen beginnings of routes" => Van with { Prefix = [0] },
            "several trips of a vehicle" => Van with { MaxTrips = 2 },
            "breaks" => Van with { Breaks = [new Break { Duration = 5, Windows = [Interval.Always] }] },
            "speeds" => Van with { SpeedPermille = 800 },
            "costs of driving, service or stops" => Van with { CostPerStop = 1 },
            "overtime" => Van with { RegularDuration = 60, OvertimeCostPerDuration = 1 },
            "longest distance or time on the road" => Van with { MaxDriving = 300 },
            "most stops of a vehicle" => Van with { MaxStops = 2 },
            "deliveries before pickups" => Van with { DeliversBeforePickups = true },
            _ => Van,
        };
        ProblemRules? rules = feature switch
        {
            "profiles" => new() { Profiles = [new TravelProfile(Lengths(), Lengths())] },
            "relations" => new() { Relations = [new Relation((RelationKind)0, [0, 1])] },
            "alternatives" => new() { Alternatives = [[0, 1]] },
            "balance" => new() { Balance = new BalanceRule((BalancedFigure)0, 1, 1) },
            "territories" => new() { CostPerFurtherTerritory = 1 },
            _ => null,
        };

        Should.Throw<InvalidInputException>(() => OrToolsScope.Require(Problem(stop, van, rules), new SolveOptions())).Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("engine.feature"), problem => problem.Field.ShouldBe(feature));
    }

    [Fact]
    public void Require_ASolutionToStartFrom_IsRefused()
    {
        var data = Problem(Stop, Van, null);

        Should.Throw<InvalidInputException>(() => OrToolsScope.Require(data, new SolveOptions { Initial = Solution.Of(data, []) })).Problems.ShouldHaveSingleItem().Field.ShouldBe("a solution to start from");
    }

    [Fact]
    public void Require_EveryRichProblem_IsRefused()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var data = RichProblem.Of(seed);
            if (data.IsRich || data.HasReleases)
                Should.Throw<InvalidInputException>(() => OrToolsScope.Require(data, new SolveOptions()), $"seed {seed}");
        }
    }

    private static ArcLengths Lengths() => ArcLengths.OfMatrix([0, 3, 4, 5, 3, 0, 4, 5, 4, 3, 0, 4, 5, 4, 3, 0], 4);

    private static ProblemData Problem(Client first, VehicleType type, ProblemRules? rules) =>
        new([new Depot()], [first, Stop, Stop], [type], Lengths(), Lengths(), null, rules);
}
