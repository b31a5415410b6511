using Territory.Optimizer.Localised;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Localised;

public sealed class ChainedRoutesTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Cost_AfterRandomChanges_EqualsRecomputation(int seed, bool isSymmetric)
    {
        var data = Problem(seed, isSymmetric);
        var routes = new ChainedRoutes(data);
        var random = new Random(seed);
        for (var change = 0; change < 2_000; change++)
        {
            Change(routes, random);

            routes.Cost.ShouldBe(WalkedCost(routes));
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Undo_AfterRandomChanges_LeavesEverythingAsItWas(int seed, bool isSymmetric)
    {
        var data = Problem(seed, isSymmetric);
        var routes = new ChainedRoutes(data);
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
            Change(routes, random);
        for (var round = 0; round < 300; round++)
        {
            routes.Begin();
            for (var change = random.Next(1, 5); change > 0; change--)
                Change(routes, random);
            routes.Begin();
            var before = State(routes);
            for (var change = random.Next(1, 15); change > 0; change--)
                Change(routes, random);
            routes.Undo();

            State(routes).ShouldBe(before);
        }
    }

    [Fact]
    public void Undo_WithWindows_LeavesTimesThatEqualRecomputation()
    {
        var data = Scatter.Of(120, seed: 5, asMatrix: true, isTimed: true);
        var space = new SearchSpace(data);
        var routes = new ChainedRoutes(data);
        var random = new Xoshiro256(5);
        var absent = new NodeList(data.LocationCount);
        for (var client = 1; client <= data.ClientCount; client++)
            absent.Add(client);
        var ruin = new StringRuin(routes, space.Adjacency);
        var recreate = new NearRecreate(routes, space.Places, space.Adjacency, isSymmetric: true);
        recreate.Recreate(random, absent);
        for (var i = 0; i < 200; i++)
        {
            routes.Begin();
            var before = (State(routes), Times(routes));
            ruin.Ruin(1 + random.Next(data.ClientCount), random, absent);
            recreate.Recreate(random, absent);
            absent.Count.ShouldBe(0);
            var changed = Times(routes);
            for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
                routes.Retime(vehicle).ShouldBeTrue();
            Times(routes).ShouldBe(changed);
            if (i % 3 == 0)
                continue;
            routes.Undo();

            (State(routes), Times(routes)).ShouldBe(before);
        }
    }

    [Fact]
    public void Ruin_ThenRecreate_KeepsCapacityAndEveryClientAccountedFor()
    {
        var data = Scatter.Of(120, seed: 3, asMatrix: true);
        var space = new SearchSpace(data);
        var routes = new ChainedRoutes(data);
        var random = new Xoshiro256(5);
        var absent = new NodeList(data.LocationCount);
        for (var client = 1; client <= data.ClientCount; client++)
            absent.Add(client);
        var ruin = new StringRuin(routes, space.Adjacency);
        var recreate = new NearRecreate(routes, space.Places, space.Adjacency, isSymmetric: true);
        recreate.Recreate(random, absent);
        var removed = 0;
        for (var i = 0; i < 300; i++)
        {
            var sizes = routes.Size.ToArray();
            ruin.Ruin(1 + random.Next(data.ClientCount), random, absent);

            // Strings of at most ten, ten clients on average by the method's aim.
            sizes.Zip(routes.Size, (before, after) => before - after).ShouldAllBe(gone => gone >= 0 && gone <= 10);
            absent.Items.ToArray().Distinct().Count().ShouldBe(absent.Count);
            absent.Items.ToArray().ShouldAllBe(client => routes.VehicleOf(client) < 0);
            (routes.Size.Sum() + absent.Count).ShouldBe(data.ClientCount);
            removed += absent.Count;
            recreate.Recreate(random, absent);
            absent.Count.ShouldBe(0);
            routes.Load.ShouldAllBe(load => load <= data.VehicleTypes[0].Capacity.First);
            routes.Cost.ShouldBe(WalkedCost(routes));
        }

        (removed / 300.0).ShouldBeInRange(7, 13);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Recreate_OneAbsentClientAmongAll_TakesTheCheapestPlace(bool isSymmetric)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            // Everybody is a neighbour of everybody; the blinks are far more places apart than there are here that improve.
            var data = Problem(seed, isSymmetric);
            var space = new SearchSpace(data);
            var routes = new ChainedRoutes(data);
            var random = new Random(seed);
            for (var i = 0; i < 60; i++)
                Change(routes, random);
            var client = Enumerable.Range(1, data.ClientCount).FirstOrDefault(client => routes.VehicleOf(client) < 0, 1);
            if (routes.VehicleOf(client) >= 0)
                routes.Remove(client);
            var absent = new NodeList(data.LocationCount);
            absent.Add(client);
            var expected = long.MaxValue;
            for (var after = 1; after < routes.EntryCount; after++)
            {
                if (routes.VehicleOf(after) < 0 || !routes.HasRoom(routes.VehicleOf(after), client))
                    continue;
                routes.Begin();
                routes.Insert(client, after);
                // A rule of the method: the end of a route far from the client is not looked at, but every place beside another client is.
                expected = Math.Min(expected, WalkedCost(routes));
                routes.Undo();
            }

            var recreate = new NearRecreate(routes, space.Places, space.Adjacency, isSymmetric);
            var first = new Xoshiro256((ulong)seed);
            recreate.Recreate(first, absent);
            // The first place that would improve is overlooked by the first blink of a new search; the second time there is none.
            routes.Remove(client);
            absent.Clear();
            absent.Add(client);
            recreate.Recreate(first, absent);

            routes.Cost.ShouldBe(expected, $"seed {seed}");
        }
    }

    /// <summary>Moves a random client: out if it is served, in at a random place with room otherwise.</summary>
    private static void Change(ChainedRoutes routes, Random random)
    {
        var client = random.Next(1, routes.Data.ClientCount + 1);
        if (routes.VehicleOf(client) >= 0)
        {
            routes.Remove(client);
            return;
        }

        var after = random.Next(1, routes.EntryCount);
        if (routes.VehicleOf(after) >= 0 && routes.HasRoom(routes.VehicleOf(after), client))
            routes.Insert(client, after);
    }

    private static long WalkedCost(ChainedRoutes routes)
    {
        var type = routes.Data.VehicleTypes[0];
        long cost = 0;
        for (var vehicle = 0; vehicle < routes.Data.VehicleCount; vehicle++)
        {
            var depot = routes.DepotOf(vehicle);
            if (routes.Next(depot) == depot)
                continue;
            cost += type.FixedCost;
            var entry = depot;
            do
            {
                var next = routes.Next(entry);
                routes.Previous(next).ShouldBe(entry);
                routes.VehicleOf(next).ShouldBe(vehicle);
                cost += type.CostPerDistance * routes.Data.DistanceBetween(routes.Location[entry], routes.Location[next]);
                entry = next;
            }
            while (entry != depot);
        }

        return cost;
    }

    private static string State(ChainedRoutes routes)
    {
        var entries = Enumerable.Range(1, routes.EntryCount - 1).Select(entry => routes[entry])
            .Select(link => link.Vehicle < 0 ? "-" : $"{link.Next} {link.Previous} {link.Vehicle} {link.ToNext} {link.FromPrevious}");
        return $"{routes.Cost} {routes.UsedCount} {string.Join(' ', routes.Load)} {string.Join(' ', routes.Size)} {string.Join(", ", entries)}";
    }

    private static string Times(ChainedRoutes routes) => string.Join(
        ' ', Enumerable.Range(1, routes.EntryCount - 1).Where(entry => routes.VehicleOf(entry) >= 0).Select(entry => $"{routes.Departure[entry]} {routes.LatestArrival[entry]}"));

    private static ProblemData Problem(int seed, bool isSymmetric)
    {
        var random = new Random(seed);
        const int Clients = 30;
        var matrix = new int[(Clients + 1) * (Clients + 1)];
        for (var i = 0; i <= Clients; i++)
        {
            for (var j = 0; j <= Clients; j++)
                matrix[(i * (Clients + 1)) + j] = i == j ? 0 : isSymmetric && j < i ? matrix[(j * (Clients + 1)) + i] : random.Next(50, 100);
        }

        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, Clients).Select(_ => new Client { Demand = new Load(random.Next(1, 9), random.Next(3)) })],
            [new VehicleType { Capacity = new Load(30, 12), Count = 8, FixedCost = 70, CostPerDistance = 3 }],
            matrix,
            matrix);
    }
}
