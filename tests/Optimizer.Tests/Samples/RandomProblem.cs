using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Small random problems with windows, two load dimensions, several vehicle types, trips and times that cost; the first stops may be shipments, the others may have something to take along.</summary>
internal static class RandomProblem
{
    public static ProblemData Of(int clients, int seed, int vehicles = 3, int maxTrips = 1, bool withReleases = false, int horizon = 400, int shipments = 0, bool withPickups = false)
    {
        var random = new Random(seed);
        var n = clients + 1;
        var points = Enumerable.Range(0, n).Select(_ => (X: random.Next(100), Y: random.Next(100))).ToArray();
        var distances = new int[n * n];
        var durations = new int[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                distances[(i * n) + j] = (int)double.Hypot(points[i].X - points[j].X, points[i].Y - points[j].Y);
                durations[(i * n) + j] = i == j ? 0 : distances[(i * n) + j] + random.Next(5);
            }
        }

        Client[] stops = [.. Enumerable.Range(0, clients).Select(i => ClientOf(random, horizon, withReleases))];
        for (var i = 0; i < 2 * shipments; i++)
            stops[i] = stops[i] with { Demand = default };
        for (var i = 2 * shipments; withPickups && i < clients; i++)
            stops[i] = stops[i] with { Demand = i % 3 == 0 ? default : stops[i].Demand, Pickup = i % 3 == 1 ? default : new Load(random.Next(10), random.Next(1, 12)) };
        return new ProblemData(
            [new Depot(new Interval(0, horizon / 2))],
            stops,
            [
                new VehicleType
                {
                    Capacity = new Load(20, 30), Count = vehicles - 1, Start = new Interval(0, horizon), LatestEnd = horizon,
                    MaxTrips = maxTrips, ReloadDuration = 10, FixedCost = 50, CostPerDistance = 2, CostPerDuration = 1,
                },
                new VehicleType { Capacity = new Load(30, 40), Start = new Interval(20, horizon), LatestEnd = horizon, FixedCost = 20, CostPerDistance = 3, MaxDuration = horizon / 2 },
            ],
            distances,
            durations,
            [.. Enumerable.Range(0, shipments).Select(i => new Shipment(2 * i, (2 * i) + 1, new Load(random.Next(1, 15), random.Next(1, 20))))]);
    }

    private static Client ClientOf(Random random, int horizon, bool withReleases)
    {
        var early = random.Next(horizon / 2);
        Interval[] windows = random.Next(3) == 0
            ? [new Interval(early, early + 40), new Interval(early + 100, early + 150)]
            : [new Interval(early, early + 60 + random.Next(100))];
        return new Client
        {
            Demand = new Load(random.Next(1, 10), random.Next(1, 12)),
            Windows = windows,
            ServiceDuration = random.Next(10),
            Release = withReleases ? random.Next(horizon / 4) : 0,
        };
    }
}
