using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class StringRemovalTests
{
    [Fact]
    public void Ruin_ManyTimes_KeepsRoutesFeasibleAndEveryClientAccountedFor()
    {
        var data = RandomProblem.Of(40, seed: 2, vehicles: 9, maxTrips: 2);
        var space = new SearchSpace(data);
        var random = new Xoshiro256(1);
        var (set, absent, touched) = Served(space, random);
        var removal = new StringRemoval(data, space.Adjacency);
        var removed = 0;
        for (var i = 0; i < 100; i++)
        {
            touched.Clear();
            var before = absent.Count;
            removal.Ruin(set, random, absent, touched);

            removed += absent.Count - before;
            (set.ServedCount + absent.Count).ShouldBe(data.ClientCount);
            absent.Items.ToArray().Distinct().Count().ShouldBe(absent.Count);
            absent.Items.ToArray().ShouldAllBe(client => set.VehicleOf(client) < 0);
            foreach (var vehicle in set.Used)
                set.RouteOf(vehicle).IsFeasible.ShouldBeTrue();
            touched.Clear();
            new BlinkInsertion(data, space.Evaluator, space.Places).Recreate(set, random, absent, touched);
        }

        // Ten stops on average is the method's aim; few vehicles and short routes allow fewer.
        (removed / 100.0).ShouldBeInRange(3, 15);
    }

    [Fact]
    public void Ruin_ARoute_TakesNoMoreThanALongString()
    {
        var data = RandomProblem.Of(40, seed: 3, vehicles: 9);
        var space = new SearchSpace(data);
        var random = new Xoshiro256(2);
        var (set, absent, touched) = Served(space, random);
        var sizes = set.Used.ToArray().ToDictionary(vehicle => vehicle, vehicle => set.RouteOf(vehicle).ClientCount);
        touched.Clear();

        new StringRemoval(data, space.Adjacency).Ruin(set, random, absent, touched);

        touched.Items.Length.ShouldBeGreaterThan(0);
        foreach (var vehicle in touched.Items.ToArray().Where(set.IsUsed))
            (sizes[vehicle] - set.RouteOf(vehicle).ClientCount).ShouldBeInRange(1, 10);
    }

    internal static (RouteSet Set, NodeList Absent, VehicleSet Touched) Served(SearchSpace space, Xoshiro256 random)
    {
        var set = new RouteSet(space.Data, space.Evaluator);
        var absent = new NodeList(space.Data.LocationCount);
        var touched = new VehicleSet(space.Data.VehicleCount);
        for (var location = space.Data.DepotCount; location < space.Data.LocationCount; location++)
            absent.Add(location);
        new BlinkInsertion(space.Data, space.Evaluator, space.Places).Recreate(set, random, absent, touched);
        return (set, absent, touched);
    }
}
