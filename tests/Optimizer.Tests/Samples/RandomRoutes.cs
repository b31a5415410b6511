using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Small problems of every kind that the model has, and random routes for them that may break capacity and time.</summary>
internal static class RandomRoutes
{
    public const long LoadWeight = 7;
    public const long TimeWeight = 3;

    private const int Clients = 9;

    /// <summary>One and several trips with windows, two loads and two types; no times on an asymmetric matrix; two depots, missing roads, forbidden clients and three types.</summary>
    public static ProblemData Problem(int seed) => (seed % 4) switch
    {
        0 => RandomProblem.Of(Clients, seed, vehicles: 4),
        1 => RandomProblem.Of(Clients, seed, vehicles: 4, maxTrips: 3),
        2 => Untimed(new Random(seed)),
        _ => ManyDepots(new Random(seed)),
    };

    /// <summary>Equal prices for all vehicles; two types by capacity and fixed cost.</summary>
    public static ProblemData EqualPrices(Random random, bool isTimed, bool isSymmetric, int clients = Clients, int maxTrips = 2)
    {
        var locations = clients + 1;
        var matrix = new int[locations * locations];
        for (var i = 0; i < locations; i++)
        {
            for (var j = 0; j < locations; j++)
            {
                if (i != j)
                    matrix[(i * locations) + j] = isSymmetric && j < i ? matrix[(j * locations) + i] : random.Next(1, 60);
            }
        }

        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, clients).Select(_ => new Client
            {
                Demand = new Load(random.Next(1, 9)),
                Windows = [isTimed ? new Interval(random.Next(80), 80 + random.Next(60)) : Interval.Always],
                ServiceDuration = isTimed ? 5 : 0,
            })],
            [
                new VehicleType { Capacity = new Load(25), Count = 1 + (clients / 4), FixedCost = 40, CostPerDistance = 2, MaxTrips = maxTrips, Start = isTimed ? new Interval(0, 50) : Interval.Always },
                new VehicleType { Capacity = new Load(20), FixedCost = 70, CostPerDistance = 2, Start = isTimed ? new Interval(0, 50) : Interval.Always },
            ],
            matrix,
            matrix);
    }

    /// <summary>Serves most clients by random vehicles in random order, trips and windows, on existing roads.</summary>
    public static LinkedRoutes Of(ProblemData data, int seed, PenaltyWeights weights, bool notesLinks = false)
    {
        var random = new Random(seed);
        LinkedRoutes routes;
        do
            routes = Draw(data, random, weights, notesLinks);
        while (WalkedCost(routes) >= ProblemData.NoRoad);
        return routes;
    }

    /// <summary>The cost of all routes by walking them.</summary>
    public static long WalkedCost(LinkedRoutes routes)
    {
        var data = routes.Data;
        long cost = 0;
        Span<int> nodes = stackalloc int[4 * Clients];
        Span<int> windows = stackalloc int[4 * Clients];
        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var count = routes.Write(vehicle, nodes, windows);
            cost += PenalisedOracle.Cost(data, vehicle, nodes[..count], windows[..count], LoadWeight, TimeWeight);
        }

        return cost;
    }

    private static LinkedRoutes Draw(ProblemData data, Random random, PenaltyWeights weights, bool notesLinks)
    {
        var clients = Enumerable.Range(data.DepotCount, data.ClientCount).ToArray();
        random.Shuffle(clients);
        var routes = new LinkedRoutes(data, new CostEvaluator(data), notesLinks);
        routes.SetWeights(weights);
        // The last vehicle of the first type stays unused.
        var free = data.FirstVehicleOfType[1] - 1;
        var vehicles = Enumerable.Range(0, data.VehicleCount).Where(vehicle => vehicle != free).ToArray();
        var lists = vehicles.Select(_ => new List<int>()).ToArray();
        foreach (var client in clients.Skip(random.Next(2)))
        {
            var allowed = vehicles.Where(vehicle => data.MayServe(data.TypeOfVehicle[vehicle], client)).ToArray();
            lists[Array.IndexOf(vehicles, allowed[random.Next(allowed.Length)])].Add(client);
        }

        for (var i = 0; i < vehicles.Length; i++)
        {
            var type = data.VehicleTypes[data.TypeOfVehicle[vehicles[i]]];
            var nodes = new List<int> { type.StartDepot };
            foreach (var client in lists[i])
            {
                if (nodes[^1] >= data.DepotCount && nodes.Count(node => node < data.DepotCount) < type.MaxTrips && random.Next(2) == 0)
                    nodes.Add(type.StartDepot);
                nodes.Add(client);
            }

            nodes.Add(type.EndDepot);
            int[] windows = [.. nodes.Select(node => node < data.DepotCount ? 0 : random.Next(data.WindowOffset[node], data.WindowOffset[node + 1]))];
            routes.Load(vehicles[i], nodes.ToArray(), windows);
        }

        return routes;
    }

    private static ProblemData Untimed(Random random)
    {
        var n = Clients + 1;
        var matrix = Matrix(random, n);
        return new ProblemData(
            [new Depot()],
            [.. Enumerable.Range(0, Clients).Select(_ => new Client { Demand = new Load(random.Next(9), random.Next(5), random.Next(7)) })],
            [new VehicleType { Capacity = new Load(9, 12, 11), Count = 3, FixedCost = 30 }, new VehicleType { Capacity = new Load(14, 8, 12), FixedCost = 25, CostPerDistance = 2 }],
            matrix,
            matrix);
    }

    private static ProblemData ManyDepots(Random random)
    {
        var n = Clients + 2;
        var distances = Matrix(random, n);
        for (var i = 0; i < 5; i++)
            distances[random.Next(2, n) + (n * random.Next(2, n))] = ProblemData.NoRoad;
        VehicleType Type(int start, int end, int trips, int price, int wage, params int[] forbidden) => new()
        {
            Capacity = new Load(12, 9),
            Count = 2,
            StartDepot = start,
            EndDepot = end,
            MaxTrips = trips,
            ReloadDuration = 4,
            FixedCost = 10 * price,
            CostPerDistance = price,
            CostPerDuration = wage,
            Start = new Interval(3, 60),
            LatestEnd = 150,
            MaxDuration = 120,
            AllowedClients = [.. Enumerable.Range(0, Clients).Select(client => !forbidden.Contains(client))],
        };
        return new ProblemData(
            [new Depot(new Interval(10, 90)), new Depot(new Interval(0, 70))],
            [.. Enumerable.Range(0, Clients).Select(_ => new Client
            {
                Demand = new Load(random.Next(8), random.Next(6)),
                ServiceDuration = random.Next(6),
                Windows = [new Interval(random.Next(20), 20 + random.Next(20)), new Interval(60 + random.Next(20), 90 + random.Next(40))],
            })],
            [Type(0, 0, 2, 1, 2), Type(1, 0, 2, 2, 0, 0, 1), Type(1, 1, 1, 3, 1, 2)],
            distances,
            Matrix(random, n));
    }

    private static int[] Matrix(Random random, int n)
    {
        var matrix = new int[n * n];
        for (var cell = 0; cell < matrix.Length; cell++)
            matrix[cell] = cell % (n + 1) == 0 ? 0 : random.Next(1, 40);
        return matrix;
    }
}
