using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class CheapestInsertionTests
{
    [Fact]
    public void Insert_AbsentClients_TakesTheCheapestOfAllPlaces()
    {
        var weights = PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight);
        var inserted = 0;
        for (var seed = 0; seed < 80; seed++)
        {
            var data = RandomRoutes.Problem(seed);
            if (data.VehicleTypes.Any(type => type.MaxTrips > 1))
                continue;
            var routes = RandomRoutes.Of(data, seed, weights);
            foreach (var client in Enumerable.Range(data.DepotCount, data.ClientCount).Where(client => routes.VehicleOf[client] < 0))
            {
                var least = Places(seed, client).Min();

                new CheapestInsertion(routes, new Neighbourhood(data, data.ClientCount, withTime: false)).Insert(client, new VehicleSet(data.VehicleCount)).ShouldBeTrue();

                RandomRoutes.WalkedCost(routes).ShouldBe(least);
                OperatorProof.CachedCost(routes).ShouldBe(least);
                inserted++;
            }
        }

        inserted.ShouldBeGreaterThan(10);

        // Every place of every vehicle and every window, each by walking.
        IEnumerable<long> Places(int seed, int client)
        {
            var data = RandomRoutes.Problem(seed);
            for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
            {
                var count = data.ClientCount;
                for (var place = 0; place <= count; place++)
                {
                    for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
                    {
                        var routes = RandomRoutes.Of(data, seed, weights);
                        var after = routes.StartOf(vehicle);
                        for (var i = 0; i < place && !routes.IsEnd(routes.Next[after]); i++)
                            after = routes.Next[after];
                        if (!routes.MayServe(vehicle, client, client))
                            continue;
                        var next = routes.Next[after];
                        routes.Link(after, client);
                        routes.Link(client, next);
                        routes.Window[client] = window;
                        routes.Update(vehicle);
                        yield return RandomRoutes.WalkedCost(routes);
                    }
                }
            }
        }
    }
}
