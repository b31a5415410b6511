using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>The optimum of small problems with one trip a vehicle, by every order of every subset: an oracle that is quick enough for hundreds of them.</summary>
internal static class SmallRoutes
{
    /// <summary>Random points, windows, loads, leave-out prices and vehicles of two types that may not serve everybody.</summary>
    public static ProblemData Problem(Random random, int clients, int vehicles = 2, bool withOptional = true)
    {
        var n = clients + 1;
        var points = Enumerable.Range(0, n).Select(_ => (X: random.Next(100), Y: random.Next(100))).ToArray();
        int[] distances = [.. points.SelectMany(a => points.Select(b => (int)double.Hypot(a.X - b.X, a.Y - b.Y)))];
        int[] durations = [.. distances.Select(distance => distance == 0 ? 0 : distance + random.Next(8))];
        var isTimed = random.Next(3) > 0;
        Client Client()
        {
            var early = random.Next(120);
            return new Client
            {
                Demand = new Load(random.Next(1, 8), random.Next(4)),
                Windows = !isTimed ? [Interval.Always] : random.Next(3) == 0 ? [new Interval(early, early + 20), new Interval(early + 90, early + 120)] : [new Interval(early, early + 80)],
                ServiceDuration = isTimed ? random.Next(12) : 0,
                IsRequired = random.Next(4) > 0 || !withOptional,
                Prize = random.Next(20, 150),
            };
        }

        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, clients).Select(_ => Client())],
            [
                new VehicleType { Capacity = new Load(14, 9), Count = vehicles, FixedCost = random.Next(60), LatestEnd = isTimed ? 300 : Interval.Unbounded, CostPerDuration = isTimed ? random.Next(2) : 0 },
                new VehicleType
                {
                    Capacity = new Load(20, 12), FixedCost = random.Next(80), CostPerDistance = 2, LatestEnd = isTimed ? 260 : Interval.Unbounded,
                    AllowedClients = [.. Enumerable.Range(0, clients).Select(_ => random.Next(5) > 0)],
                },
            ],
            distances,
            durations);
    }

    /// <summary>The least cost over every split of the clients into routes of the vehicles and those left out.</summary>
    public static long Optimum(ProblemData data)
    {
        var subsets = 1 << data.ClientCount;
        long[] least = [.. Enumerable.Range(0, subsets).Select(subset => Members(subset, data.ClientCount).Sum(client => LeaveOut(data, client)))];
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            long?[] routes = [.. Enumerable.Range(0, subsets).Select(subset => Route(data, type, subset))];
            for (var vehicle = 0; vehicle < data.VehicleTypes[type].Count; vehicle++)
                least = [.. Enumerable.Range(0, subsets).Select(all => Parts(all).Min(part => routes[part] is { } cost ? cost + least[all ^ part] : long.MaxValue))];
        }

        return least[^1];
    }

    public static IEnumerable<int> Members(int subset, int clients) => Enumerable.Range(0, clients).Where(client => (subset & (1 << client)) != 0);

    private static long LeaveOut(ProblemData data, int client) => data.Clients[client].Prize + (data.Clients[client].IsRequired ? data.RequiredPrize : 0);

    private static IEnumerable<int> Parts(int all)
    {
        for (var part = all; part > 0; part = (part - 1) & all)
            yield return part;
        yield return 0;
    }

    private static long? Route(ProblemData data, int type, int subset)
    {
        if (subset == 0)
            return 0;
        int[] clients = [.. Members(subset, data.ClientCount)];
        if (data.VehicleTypes[type].AllowedClients is { } allowed && clients.Any(client => !allowed[client]))
            return null;
        return RouteOracle.Best(data, type, clients);
    }
}
