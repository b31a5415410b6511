using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class RuinAndRecreateTests
{
    /// <summary>A later phase that has no vehicle to spare leaves shipments out in between; what it finds leaves nobody out, and is the optimum of a brute force.</summary>
    [Fact]
    public void Run_NoVehicleToSpare_FindsTheShortestRoutesThatServeEverybodyWhateverTheRounds()
    {
        var solved = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var data = PlainShipments.Of(8, shipments: 4, seed);
            var space = new SearchSpace(data);
            var first = new RuinAndRecreate(space, 1, initial: null);
            first.Run(50, 50);
            if (first.BestUnserved > 0 || first.Best.Routes.Count < data.VehicleCount)
                continue;

            var search = new RuinAndRecreate(space, 2, first.Best, begin: 50);
            search.Run(2_000, 2_000);
            // How a search is dealt out in rounds depends on the clock, so nothing that it finds may depend on the rounds.
            var dealt = new RuinAndRecreate(space, 2, first.Best, begin: 50);
            for (var done = 0; done < 2_000; done += 8)
                dealt.Run(8, 2_000);

            var best = search.Best;
            best.Unserved.ShouldBeEmpty($"seed {seed}");
            new RouteSet(data, space.Evaluator).Load(best);
            best.Cost.ShouldBe(search.BestCost);
            dealt.Best.ShouldBe(best);
            best.Cost.ShouldBe(Optimum(data), $"seed {seed}");
            solved++;
        }

        solved.ShouldBeGreaterThan(10);
    }

    /// <summary>With more than 500 stops, and twenty a route, the local search looks at new links only, and takes back what a refused candidate changed: what it says must still be what walking its routes costs.</summary>
    [Fact]
    public void Run_LongRoutesWithWindows_CostsWhatWalkingItsRoutesCostsWhateverTheRounds()
    {
        var data = LongRoutes(clients: 525, vehicles: 21);
        var space = new SearchSpace(data);
        var search = new RuinAndRecreate(space, 1, initial: null);
        search.Run(1_024, 1_024);
        var dealt = new RuinAndRecreate(space, 1, initial: null);
        for (var done = 0; done < 1_024; done += 16)
            dealt.Run(16, 1_024);

        var best = search.Best;
        best.Unserved.ShouldBeEmpty();
        best.Routes.Count.ShouldBeLessThanOrEqualTo(525 / 20 - 1);
        best.Routes.Sum(route => RouteOracle.Cost(data, route.VehicleType, route.Trips, route.Windows)!.Value).ShouldBe(search.BestCost);
        dealt.Best.ShouldBe(best);
    }

    /// <summary>Points on a plane, windows of half a day in the order of their numbers and just the room that is needed.</summary>
    private static ProblemData LongRoutes(int clients, int vehicles)
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, clients + 1).Select(_ => (X: random.Next(1_000), Y: random.Next(1_000))).ToArray();
        int[] matrix = [.. points.SelectMany(a => points.Select(b => (int)double.Hypot(a.X - b.X, a.Y - b.Y)))];
        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, clients).Select(client => new Client { Demand = new Load(1), ServiceDuration = 10, Windows = [new Interval(client * 100, 10_000 + (client * 100))] })],
            [new VehicleType { Capacity = new Load(clients / vehicles), Count = vehicles + 2, CostPerDistance = 1, FixedCost = 2_000 }],
            matrix,
            matrix);
    }

    /// <summary>Over every way to share the shipments out between the two vehicles, each route in its best order.</summary>
    private static long Optimum(ProblemData data)
    {
        var all = (1 << data.Shipments.Count) - 1;
        return Enumerable.Range(0, all + 1).Select(part => (First: Cheapest(data, 0, part), Second: Cheapest(data, 1, all ^ part)))
            .Where(costs => costs.First < long.MaxValue && costs.Second < long.MaxValue).Min(costs => costs.First + costs.Second);
    }

    private static long Cheapest(ProblemData data, int vehicle, int shipments)
    {
        if (shipments == 0)
            return 0;
        var type = data.VehicleTypes[vehicle];
        var length = Shortest(data, type, at: 0, type.Start.Early, load: default, toCollect: shipments, toDeliver: 0);
        return length == long.MaxValue ? length : type.FixedCost + (type.CostPerDistance * length);
    }

    private static long Shortest(ProblemData data, VehicleType type, int at, long time, (long First, long Second) load, int toCollect, int toDeliver)
    {
        if (toCollect == 0 && toDeliver == 0)
            return time + data.DurationBetween(at, 0) <= type.LatestEnd ? data.DistanceBetween(at, 0) : long.MaxValue;
        var least = long.MaxValue;
        for (var i = 0; i < data.Shipments.Count; i++)
        {
            var shipment = data.Shipments[i];
            var bit = 1 << i;
            var collects = (toCollect & bit) != 0;
            if (!collects && (toDeliver & bit) == 0)
                continue;
            var client = collects ? shipment.Pickup : shipment.Delivery;
            var stop = data.Clients[client];
            var sign = collects ? 1 : -1;
            var then = (First: load.First + (sign * shipment.Amount[0]), Second: load.Second + (sign * shipment.Amount[1]));
            var start = Math.Max(time + data.DurationBetween(at, client + 1), stop.Windows[0].Early);
            if (start > stop.Windows[0].Late || then.First > type.Capacity[0] || then.Second > type.Capacity[1])
                continue;
            var rest = Shortest(
                data, type, client + 1, start + stop.ServiceDuration, then, collects ? toCollect ^ bit : toCollect, collects ? toDeliver | bit : toDeliver ^ bit);
            if (rest < long.MaxValue)
                least = Math.Min(least, data.DistanceBetween(at, client + 1) + rest);
        }

        return least;
    }
}
