using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Every assignment, order, trip and window of small problems is priced by walking; the engine must find the least.</summary>
public sealed class BruteForceTests
{
    private static readonly long[] Patience = [300, 2_000, 20_000];

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void Solve_SmallProblems_FindsTheOptimum(int maxTrips, bool withReleases)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var data = RandomProblem.Of(clients: 5, seed, vehicles: 2, maxTrips, withReleases);

            var result = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None);

            result.Best.Cost.ShouldBe(Optimum(data), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(1, false, true)]
    [InlineData(1, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, true, false)]
    [InlineData(2, true, true)]
    public void Solve_ShipmentsAndPickups_FindsTheOptimum(int maxTrips, bool withReleases, bool withPickups)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var data = RandomProblem.Of(clients: 6, seed, vehicles: 2, maxTrips, withReleases, shipments: withPickups ? 2 : 3, withPickups: withPickups, horizon: 500);

            var result = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None);

            result.Best.Cost.ShouldBe(Optimum(data), $"seed {seed}");
        }
    }

    /// <summary>Problems that the quick scan of shipments covers, some with stops that are no shipments.</summary>
    [Theory]
    [InlineData(3, 50)]
    [InlineData(2, 50)]
    [InlineData(3, 100_000)]
    public void Solve_PlainShipments_FindsTheOptimum(int shipments, long fixedCost)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var data = PlainShipments.Of(clients: 6, shipments, seed, horizon: 400, fixedCost: fixedCost);
            data.ShipmentArcs.ShouldNotBeNull();

            var result = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None);

            result.Best.Cost.ShouldBe(Optimum(data), $"seed {seed}");
        }
    }

    /// <summary>Few iterations settle most problems; the others are given more, and then there is no excuse.</summary>
    [Fact]
    public void Solve_OptionalClientsAndTwoTypesOfVehicle_FindsTheOptimum()
    {
        var missed = new List<string>();
        for (var seed = 1; seed <= Draws.Of(300); seed++)
        {
            var data = SmallRoutes.Problem(new Random(seed), clients: 4);
            var optimum = SmallRoutes.Optimum(data);

            var cost = Patience.Select(iterations => CostOf(data, iterations)).FirstOrDefault(cost => cost <= optimum, long.MaxValue);

            if (cost != optimum)
                missed.Add($"seed {seed}: {cost} and not {optimum}");
        }

        missed.ShouldBeEmpty();
    }

    private static long CostOf(ProblemData data, long iterations) =>
        new TerritorySolver().Solve(data, new SolveOptions { Iterations = iterations }, null, CancellationToken.None).Best.Cost;

    [Fact]
    public void Solve_NineClientsNoWindows_FindsTheOptimum()
    {
        // One vehicle: a travelling salesman over nine stops, by permutation.
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var points = Enumerable.Range(0, 9).Select(_ => (X: random.Next(1000), Y: random.Next(1000))).ToArray();
            var distances = points.SelectMany(a => points.Select(b => (int)double.Hypot(a.X - b.X, a.Y - b.Y))).ToArray();
            var data = new ProblemData(
                [new Depot()], [.. Enumerable.Range(0, 8).Select(_ => new Client { Demand = new Load(1) })], [new VehicleType { Capacity = new Load(8) }], distances, distances);

            var result = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 2_000 }, null, CancellationToken.None);

            result.Best.Cost.ShouldBe(ShortestTour(data, 0, 0, 0), $"seed {seed}");
        }
    }

    /// <summary>Depth first over the stops not yet in <paramref name="visited"/>.</summary>
    private static long ShortestTour(ProblemData data, int at, int visited, long length)
    {
        if (visited == (1 << data.ClientCount) - 1)
            return length + data.DistanceBetween(at, 0);
        return Enumerable.Range(0, data.ClientCount).Where(client => (visited & (1 << client)) == 0)
            .Min(client => ShortestTour(data, client + 1, visited | (1 << client), length + data.DistanceBetween(at, client + 1)));
    }

    /// <summary>Least cost over every way to give each client to one of two vehicles or to none.</summary>
    internal static long Optimum(ProblemData data)
    {
        var subsets = 1 << data.ClientCount;
        var best = new long?[2][];
        for (var vehicle = 0; vehicle < 2; vehicle++)
        {
            best[vehicle] = new long?[subsets];
            for (var subset = 0; subset < subsets; subset++)
            {
                var clients = Enumerable.Range(0, data.ClientCount).Where(client => (subset & (1 << client)) != 0).ToArray();
                best[vehicle][subset] = clients.Length == 0 ? 0 : RouteOracle.Best(data, data.TypeOfVehicle[vehicle], clients);
            }
        }

        var least = long.MaxValue;
        for (var first = 0; first < subsets; first++)
        {
            for (var second = 0; second < subsets; second++)
            {
                if ((first & second) != 0 || best[0][first] is not { } a || best[1][second] is not { } b)
                    continue;
                var leftOut = data.ClientCount - int.PopCount(first | second);
                least = Math.Min(least, a + b + (leftOut * data.RequiredPrize));
            }
        }

        return least;
    }
}
