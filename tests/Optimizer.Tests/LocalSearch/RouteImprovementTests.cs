using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;
using Territory.Optimizer.Tests.Search;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class RouteImprovementTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Improve_AfterManyRuins_IsFeasibleAndCostsWhatWalkingItsRoutesCosts(int maxTrips)
    {
        var improved = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            var data = RandomProblem.Of(30, seed, vehicles: 10, maxTrips);
            var space = new SearchSpace(data);
            var random = new Xoshiro256((ulong)seed);
            var (set, absent, touched) = StringRemovalTests.Served(space, random);
            var improvement = new RouteImprovement(space);
            var removal = new StringRemoval(data, space.Adjacency);
            for (var round = 0; round < 20; round++)
            {
                var before = set.Cost;
                var unserved = absent.Items.ToArray();
                improvement.Note(touched.Items);
                improvement.Improve(set, set.Used, random, touched);

                var solution = set.ToSolution();
                solution.Cost.ShouldBeLessThanOrEqualTo(before);
                improved += solution.Cost < before ? 1 : 0;
                solution.Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows)!.Value).ShouldBe(set.RouteCost);
                solution.Unserved.ShouldBe(unserved.Order().Select(location => location - data.DepotCount));
                touched.Clear();
                removal.Ruin(set, random, absent, touched);
                new BlinkInsertion(data, space.Evaluator, space.Places).Recreate(set, random, absent, touched);
            }
        }

        improved.ShouldBeGreaterThan(20);
    }

    /// <summary>Half of the candidates are refused; what the local search knows of the routes must be what they are, and nothing is left to gain where it has been.</summary>
    [Fact]
    public void TakeBack_ByLinks_GoesOnFromTheRoutesOfBeforeAndFindsNothingThere()
    {
        var improved = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            var data = RandomRoutes.EqualPrices(new Random(seed), isTimed: true, isSymmetric: true, clients: 30, maxTrips: 1);
            var space = new SearchSpace(data);
            var random = new Xoshiro256((ulong)seed);
            var (set, absent, touched) = StringRemovalTests.Served(space, random);
            var improvement = new RouteImprovement(space, byLinks: true);
            improvement.Note(touched.Items);
            improvement.Improve(set, set.Used, random, touched);
            improvement.Keep();
            var kept = new RouteSet(data, space.Evaluator);
            kept.CopyAll(set);
            var (removal, insertion) = (new StringRemoval(data, space.Adjacency), new BlinkInsertion(data, space.Evaluator, space.Places));
            for (var round = 0; round < 40; round++)
            {
                touched.Clear();
                removal.Ruin(set, random, absent, touched);
                insertion.Recreate(set, random, absent, touched);
                var ruined = set.Cost;
                improvement.Note(touched.Items);
                improvement.Improve(set, touched.Items, random, touched);
                improved += set.Cost < ruined ? 1 : 0;
                set.ToSolution().Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows)!.Value).ShouldBe(set.RouteCost);
                if (round % 2 == 0)
                {
                    improvement.Improve(set, set.Used, random, touched);
                    improvement.Keep();
                    kept.CopyAll(set);
                    continue;
                }

                set.CopyAll(kept);
                absent.Clear();
                for (var location = data.DepotCount; location < data.LocationCount; location++)
                {
                    if (set.VehicleOf(location) < 0)
                        absent.Add(location);
                }

                improvement.TakeBack(set, touched.Items);
                touched.Clear();
                improvement.Improve(set, set.Used, random, touched);
                touched.Items.ToArray().ShouldBeEmpty();
                set.ToSolution().ShouldBe(kept.ToSolution());
            }
        }

        improved.ShouldBeGreaterThan(20);
    }
}
