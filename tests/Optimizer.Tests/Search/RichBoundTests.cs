using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

/// <summary>A place that its bound rules out must be one that the walk makes no cheaper.</summary>
public sealed class RichBoundTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void JoinBound_RandomRoutesOfRichProblems_IsNeverAboveTheWalkedDelta(bool hasSlots)
    {
        var (compared, refused, tight) = (0, 0, 0);
        for (var seed = 1; seed <= Draws.Of(300); seed++)
        {
            var data = RichProblem.Of(seed, clients: 6, hasGaps: seed % 4 == 0, hasSlots);
            foreach (var (set, vehicle, client) in RandomRoutes(data, seed))
            {
                var route = set.RouteOf(vehicle);
                foreach (var place in Places(data, route, client))
                {
                    var bound = route.JoinBound(client, place.Position, place.Window, route.DetourDistance(client, place.Position));
                    refused += bound == long.MaxValue ? 1 : 0;
                    if (place.Delta == long.MaxValue)
                        continue;
                    compared++;
                    tight += place.Delta - bound <= 5 ? 1 : 0;
                    bound.ShouldBeLessThanOrEqualTo(place.Delta, $"seed {seed}");
                }
            }
        }

        compared.ShouldBeGreaterThan(1_000);
        refused.ShouldBeGreaterThan(400);
        tight.ShouldBeGreaterThan(400);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ShipmentBound_RandomRoutesOfRichProblems_IsNeverAboveTheWalkedDelta(bool hasSlots)
    {
        var (compared, tight) = (0, 0);
        for (var seed = 1; seed <= Draws.Of(600); seed++)
        {
            var data = RichProblem.Of(seed, clients: 6, hasGaps: seed % 4 == 0, hasSlots);
            if (data.Shipments.Count == 0)
                continue;
            var walk = new RouteWalk(data);
            var (pickup, delivery) = (data.DepotCount + data.Shipments[0].Pickup, data.DepotCount + data.Shipments[0].Delivery);
            foreach (var (set, vehicle, _) in RandomRoutes(data, seed))
            {
                var route = set.RouteOf(vehicle);
                foreach (var place in Places(data, route, pickup, delivery))
                {
                    var delta = route.PairDelta(pickup, delivery, place);
                    if (delta == long.MaxValue)
                        continue;
                    compared++;
                    var bound = route.ShipmentBound(walk, pickup, delivery, place);
                    tight += delta - bound <= 20 ? 1 : 0;
                    bound.ShouldBeLessThanOrEqualTo(delta, $"seed {seed}");
                }
            }
        }

        compared.ShouldBeGreaterThan(500);
        tight.ShouldBeGreaterThan(100);
    }

    /// <summary>Each vehicle's route as it grows by clients without shipments at random places, and the client that comes next.</summary>
    private static IEnumerable<(RouteSet Set, int Vehicle, int Client)> RandomRoutes(ProblemData data, int seed)
    {
        var set = new RouteSet(data, new CostEvaluator(data));
        var random = new Random(seed);
        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var clients = Enumerable.Range(data.DepotCount, data.ClientCount).Where(client => data.PartnerOf[client] < 0).ToArray();
            random.Shuffle(clients);
            foreach (var client in clients)
            {
                yield return (set, vehicle, client);
                var allowed = Places(data, set.RouteOf(vehicle), client).Where(place => place.Delta < long.MaxValue).ToArray();
                if (allowed.Length > 0)
                    set.Insert(client, allowed[random.Next(allowed.Length)]);
                if (set.RouteOf(vehicle).ClientCount > 3)
                    set.Clear(vehicle);
            }

            set.Clear(vehicle);
        }
    }

    /// <summary>Every place that has roads and room, with its walked delta.</summary>
    private static IEnumerable<Insertion> Places(ProblemData data, Route route, int client) =>
        from position in Enumerable.Range(1, route.Length - 1)
        where route.DetourDistance(client, position) < long.MaxValue && route.HasRoom(client, position)
        from window in WindowsOf(data, client)
        select new Insertion(route.Vehicle, position, window, TripChoice.Join, route.JoinDelta(client, position, window, route.DetourDistance(client, position)));

    /// <summary>Every place of a shipment on one trip, with what the search has found when it asks for the bound: the cost of the detour, and of a vehicle that is not used.</summary>
    private static IEnumerable<ShipmentPlace> Places(ProblemData data, Route route, int pickup, int delivery) =>
        from first in Enumerable.Range(1, route.Length - 1)
        from second in Enumerable.Range(first, route.Length - first)
        where !Enumerable.Range(first, second - first).Any(route.IsDepot)
        let detour = Detour(data.DistancesOf(route.TypeIndex), route.Nodes.ToArray(), pickup, delivery, first, second)
        where detour is not null
        from pickupWindow in WindowsOf(data, pickup)
        from deliveryWindow in WindowsOf(data, delivery)
        let type = data.VehicleTypes[route.TypeIndex]
        select new ShipmentPlace(route.Vehicle, first, second, pickupWindow, deliveryWindow, TripChoice.Join, (type.CostPerDistance * detour.Value) + (route.IsEmpty ? type.FixedCost : 0));

    private static long? Detour(ArcLengths distances, int[] before, int pickup, int delivery, int first, int second)
    {
        int[] after = [.. before[..first], pickup, .. before[first..second], delivery, .. before[second..]];
        return LengthOf(after) - LengthOf(before);

        long? LengthOf(int[] nodes) => nodes.Zip(nodes.Skip(1), (from, to) => distances.Between(from, to)).Aggregate((long?)0, (sum, leg) => leg == ProblemData.NoRoad ? null : sum + leg);
    }

    private static IEnumerable<int> WindowsOf(ProblemData data, int client) => Enumerable.Range(data.WindowOffset[client], data.WindowOffset[client + 1] - data.WindowOffset[client]);
}
