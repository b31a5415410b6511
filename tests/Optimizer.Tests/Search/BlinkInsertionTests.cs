using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class BlinkInsertionTests
{
    [Fact]
    public void Recreate_AnyProblem_CostsWhatWalkingItsRoutesCosts()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var data = RandomProblem.Of(30, seed, vehicles: 8, maxTrips: 2, withReleases: seed % 2 == 0);
            var (set, absent, _) = StringRemovalTests.Served(new SearchSpace(data), new Xoshiro256((ulong)seed));

            var solution = set.ToSolution();

            solution.Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows)!.Value).ShouldBe(set.RouteCost);
            solution.Unserved.ShouldBe(absent.Items.ToArray().Order().Select(location => location - data.DepotCount));
            set.Cost.ShouldBe(solution.Cost);
        }
    }

    [Fact]
    public void Recreate_OptionalClientWorthLessThanItsDetour_StaysOut()
    {
        // The detour to the client is 200; a prize of 199 is not worth it, one of 201 is.
        foreach (var (prize, served) in new[] { (199, 0), (201, 1) })
        {
            var data = new ProblemData(
                [new Depot()], [new Client { Demand = new Load(1), IsRequired = false, Prize = prize }], [new VehicleType { Capacity = new Load(1) }], [0, 100, 100, 0], [0, 100, 100, 0]);

            StringRemovalTests.Served(new SearchSpace(data), new Xoshiro256(1)).Set.ServedCount.ShouldBe(served);
        }
    }

    [Fact]
    public void Recreate_ClientOnlyOneTypeMayServe_GoesThere()
    {
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1) }],
            [new VehicleType { Capacity = new Load(1), AllowedClients = [false] }, new VehicleType { Capacity = new Load(1), FixedCost = 1_000 }],
            [0, 5, 5, 0],
            [0, 5, 5, 0]);

        StringRemovalTests.Served(new SearchSpace(data), new Xoshiro256(1)).Set.Used.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void Recreate_NoRoadBack_LeavesTheClientOut()
    {
        int[] roads = [0, 5, ProblemData.NoRoad, 0];
        var data = new ProblemData([new Depot()], [new Client { Demand = new Load(1) }], [new VehicleType { Capacity = new Load(1) }], roads, roads);

        StringRemovalTests.Served(new SearchSpace(data), new Xoshiro256(1)).Set.ServedCount.ShouldBe(0);
    }
}
