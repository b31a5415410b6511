using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

/// <summary>The quick scan must find the cheapest of all pairs of places by walking each, and what is remembered of a route must hold for as long as it is the same.</summary>
public sealed class ShipmentScanTests
{
    [Fact]
    public void ScanShipment_RandomRoutes_FindsTheCheapestPairOfPlaces()
    {
        var (found, none, apart, beaten) = (0, 0, 0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var data = PlainShipments.Of(18, shipments: 7, seed, horizon: 500 + (seed % 3 * 300));
            var evaluator = new CostEvaluator(data);
            var random = new Xoshiro256((ulong)seed);
            var route = new Route(data, evaluator, seed % 2);
            for (var client = data.DepotCount + 14; client < data.LocationCount; client += 2)
                JoinAnywhere(data, evaluator, route, client);
            foreach (var shipment in data.Shipments)
            {
                var (pickup, delivery) = (data.DepotCount + shipment.Pickup, data.DepotCount + shipment.Delivery);
                var cheapest = Cheapest(data, evaluator, route, pickup, delivery);
                var best = ShipmentPlace.None;
                route.ScanShipment(data.ShipmentArcs!, pickup, delivery, new long[64], ref best);

                best.Exists.ShouldBe(cheapest is not null);
                none += cheapest is null ? 1 : 0;
                if (cheapest is null)
                    continue;
                (route.Cost + best.Delta).ShouldBe(cheapest.Value);
                // A bound that nothing is below finds nothing, one above finds the same.
                var bound = ShipmentPlace.None with { Delta = best.Delta + random.Next(3) - 1 };
                var within = bound;
                route.ScanShipment(data.ShipmentArcs!, pickup, delivery, new long[64], ref within);
                within.ShouldBe(bound.Delta > best.Delta ? best : bound);
                beaten += within.Exists ? 0 : 1;
                route.Apply(pickup, delivery, best);
                route.Cost.ShouldBe(cheapest.Value);
                route.IsFeasible.ShouldBeTrue();
                found++;
                apart += best.Delivery > best.Pickup ? 1 : 0;
            }
        }

        found.ShouldBeGreaterThan(500);
        none.ShouldBeGreaterThan(100);
        apart.ShouldBeGreaterThan(100);
        beaten.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Content_OfARoute_IsThatOfItsEntriesAlone()
    {
        var data = PlainShipments.Of(6, shipments: 3, seed: 4, horizon: 2_000);
        var evaluator = new CostEvaluator(data);
        var route = new Route(data, evaluator, 0);
        var empty = route.Content;
        var place = ShipmentPlace.None;
        route.ScanShipment(data.ShipmentArcs!, 1, 2, new long[64], ref place);
        route.Apply(1, 2, place);
        var one = route.Content;
        var copy = new Route(data, evaluator, 0);
        copy.CopyFrom(route);

        copy.Content.ShouldBe(one);
        one.ShouldNotBe(empty);
        route.SetEntries([2, 1], [data.WindowOffset[2], data.WindowOffset[1]]);
        route.Content.ShouldNotBe(one);
        route.SetEntries([1, 2], [data.WindowOffset[1], data.WindowOffset[2]]);
        route.Content.ShouldBe(one);
        // The same entries cost another type of vehicle something else.
        var other = new Route(data, evaluator, 1);
        other.SetEntries([1, 2], [data.WindowOffset[1], data.WindowOffset[2]]);
        other.Content.ShouldNotBe(one);
        copy.Clear();
        copy.Content.ShouldBe(empty);
    }

    [Fact]
    public void KeepsTriangles_RandomMatrices_IsWhatEveryTripleSays()
    {
        var kept = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var n = random.Next(3, 25);
            var points = Enumerable.Range(0, n).Select(_ => (X: random.Next(1_000), Y: random.Next(1_000))).ToArray();
            int[] matrix = [.. points.SelectMany(a => points.Select(b => (int)Math.Ceiling(double.Hypot(a.X - b.X, a.Y - b.Y))))];
            if (seed % 2 == 0)
                matrix[random.Next(n * n)] += random.Next(200);
            var triples = from a in Enumerable.Range(0, n) from b in Enumerable.Range(0, n) from c in Enumerable.Range(0, n) select (a, b, c);
            var holds = triples.All(t => t.a == t.b || matrix[(t.a * n) + t.b] + matrix[(t.b * n) + t.c] >= matrix[(t.a * n) + t.c]);

            ShipmentArcs.KeepsTriangles(matrix, n).ShouldBe(holds, $"seed {seed}");
            kept += holds ? 1 : 0;
        }

        kept.ShouldBeInRange(100, 190);
    }

