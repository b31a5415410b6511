using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class GranularSearchTests
{
    [Fact]
    public void Run_RandomRoutes_EndsWhereNoOperatorFindsBetter()
    {
        var changes = 0L;
        for (var seed = 0; seed < 40; seed++)
        {
            var routes = Improved(seed, PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight), out var before, out var made);

            OperatorProof.CachedCost(routes).ShouldBe(RandomRoutes.WalkedCost(routes));
            RandomRoutes.WalkedCost(routes).ShouldBeLessThanOrEqualTo(before);
            foreach (var (u, v) in OperatorProof.Pairs(routes))
            {
                new Relocate(1).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
                new Relocate(2).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
                new Swap(1, 1).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
                new Swap(2, 1).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
                default(TwoOpt).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
                default(TailExchange).Delta(routes, u, v, 0).ShouldBeGreaterThanOrEqualTo(0);
            }

            changes += made;
        }

        changes.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Run_TooFullVehicleAtAHighPrice_GivesHalfToTheOther()
    {
        // Four stops of load 1 on a line; each of the two vehicles holds two. The least distance without a broken rule is 2 * 4 + 2 * 2.
        int[] places = [0, 1, 2, 3, 4];
        int[] matrix = [.. places.SelectMany(a => places.Select(b => Math.Abs(a - b)))];
        var data = new ProblemData(
            [new Depot()], [.. Enumerable.Range(0, 4).Select(_ => new Client { Demand = new Load(1) })], [new VehicleType { Capacity = new Load(2), Count = 2 }], matrix, matrix);
        var routes = new LinkedRoutes(data, new CostEvaluator(data));
        routes.SetWeights(PenaltyWeights.Of(100, 1));
        routes.Load(0, [0, 4, 2, 1, 3, 0], [0, 3, 1, 0, 2, 0]);
        OperatorProof.CachedCost(routes).ShouldBe(4 + 2 + 1 + 2 + 3 + 200);

        Search(routes, seed: 1);

        OperatorProof.CachedCost(routes).ShouldBe(12);
    }

    private static LinkedRoutes Improved(int seed, PenaltyWeights weights, out long before, out long changes)
    {
        var routes = RandomRoutes.Of(RandomRoutes.Problem(seed), seed, weights);
        before = RandomRoutes.WalkedCost(routes);
        changes = Search(routes, seed);
        return routes;
    }

    private static long Search(LinkedRoutes routes, int seed)
    {
        var search = new GranularSearch(routes, new Neighbourhood(routes.Data, routes.Data.ClientCount, withTime: true));
        search.Run(OperatorProof.Served(routes), new Xoshiro256((ulong)seed), new VehicleSet(routes.Data.VehicleCount));
        return search.Changes;
    }
}
