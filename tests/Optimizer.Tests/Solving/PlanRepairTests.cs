using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Plans changed by one stop are priced by walking and compared with every single insertion.</summary>
public sealed class PlanRepairTests
{
    private const int Clients = 24;

    [Fact]
    public void Insert_IsNoDearerThanTheBestSingleInsertion_AndLeavesRoutesWithoutAnExchangeAlone()
    {
        var untouched = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var data = RandomProblem.Of(Clients, seed, vehicles: 9, maxTrips: 1 + (seed % 2));
            var plan = Plan(data, seed);
            var client = plan.Routes[0].Trips[0][0];
            var without = PlanRepair.Remove(data, plan, client);

            var repaired = PlanRepair.Insert(data, without, client);

            repaired.Unserved.ShouldNotContain(client);
            repaired.Cost.ShouldBe(Walked(data, repaired), $"seed {seed}");
            repaired.Cost.ShouldBeLessThanOrEqualTo(BestInsertion(data, without, client), $"seed {seed}");
            untouched += repaired.Routes.Count(route => without.Routes.Contains(route));
        }

        untouched.ShouldBeGreaterThan(40, "most routes have no business with one stop");
    }

    [Fact]
    public void Remove_IsNoDearerThanLeavingTheGap()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var data = RandomProblem.Of(Clients, seed, vehicles: 9);
            var plan = Plan(data, seed);
            var client = plan.Routes[^1].Trips[0][^1];

            var repaired = PlanRepair.Remove(data, plan, client);

            repaired.Unserved.ShouldBe(plan.Unserved.Append(client).Order());
            repaired.Cost.ShouldBe(Walked(data, repaired), $"seed {seed}");
            var route = plan.Routes[^1];
            IReadOnlyList<IReadOnlyList<int>> gap = [.. route.Trips.Select(trip => (IReadOnlyList<int>)[.. trip.Where(other => other != client)])];
            IReadOnlyList<IReadOnlyList<int>> windows = [.. route.Windows.Zip(route.Trips, (chosen, trip) => (IReadOnlyList<int>)[.. chosen.Where((_, i) => trip[i] != client)])];
            var left = gap[0].Count == 0 ? 0 : RouteOracle.Cost(data, route.VehicleType, gap, windows);
            if (left is { } cost)
                repaired.Cost.ShouldBeLessThanOrEqualTo(plan.Cost - route.Cost + cost + data.RequiredPrize, $"seed {seed}");
        }
    }

    [Fact]
    public void Insert_ThatNoVehicleCanTake_LeavesThePlan()
    {
        var data = new ProblemData(
            [new Depot()], [new Client { Demand = new Load(3) }, new Client { Demand = new Load(3) }], [new VehicleType { Capacity = new Load(5) }], [0, 1, 1, 1, 0, 1, 1, 1, 0], [0, 1, 1, 1, 0, 1, 1, 1, 0]);
        var plan = Plan(data, 1);

        PlanRepair.Insert(data, plan, plan.Unserved.ShouldHaveSingleItem()).ShouldBe(plan);
    }

    private static Solution Plan(ProblemData data, int seed) =>
        new TerritorySolver().Solve(data, new SolveOptions { Seed = seed, Iterations = 200 }, null, CancellationToken.None).Best;

    private static long Walked(ProblemData data, Solution solution) =>
        solution.Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows) ?? throw new InvalidOperationException("A route breaks a rule.")) + (solution.Unserved.Count * data.RequiredPrize);

    /// <summary>Over every position of every trip, with every window of the client.</summary>
    private static long BestInsertion(ProblemData data, Solution plan, int client)
    {
        var best = long.MaxValue;
        foreach (var route in plan.Routes)
        {
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                for (var position = 0; position <= route.Trips[trip].Count; position++)
                {
                    for (var window = 0; window < data.Clients[client].Windows.Count; window++)
                    {
                        if (RouteOracle.Cost(data, route.VehicleType, With(route.Trips, trip, position, client), With(route.Windows, trip, position, window)) is { } cost)
                            best = Math.Min(best, plan.Cost - data.RequiredPrize - route.Cost + cost);
                    }
                }
            }
        }

        return best;
    }

    private static IReadOnlyList<IReadOnlyList<int>> With(IReadOnlyList<IReadOnlyList<int>> trips, int trip, int position, int item) =>
        [.. trips.Select((items, i) => i == trip ? [.. items.Take(position), item, .. items.Skip(position)] : items)];
}