    [Fact]
    public void Of_AProblemThatTheScanDoesNotKnow_IsNull()
    {
        PlainShipments.Of(8, shipments: 4, seed: 1).ShipmentArcs.ShouldNotBeNull();
        RandomProblem.Of(8, seed: 1, shipments: 4).ShipmentArcs.ShouldBeNull();
        // Over stop 1 it is quicker.
        int[] matrix = [0, 1, 9, 1, 0, 1, 9, 1, 0];
        Client[] ends = [new Client { Demand = default, Windows = [new Interval(0, 50)] }, new Client { Demand = default }];
        new ProblemData([new Depot()], ends, [new VehicleType { Capacity = new Load(1) }], matrix, matrix, [new Shipment(0, 1, new Load(1))]).ShipmentArcs.ShouldBeNull();
        matrix[2] = matrix[6] = 2;
        new ProblemData([new Depot()], ends, [new VehicleType { Capacity = new Load(1) }], matrix, matrix, [new Shipment(0, 1, new Load(1))]).ShipmentArcs.ShouldNotBeNull();
    }

    /// <summary>Ruin and recreate over and over; what the cache says of each route and shipment is what a fresh scan finds.</summary>
    [Fact]
    public void ShipmentPlaceCache_WhileRoutesChange_SaysWhatAFreshScanFinds()
    {
        var data = PlainShipments.Of(30, shipments: 15, seed: 7, horizon: 1_500, vehicles: 6);
        var evaluator = new CostEvaluator(data);
        var blinks = new Blinks(Blinks.Usual);
        var insertion = new ShipmentInsertion(data, evaluator, blinks);
        var random = new Xoshiro256(3);
        var set = new RouteSet(data, evaluator);
        var absent = new NodeList(data.LocationCount);
        var touched = new VehicleSet(data.VehicleCount);
        var isRemoved = new bool[data.LocationCount];
        var (exact, bounds) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            foreach (var shipment in data.Shipments)
            {
                if (set.VehicleOf(data.DepotCount + shipment.Pickup) >= 0)
                    continue;
                insertion.Insert(set, data.DepotCount + shipment.Pickup, int.MaxValue, isLoose: false, random, absent, touched);
                insertion.Insert(set, data.DepotCount + shipment.Delivery, int.MaxValue, isLoose: false, random, absent, touched);
            }

            foreach (var shipment in data.Shipments)
            {
                var (pickup, delivery) = (data.DepotCount + shipment.Pickup, data.DepotCount + shipment.Delivery);
                foreach (var vehicle in set.Used)
                {
                    var route = set.RouteOf(vehicle);
                    var known = insertion.Cache!.Of(pickup, route);
                    if (known.Content != route.Content || set.VehicleOf(pickup) == vehicle)
                        continue;
                    var fresh = ShipmentPlace.None;
                    route.ScanShipment(data.ShipmentArcs!, pickup, delivery, new long[200], ref fresh);
                    if (known.IsExact)
                        (known.Delta, known.Pickup, known.Delivery).ShouldBe((fresh.Delta, fresh.Pickup, fresh.Delivery));
                    else
                        fresh.Delta.ShouldBeGreaterThanOrEqualTo(known.Delta);
                    exact += known.IsExact ? 1 : 0;
                    bounds += known.IsExact ? 0 : 1;
                }
            }

            absent.Clear();
            isRemoved.AsSpan().Clear();
            for (var i = 0; i < 4; i++)
            {
                var shipment = data.Shipments[random.Next(data.Shipments.Count)];
                isRemoved[data.DepotCount + shipment.Pickup] = isRemoved[data.DepotCount + shipment.Delivery] = true;
            }

            foreach (var vehicle in set.Used.ToArray())
                set.RemoveMarked(vehicle, isRemoved);
        }

        exact.ShouldBeGreaterThan(300);
        bounds.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Run_OfShipments_AllocatesNothing()
    {
        var data = PlainShipments.Of(60, shipments: 30, seed: 2, horizon: 1_500, vehicles: 12);
        var search = new RuinAndRecreate(new SearchSpace(data), 1, null);
        search.Run(4_000, 200_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        search.Run(1_000, 200_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void JoinAnywhere(ProblemData data, CostEvaluator evaluator, Route route, int client)
    {
        for (var position = 1; position < route.Length; position++)
        {
            var trial = new Route(data, evaluator, route.Vehicle);
            trial.CopyFrom(route);
            trial.Apply(client, new Insertion(route.Vehicle, position, data.WindowOffset[client], TripChoice.Join, 0));
            if (!trial.IsFeasible)
                continue;
            route.CopyFrom(trial);
            return;
        }
    }

    private static long? Cheapest(ProblemData data, CostEvaluator evaluator, Route route, int pickup, int delivery)
    {
        long? cheapest = null;
        for (var first = 1; first < route.Length; first++)
        {
            for (var second = first; second < route.Length; second++)
            {
                var trial = new Route(data, evaluator, route.Vehicle);
                trial.CopyFrom(route);
                trial.Apply(pickup, delivery, new ShipmentPlace(route.Vehicle, first, second, data.WindowOffset[pickup], data.WindowOffset[delivery], TripChoice.Join, 0));
                var solution = trial.ToSolutionRoute();
                if (RouteOracle.Cost(data, trial.TypeIndex, solution.Trips, solution.Windows) is { } cost && !(cost >= cheapest))
                    cheapest = cost;
            }
        }

        return cheapest;
    }
}
