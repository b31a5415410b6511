using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Several depots, each with its own number of vehicles, load limit, longest route and stops that it may serve.</summary>
public sealed class MultiDepotTests
{
    private const int Clients = 6;
    private const int VehiclesOfDepot = 2;

    /// <summary>The proven optimum of Cordeau's p01, to the two decimals published.</summary>
    private const double OptimumOfP01 = 576.87;

    [Fact]
    public void Solve_SmallProblems_FindsTheOptimumOfBruteForce()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var instance = Small(new Random(seed));

            var verdict = Solve(instance, iterations: 1_000);

            verdict.Violations.ShouldBeEmpty($"seed {seed}");
            // The search counts in ten-thousandths of the unit.
            verdict.Cost.ShouldBe(Optimum(instance), 1e-3, $"seed {seed}");
        }
    }

    [Fact]
    public void Solve_P01_ComesWithinTwoHundredthsOfTheOptimumWithAnySeedAndFindsItWithOne()
    {
        var instance = InstanceReader.Read(SharedData.Path("mdvrp/p01.txt"));
        var verdicts = Enumerable.Range(1, 3).Select(seed => Solve(instance, iterations: 10_000, seed)).ToList();

        verdicts.ShouldAllBe(verdict => verdict.Feasible && verdict.Cost < OptimumOfP01 * 1.02);
        verdicts.Min(verdict => verdict.Cost).ShouldBe(OptimumOfP01, 0.005);
    }

    [Fact]
    public void Initial_PublishedLayout_IsWhereTheSearchStarts()
    {
        var instance = Small(new Random(1));
        var model = new InstanceProblem(instance);
        var found = InstanceProblem.ToRouteList(new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None).Best);
        using var file = new TextFile(RouteListFile.Format(found, instance));

        var start = model.ToSolution(RouteListFile.Read(file.Path, instance));
        var again = new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 0, Initial = start }, null, CancellationToken.None);

        SolutionChecker.Check(instance, InstanceProblem.ToRouteList(again.Best)).Cost.ShouldBe(SolutionChecker.Check(instance, found).Cost, 1e-9);
    }

    private static SolutionVerdict Solve(RoutingInstance instance, long iterations, long seed = 1)
    {
        var result = new TerritorySolver().Solve(new InstanceProblem(instance).Data, new SolveOptions { Iterations = iterations, Seed = seed }, null, CancellationToken.None);
        return SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));
    }

    /// <summary>Two depots; the second is limited in route length and may not serve the first stop.</summary>
    private static RoutingInstance Small(Random random)
    {
        InstanceStop Place(long demand, double service) => new(random.Next(100), random.Next(100), demand, 0, 0, service);
        return new RoutingInstance
        {
            Name = "small",
            Format = InstanceFormat.Cordeau,
            HasTimeWindows = false,
            Fleets =
            [
                new InstanceFleet(VehiclesOfDepot, 12),
                new InstanceFleet(VehiclesOfDepot, 9, 160) { AllowedStops = [.. Enumerable.Range(0, Clients).Select(client => client > 0)] },
            ],
            Stops = [Place(0, 0), .. Enumerable.Range(0, Clients).Select(_ => Place(random.Next(1, 6), 5)), Place(0, 0)],
            Rounding = RoundingRule.Exact,
        };
    }

    /// <summary>Over every split of the stops into routes of the two depots, each route in its best order.</summary>
    private static double Optimum(RoutingInstance instance)
    {
        var subsets = 1 << Clients;
        double[] least = [0, .. Enumerable.Repeat(double.PositiveInfinity, subsets - 1)];
        for (var depot = 0; depot < instance.DepotCount; depot++)
        {
            double[] routes = [.. Enumerable.Range(0, subsets).Select(subset => BestRoute(instance, depot, subset))];
            for (var vehicle = 0; vehicle < VehiclesOfDepot; vehicle++)
                least = [.. Enumerable.Range(0, subsets).Select(all => Enumerable.Range(0, subsets).Where(part => (part & ~all) == 0).Min(part => routes[part] + least[all ^ part]))];
        }

        return least[^1];
    }

    private static double BestRoute(RoutingInstance instance, int depot, int subset)
    {
        int[] stops = [.. Enumerable.Range(1, Clients).Where(stop => (subset & (1 << (stop - 1))) != 0)];
        var fleet = instance.Fleets[depot];
        if (stops.Sum(stop => instance.Stops[stop].Demand) > fleet.Capacity || stops.Any(stop => fleet.AllowedStops is { } allowed && !allowed[stop - 1]))
            return double.PositiveInfinity;
        var home = instance.Stops[depot == 0 ? 0 : Clients + 1];
        var length = stops.Length == 0 ? 0 : Shortest(instance, home, home, stops);
        return length + stops.Sum(stop => instance.Stops[stop].Service) <= fleet.LongestRoute ? length : double.PositiveInfinity;
    }

    private static double Shortest(RoutingInstance instance, InstanceStop at, InstanceStop home, int[] left) => left.Length == 0
        ? double.Hypot(at.X - home.X, at.Y - home.Y)
        : left.Min(stop => double.Hypot(at.X - instance.Stops[stop].X, at.Y - instance.Stops[stop].Y) + Shortest(instance, instance.Stops[stop], home, [.. left.Where(other => other != stop)]));
}
