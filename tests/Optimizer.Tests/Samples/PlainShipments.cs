using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Small random problems of shipments that the quick scan covers: one window, one trip, distance alone costs. Ways round may be shorter, never quicker.</summary>
internal static class PlainShipments
{
    /// <param name="clients">The first are the shipments' two stops in turn; the others are served from the depot, or have something to take along.</param>
    public static ProblemData Of(int clients, int shipments, int seed, int horizon = 500, int vehicles = 2, long fixedCost = 50)
    {
        var random = new Random(seed);
        var n = clients + 1;
        var points = Enumerable.Range(0, n).Select(_ => (X: random.Next(100), Y: random.Next(100))).ToArray();
        int[] durations = [.. points.SelectMany(a => points.Select(b => (int)Math.Ceiling(double.Hypot(a.X - b.X, a.Y - b.Y))))];
        int[] distances = [.. durations.Select(duration => duration == 0 ? 0 : random.Next(duration / 2, duration + 5))];
        var stops = new Client[clients];
        for (var i = 0; i < clients; i++)
        {
            var early = random.Next(horizon / 2);
            stops[i] = new Client
            {
                Demand = i < 2 * shipments || i % 2 == 0 ? default : new Load(random.Next(8), random.Next(10)),
                Pickup = i < 2 * shipments || i % 3 == 0 ? default : new Load(random.Next(8), random.Next(10)),
                Windows = [new Interval(early, early + 60 + random.Next(horizon / 3))],
                ServiceDuration = random.Next(10),
            };
        }

        return new ProblemData(
            [new Depot()],
            stops,
            [
                new VehicleType { Capacity = new Load(20, 30), Count = vehicles - 1, Start = new Interval(0, horizon), LatestEnd = horizon, FixedCost = fixedCost, CostPerDistance = 2 },
                new VehicleType { Capacity = new Load(25, 20), Start = new Interval(10, horizon), LatestEnd = horizon, FixedCost = fixedCost, CostPerDistance = 3 },
            ],
            distances,
            durations,
            [.. Enumerable.Range(0, shipments).Select(i => new Shipment(2 * i, (2 * i) + 1, new Load(random.Next(1, 12), random.Next(1, 14))))]);
    }
}
