using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Routing;

/// <summary>Leaving out a required client costs more than any set of routes, whatever it is that makes routes dear; what could overflow is refused.</summary>
public sealed class CostBoundTests
{
    private const long Largest = 1L << 45;

    private static readonly Client Stop = new() { Demand = new Load(1) };
    private static readonly VehicleType Cart = new() { Capacity = new Load(1) };

    /// <summary>The one plan that serves everybody is known, and dear.</summary>
    public static TheoryData<string> DearPlans => ["reloading", "depot hours", "balance of shipped loads", "balance of days"];

    [Theory]
    [MemberData(nameof(DearPlans))]
    public void Solve_ServingEverybodyIsDear_StillServesEverybody(string what)
    {
        var data = what switch
        {
            "reloading" => Problem([Stop, Stop, Stop], Cart with { MaxTrips = 3, ReloadDuration = 1_000, CostPerDuration = 1 }),
            "depot hours" => Problem([Stop, Stop, Stop], Cart with { MaxTrips = 3, CostPerDuration = 1, Start = new Interval(0, 0) }, new Depot(new Interval(5_000, 9_000))),
            "balance of shipped loads" => Problem(
                [Stop with { Demand = default }, Stop with { Demand = default }],
                Cart with { Capacity = new Load(900) },
                rules: new ProblemRules { Balance = new BalanceRule(BalancedFigure.Load, 1, 1) },
                shipments: [new Shipment(0, 1, new Load(900))]),
            // Each of twenty vehicles has to wait a whole day for its second stop; that one vehicle has a short day is worth no stop.
            _ => Problem(
                [.. Enumerable.Range(0, 40).Select(i => Stop with { Windows = [i % 2 == 0 ? new Interval(0, 1) : new Interval(1_000, 1_000)] })],
                Cart with { Capacity = new Load(2), Count = 20, Start = new Interval(0, 0) },
                rules: new ProblemRules { Balance = new BalanceRule(BalancedFigure.Duration, 1, 1) }),
        };

        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 500 }, null, CancellationToken.None).Best;

        best.Unserved.ShouldBeEmpty();
        new PlanEvaluator(data).Evaluate(best).Terms.Total.ShouldBeLessThan(data.RequiredPrize);
    }

    public static TheoryData<string> Overflows => ["soft window", "balance of days", "balance of loads", "balance of shipped loads", "breaks", "service"];

    [Theory]
    [MemberData(nameof(Overflows))]
    public void Problem_WhoseSumsCouldOverflow_IsRefused(string what)
    {
        Func<ProblemData> make = what switch
        {
            "soft window" => () => Problem([Stop with { SoftWindow = new SoftWindow(new Interval(Largest, Largest), 1L << 40, 0) }], Cart),
            // Squares of these times a weight are a little more than 2^128, 2^127 in the second case: where 128 bits wrap round they look small, or negative.
            "balance of days" => () => Problem([Stop with { Release = (1L << 44) + (29L << 37) }], Cart, rules: Balanced(BalancedFigure.Duration, (1L << 40) - 203)),
            "balance of loads" => () => Problem([Stop with { Demand = new Load(Largest - 123_457) }], Cart, rules: Balanced(BalancedFigure.Load, (1L << 40) - 7)),
            "balance of shipped loads" => () => Problem(
                [Stop with { Demand = default }, Stop with { Demand = default }], Cart, rules: Balanced(BalancedFigure.Load, 1L << 40), shipments: [new Shipment(0, 1, new Load(1L << 40))]),
            "breaks" => () => Problem([Stop], Cart with { Breaks = [.. Enumerable.Repeat(new Break { Duration = Largest, Windows = [new Interval(Largest, Largest)] }, 1 << 18)] }),
            // Times beyond the largest would be later than windows that never close.
            _ => () => Problem([Stop with { ServiceDuration = Largest, Windows = [new Interval(0, 5)] }, Stop with { ServiceDuration = Largest }], Cart),
        };

        Should.Throw<InvalidInputException>(make).Problems.ShouldHaveSingleItem().Code.ShouldBe(what is "breaks" or "service" ? "time.overflow" : "cost.overflow");
    }

    private static ProblemRules Balanced(BalancedFigure figure, long weight) => new() { Balance = new BalanceRule(figure, 1, weight) };

    /// <summary>Every place is one from every other.</summary>
    private static ProblemData Problem(Client[] clients, VehicleType type, Depot? depot = null, ProblemRules? rules = null, Shipment[]? shipments = null)
    {
        var locations = clients.Length + 1;
        int[] roads = [.. Enumerable.Range(0, locations * locations).Select(cell => cell % (locations + 1) == 0 ? 0 : 1)];
        return new ProblemData([depot ?? new Depot()], clients, [type], roads, roads, shipments, rules);
    }
}
