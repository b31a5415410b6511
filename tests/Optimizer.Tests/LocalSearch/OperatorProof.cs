using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

/// <summary>Makes every change that an operator can make to random routes and compares its price with walking all routes before and after.</summary>
internal static class OperatorProof
{
    private const int Seeds = 24;

    /// <param name="covers">On which routes the operator may be asked; null: on all.</param>
    public static void DeltaEqualsWalking<T>(T change, Func<LinkedRoutes, bool>? covers = null)
        where T : struct, ISearchOperator
    {
        var (made, better) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var data = RandomRoutes.Problem(seed);
            var weights = PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight);
            if (covers is not null && !covers(RandomRoutes.Of(data, seed, weights)))
                continue;
            var before = RandomRoutes.WalkedCost(RandomRoutes.Of(data, seed, weights));
            foreach (var (u, v) in Pairs(RandomRoutes.Of(data, seed, weights)))
            {
                var routes = RandomRoutes.Of(data, seed, weights);
                var isBetter = change.Delta(routes, u, v, 0) < 0;
                var delta = change.Delta(routes, u, v, long.MaxValue);
                var place = $"seed {seed}, {u} and {v}";
                // A limit may only turn away what is not below it.
                isBetter.ShouldBe(delta < 0, place);
                if (!LinkedRoutes.IsPossible(delta))
                    continue;
                change.Apply(routes, u, v);

                (RandomRoutes.WalkedCost(routes) - before).ShouldBe(delta, place);
                CachedCost(routes).ShouldBe(before + delta, place);
                Served(routes).ShouldBe(Served(RandomRoutes.Of(data, seed, weights)), place);
                made++;
                better += delta < 0 ? 1 : 0;
            }
        }

        made.ShouldBeGreaterThan(Seeds * 2);
        better.ShouldBeGreaterThan(Seeds / 2);
    }

    public static long CachedCost(LinkedRoutes routes) => Enumerable.Range(0, routes.Data.VehicleCount).Sum(routes.CostOf);

    /// <summary>Each served client paired with every other and with the depot entry that begins each trip, of unused vehicles too.</summary>
    public static IEnumerable<(int U, int V)> Pairs(LinkedRoutes routes)
    {
        var served = Served(routes);
        var depots = Enumerable.Range(0, routes.Data.VehicleCount).Select(routes.StartOf)
            .Concat(served.Select(client => routes.Previous[client]).Where(entry => routes.IsDepot(entry))).Distinct().ToArray();
        return served.SelectMany(u => served.Concat(depots).Where(v => v != u).Select(v => (u, v)));
    }

    public static int[] Served(LinkedRoutes routes) =>
        [.. Enumerable.Range(routes.Data.DepotCount, routes.Data.ClientCount).Where(client => routes.VehicleOf[client] >= 0)];
}
