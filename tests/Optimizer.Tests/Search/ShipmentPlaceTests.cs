using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

/// <summary>The places found for a shipment must be the cheapest of all pairs of places by walking each, and cost what walking says.</summary>
public sealed class ShipmentPlaceTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void TryShipment_RandomRoutes_FindsTheCheapestPairOfPlaces(int maxTrips, bool withReleases)
    {
        var (found, none, apart) = (0, 0, 0);
        for (var seed = 1; seed <= 80; seed++)
        {
            var data = RandomProblem.Of(16, seed, vehicles: 2, maxTrips, withReleases, horizon: 800, shipments: 5, withPickups: true);
            var evaluator = new CostEvaluator(data);
            var random = new Xoshiro256((ulong)seed);
            var route = new Route(data, evaluator, seed % 2);
            for (var client = data.DepotCount + 10; client < data.LocationCount; client += 2)
                Join(data, route, client);
            foreach (var shipment in data.Shipments)
            {
                var (pickup, delivery) = (data.DepotCount + shipment.Pickup, data.DepotCount + shipment.Delivery);
                var cheapest = All(data, route, pickup, delivery).Select(place => Walked(data, evaluator, route, pickup, delivery, place)).Where(cost => cost is not null).Min();
                var best = ShipmentPlace.None;
                route.TryShipment(pickup, delivery, new long[64], null, random, ref best);

                best.Exists.ShouldBe(cheapest is not null);
                none += cheapest is null ? 1 : 0;
                if (cheapest is null)
                    continue;
                (route.Cost + best.Delta).ShouldBe(cheapest.Value);
                route.Apply(pickup, delivery, best);
                route.Cost.ShouldBe(cheapest.Value);
                route.IsFeasible.ShouldBeTrue();
                found++;
                apart += best.Delivery > best.Pickup ? 1 : 0;
            }
        }

        found.ShouldBeGreaterThan(30);
        none.ShouldBeGreaterThan(10);
        apart.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void TryShipment_ADetourThatShortensTheRoute_BeatsASmallerSaving()
    {
        // From the depot to stop 1 and back is 100 each way, over the pickup (2) or the delivery (3) only 20.
        int[] matrix = [0, 100, 10, 10, 100, 0, 10, 10, 10, 10, 0, 10, 10, 10, 10, 0];
        var data = new ProblemData(
            [new Depot()], [.. Enumerable.Repeat(new Client { Demand = default }, 3)], [new VehicleType { Capacity = new Load(1) }], matrix, matrix, [new Shipment(1, 2, new Load(1))]);
        var route = new Route(data, new CostEvaluator(data), 0);
        route.Apply(1, new Insertion(0, 1, data.WindowOffset[1], TripChoice.Join, 0));
        var best = ShipmentPlace.None with { Vehicle = 9, Delta = -1 };

        route.TryShipment(2, 3, new long[64], null, new Xoshiro256(1), ref best);

        (best.Vehicle, best.Pickup, best.Delivery, best.Delta).ShouldBe((0, 1, 2, -160));
    }

    [Fact]
    public void NewTripDelta_RandomRoutes_EqualsTheDifferenceOfWalkedCosts()
    {
        var (feasible, refused) = (0, 0);
        for (var seed = 1; seed <= 80; seed++)
        {
            var data = RandomProblem.Of(10, seed, vehicles: 2, maxTrips: 3, horizon: 800, shipments: 4);
            var evaluator = new CostEvaluator(data);
            var route = new Route(data, evaluator, 0);
            Join(data, route, 9);
            foreach (var shipment in data.Shipments.Where(_ => !route.IsEmpty))
            {
                var (pickup, delivery) = (data.DepotCount + shipment.Pickup, data.DepotCount + shipment.Delivery);
                var places = new List<ShipmentPlace>();
                foreach (var place in NewTrips(data, route, pickup, delivery))
                {
                    var walked = Walked(data, evaluator, route, pickup, delivery, place);

                    (place.Delta == long.MaxValue).ShouldBe(walked is null);
                    refused += walked is null ? 1 : 0;
                    if (walked is null)
                        continue;
                    (route.Cost + place.Delta).ShouldBe(walked.Value);
                    places.Add(place);
                    feasible++;
                }

                if (places.Count > 0)
                    route.Apply(pickup, delivery, places[seed % places.Count]);
            }
        }

        feasible.ShouldBeGreaterThan(30);
        refused.ShouldBeGreaterThan(30);
    }

    /// <summary>At the first place that walking allows.</summary>
    private static void Join(ProblemData data, Route route, int client)
    {
        for (var position = 1; position < route.Length; position++)
        {
            var trial = new Route(data, new CostEvaluator(data), route.Vehicle);
            trial.CopyFrom(route);
            trial.Apply(client, new Insertion(route.Vehicle, position, data.WindowOffset[client], TripChoice.Join, 0));
            if (!trial.IsFeasible)
                continue;
            route.CopyFrom(trial);
            return;
        }
    }

    private static IEnumerable<ShipmentPlace> All(ProblemData data, Route route, int pickup, int delivery) =>
        from first in Enumerable.Range(1, route.Length - 1)
        from second in Enumerable.Range(first, route.Length - first)
        from early in Enumerable.Range(data.WindowOffset[pickup], data.WindowOffset[pickup + 1] - data.WindowOffset[pickup])
        from late in Enumerable.Range(data.WindowOffset[delivery], data.WindowOffset[delivery + 1] - data.WindowOffset[delivery])
        select new ShipmentPlace(route.Vehicle, first, second, early, late, TripChoice.Join, 0);

    private static IEnumerable<ShipmentPlace> NewTrips(ProblemData data, Route route, int pickup, int delivery) =>
        from position in Enumerable.Range(0, route.Length)
        where route.IsDepot(position) && route.TripCount < data.VehicleTypes[0].MaxTrips && route.Holds(pickup)
        from early in Enumerable.Range(data.WindowOffset[pickup], data.WindowOffset[pickup + 1] - data.WindowOffset[pickup])
        from late in Enumerable.Range(data.WindowOffset[delivery], data.WindowOffset[delivery + 1] - data.WindowOffset[delivery])
        select new ShipmentPlace(route.Vehicle, position, position, early, late, TripChoice.NewTrip, route.NewTripDelta(pickup, delivery, position, early, late));

    private static long? Walked(ProblemData data, CostEvaluator evaluator, Route route, int pickup, int delivery, in ShipmentPlace place)
    {
        var trial = new Route(data, evaluator, route.Vehicle);
        trial.CopyFrom(route);
        trial.Apply(pickup, delivery, place);
        var solution = trial.ToSolutionRoute();
        var walked = RouteOracle.Cost(data, trial.TypeIndex, solution.Trips, solution.Windows);
        trial.IsFeasible.ShouldBe(walked is not null || !trial.IsOneTrip(trial.Nodes.IndexOf(pickup), trial.Nodes.IndexOf(delivery)));
        return walked;
    }
}
