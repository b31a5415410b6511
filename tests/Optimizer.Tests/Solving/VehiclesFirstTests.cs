using System.Text.Json.Nodes;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Fewest vehicles, then least distance.</summary>
public sealed class VehiclesFirstTests
{
    private const int Clients = 6;
    private const int Seeds = 12;

    [Fact]
    public void Solve_SmallProblems_FindsTheFewestVehiclesThenTheShortestRoutes()
    {
        var differs = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var instance = Small(new Random(seed));
            var (vehicles, distance) = Optimum(instance, isVehiclesFirst: true);
            differs += Optimum(instance, isVehiclesFirst: false).Vehicles > vehicles ? 1 : 0;

            var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(Solve(instance, iterations: 1_000)));

            verdict.Violations.ShouldBeEmpty($"seed {seed}");
            verdict.Routes.ShouldBe(vehicles, $"seed {seed}");
            // The search counts in ten-thousandths of the unit.
            verdict.Cost.ShouldBe(distance, 1e-3, $"seed {seed}");
        }

        differs.ShouldBeGreaterThan(0, "where the shortest routes always take the fewest vehicles nothing is shown");
    }

    [Fact]
    public void Solve_SameSeed_GivesTheSameRoutes()
    {
        var instance = Small(new Random(3));

        Solve(instance, iterations: 500).ShouldBe(Solve(instance, iterations: 500));
    }

    /// <summary>R101 needs 19 vehicles; its shortest routes take 20. The last three are known to be hard to serve with so few.</summary>
    [Theory]
    [InlineData("C101", 4_000, 0.02)]
    [InlineData("C201", 4_000, 0.02)]
    [InlineData("R101", 4_000, 0.02)]
    [InlineData("R103", 10_000, 0.05)]
    [InlineData("R111", 10_000, 0.05)]
    [InlineData("RC105", 10_000, 0.05)]
    public void Solve_SolomonInstances_TakeThePublishedNumberOfVehicles(string name, long iterations, double mostGap)
    {
        var instance = InstanceReader.Read(SharedData.Path($"solomon/{name}.txt"));
        var published = JsonNode.Parse(File.ReadAllText(SharedData.Path("solomon/BKS.json")))![name]!;

        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(Solve(instance, iterations)));

        verdict.Violations.ShouldBeEmpty();
        verdict.Routes.ShouldBe((int)published["solved_with_vehicles"]!);
        verdict.Cost.ShouldBeInRange((double)published["best_known_cost"]! - 0.01, (double)published["best_known_cost"]! * (1 + mostGap));
    }

    private static Solution Solve(RoutingInstance instance, long iterations) =>
        new TerritorySolver().Solve(new InstanceProblem(instance, RoutingObjective.VehiclesFirst).Data, new SolveOptions { Iterations = iterations }, null, CancellationToken.None).Best;

    private static RoutingInstance Small(Random random)
    {
        InstanceStop Stop()
        {
            // Every stop can be reached in time from the depot, which is at most 71 away.
            var early = random.Next(75, 300);
            return new InstanceStop(random.Next(100), random.Next(100), random.Next(1, 6), early, early + random.Next(20, 120), 5);
        }

        return new RoutingInstance
        {
            Name = "small",
            Format = InstanceFormat.Solomon,
            HasTimeWindows = true,
            Fleets = [new InstanceFleet(Clients, 12)],
            Stops = [new InstanceStop(50, 50, 0, 0, 1_000, 0), .. Enumerable.Range(0, Clients).Select(_ => Stop())],
            Rounding = RoundingRule.Exact,
        };
    }

    /// <summary>Over every split of the stops into routes, each in its best order.</summary>
    private static (int Vehicles, double Distance) Optimum(RoutingInstance instance, bool isVehiclesFirst)
    {
        var subsets = 1 << Clients;
        double[] routes = [.. Enumerable.Range(0, subsets).Select(subset => Shortest(instance, subset))];
        double[] least = [0, .. Enumerable.Repeat(double.PositiveInfinity, subsets - 1)];
        var best = (Vehicles: 0, Distance: double.PositiveInfinity);
        for (var vehicles = 1; vehicles <= Clients; vehicles++)
        {
            least = [.. Enumerable.Range(0, subsets).Select(all => Enumerable.Range(0, subsets).Where(part => (part & ~all) == 0).Min(part => routes[part] + least[all ^ part]))];
            if (least[^1] < best.Distance - 1e-9 && !(isVehiclesFirst && best.Vehicles > 0))
                best = (vehicles, least[^1]);
        }

        return best;
    }

    private static double Shortest(RoutingInstance instance, int subset)
    {
        int[] stops = [.. Enumerable.Range(1, Clients).Where(stop => (subset & (1 << (stop - 1))) != 0)];
        if (stops.Sum(stop => instance.Stops[stop].Demand) > instance.Fleets[0].Capacity)
            return double.PositiveInfinity;
        return stops.Length == 0 ? 0 : Shortest(instance, instance.Stops[0], 0, stops);
    }

    private static double Shortest(RoutingInstance instance, InstanceStop at, double time, int[] left)
    {
        var home = instance.Stops[0];
        if (left.Length == 0)
            return double.Hypot(at.X - home.X, at.Y - home.Y);
        var least = double.PositiveInfinity;
        foreach (var number in left)
        {
            var stop = instance.Stops[number];
            var leg = double.Hypot(at.X - stop.X, at.Y - stop.Y);
            var start = Math.Max(time + leg, stop.Early);
            if (start <= stop.Late)
                least = Math.Min(least, leg + Shortest(instance, stop, start + stop.Service, [.. left.Where(other => other != number)]));
        }

        return least;
    }
}
