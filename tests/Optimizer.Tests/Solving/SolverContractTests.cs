using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>What every engine owes its caller, whatever it is inside: run once for each engine of the build.</summary>
public abstract class SolverContractTests
{
    private const int Problems = 25;

    protected abstract ISolver Engine { get; }

    /// <summary>Enough of the engine's effort for problems of a handful of clients.</summary>
    protected abstract SolveOptions Enough { get; }

    [Fact]
    public void Solve_SmallProblems_FindsTheOptimumOfWindowsFleetsAndOptionalClients()
    {
        for (var seed = 1; seed <= Problems; seed++)
        {
            var data = SmallRoutes.Problem(new Random(seed), clients: 5);

            var best = Solve(data, Enough).Best;

            best.Cost.ShouldBe(SmallRoutes.Optimum(data), $"seed {seed}");
            Walked(data, best).ShouldBe(best.Cost, $"seed {seed}");
        }
    }

    [Fact]
    public void Solve_OptionalClients_AreLeftOutWhereTheyCostMoreThanTheirPrice()
    {
        // 0 - 3 - 4: there and back to client 0 is 6, to both 8; client 1 is worth 1 and left out, then 3 and served.
        ProblemData Data(long prize) => new(
            [new Depot()],
            [new Client { Demand = new Load(1) }, new Client { Demand = new Load(1), IsRequired = false, Prize = prize }],
            [new VehicleType { Capacity = new Load(5) }],
            [0, 3, 4, 3, 0, 1, 4, 1, 0],
            [0, 3, 4, 3, 0, 1, 4, 1, 0]);

        Solve(Data(1), Enough).Best.Unserved.ShouldBe([1]);
        Solve(Data(1), Enough).Best.Cost.ShouldBe(7);
        Solve(Data(3), Enough).Best.Unserved.ShouldBeEmpty();
        Solve(Data(3), Enough).Best.Cost.ShouldBe(8);
    }

    [Fact]
    public void Solve_Shipments_ArePickedUpBeforeTheyAreDelivered()
    {
        // On a line 0 1 2 3: two shipments of 3, from 3 to 1 and from 1' to 3', in a vehicle of 3. One after the other on one way out and back: 6.
        int[] places = [0, 3, 1, 1, 3];
        int[] matrix = [.. places.SelectMany(from => places.Select(to => Math.Abs(from - to)))];
        var data = new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, 4).Select(_ => new Client { Demand = new Load(0) })],
            [new VehicleType { Capacity = new Load(3) }],
            matrix,
            matrix,
            [new Shipment(0, 1, new Load(3)), new Shipment(2, 3, new Load(3))]);

        var best = Solve(data, Enough).Best;

        best.Cost.ShouldBe(6);
        best.Routes.ShouldHaveSingleItem().Clients.ShouldBe([2, 3, 0, 1]);
    }

    [Fact]
    public void Solve_NobodyToServeOrNoVehicle_IsTheEmptySolution()
    {
        var empty = new ProblemData([new Depot()], [], [new VehicleType { Capacity = new Load(1) }], [0], [0]);
        var stranded = new ProblemData([new Depot()], [new Client { Demand = new Load(1) }], [], [0, 1, 1, 0], [0, 1, 1, 0]);

        Solve(empty, Enough).Best.Routes.ShouldBeEmpty();
        Solve(stranded, Enough).Best.Unserved.ShouldBe([0]);
    }

    [Fact]
    public void Solve_Cancelled_GivesAFeasibleSolutionAndSaysSo()
    {
        using var source = new CancellationTokenSource();
        var data = RandomProblem.Of(clients: 60, seed: 2, vehicles: 20);
        var progress = new Interruption(source);

        var result = Engine.Solve(data, new SolveOptions { TimeLimit = TimeSpan.FromDays(1) }, progress, source.Token);

        result.WasCancelled.ShouldBeTrue();
        result.Best.Routes.Count.ShouldBePositive();
        Walked(data, result.Best).ShouldBe(result.Best.Cost);
    }

    private static long Walked(ProblemData data, Solution solution) =>
        solution.Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows) ?? throw new InvalidOperationException("A route breaks a rule."))
        + solution.Unserved.Sum(client => data.Clients[client].Prize + (data.Clients[client].IsRequired ? data.RequiredPrize : 0));

    private SolveResult Solve(ProblemData data, SolveOptions options) => Engine.Solve(data, options, null, CancellationToken.None);

    /// <summary>Interrupts at the second solution.</summary>
    private sealed class Interruption(CancellationTokenSource source) : IProgress<SolveProgress>
    {
        private int reports;

        public void Report(SolveProgress value)
        {
            if (++reports == 2)
                source.Cancel();
        }
    }
}
