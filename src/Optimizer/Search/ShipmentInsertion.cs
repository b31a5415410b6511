using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Puts a shipment back, both stops at once at their cheapest places on one vehicle.</summary>
/// <remarks>
/// Algorithm: greedy insertion with blinks over all used vehicles, an unused one of each type, and new trips; of rich problems a loose recreation overlooks one place in four of small ones, of others for
/// few shipments, or the cheapest vehicle and windows of a shipment alone would decide where it goes with others. Complexity: see <see cref="Route.TryShipment"/>.
/// Source: Christiaens and Vanden Berghe (2020), the pickup and delivery problem with time windows.
/// </remarks>
internal sealed class ShipmentInsertion
{
    private const int Rarity = 16;

    private readonly ProblemData data;
    private readonly CostEvaluator evaluator;
    private readonly Blinks blinks;
    private readonly Blinks loose = new(Blinks.Loose);
    private readonly bool[] isTried;
    private readonly long[] scratch;

    public ShipmentInsertion(ProblemData data, CostEvaluator evaluator, Blinks blinks)
    {
        this.data = data;
        this.evaluator = evaluator;
        this.blinks = blinks;
        isTried = new bool[data.LocationCount];
        // A route of every client with a depot between any two of them.
        scratch = new long[(4 * data.ClientCount) + 4];
        Cache = data.ShipmentArcs is null ? null : new ShipmentPlaceCache(data);
    }

    /// <summary>Null where the quick scan does not cover the problem.</summary>
    public ShipmentPlaceCache? Cache { get; }

    /// <summary>Called with each of the two absent stops in turn: the first call inserts both or neither, each call keeps its own stop in <paramref name="absent"/> where it stays out.</summary>
    public void Insert(RouteSet set, int client, int mostVehicles, bool isLoose, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        var partner = data.PartnerOf[client];
        if (isTried[partner])
        {
            isTried[partner] = false;
        }
        else
        {
            isTried[client] = true;
            var (pickup, delivery) = data.IsDeliveryEnd[client] ? (partner, client) : (client, partner);
            var place = Cheapest(set, pickup, delivery, mostVehicles, isLoose && IsLoosened(random) ? loose : null, random);
            if (place.Exists && place.Delta < evaluator.LeaveOutCost(pickup) + evaluator.LeaveOutCost(delivery))
            {
                set.Insert(pickup, delivery, place);
                touched.Add(place.Vehicle);
            }
        }

        if (set.VehicleOf(client) < 0)
            absent.Add(client);
    }

    private bool IsLoosened(Xoshiro256 random) => data.IsRich && (data.ClientCount <= PairInsertion.SmallProblem || random.Next(Rarity) == 0);

    private ShipmentPlace Cheapest(RouteSet set, int pickup, int delivery, int mostVehicles, Blinks? loosely, Xoshiro256 random)
    {
        var best = ShipmentPlace.None;
        foreach (var vehicle in set.Used)
        {
            var route = set.RouteOf(vehicle);
            if (!set.MayServe(vehicle, pickup) || !set.MayServe(vehicle, delivery))
                continue;
            if (Cache is not null)
            {
                TryRoute(Cache, route, pickup, delivery, random, ref best);
                continue;
            }

            route.TryShipment(pickup, delivery, scratch, loosely ?? blinks, random, ref best);
            TryNewTrips(route, pickup, delivery, ref best);
        }

        if (set.UsedCount >= mostVehicles)
            return best;
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            var vehicle = set.UnusedVehicleFor(type, pickup, loosely is not null && random.Next(2) == 0 ? random : null);
            if (vehicle >= 0 && set.MayServe(vehicle, pickup) && set.MayServe(vehicle, delivery))
                set.RouteOf(vehicle).TryShipment(pickup, delivery, scratch, loosely, random, ref best);
        }

        return best;
    }

    /// <summary>A route whose cheapest places would be the best so far is overlooked now and then.</summary>
    private void TryRoute(ShipmentPlaceCache cache, Route route, int pickup, int delivery, Xoshiro256 random, ref ShipmentPlace best)
    {
        ref var known = ref cache.Of(pickup, route);
        if (known.Content != route.Content || (known.Delta < best.Delta && !known.IsExact))
        {
            var found = ShipmentPlace.None with { Delta = best.Delta };
            route.ScanShipment(data.ShipmentArcs!, pickup, delivery, scratch, ref found);
            known = new ShipmentPlaceCache.Entry { Content = route.Content, Delta = found.Delta, Pickup = found.Exists ? found.Pickup : 0, Delivery = found.Delivery };
        }

        if (known.Delta < best.Delta && known.IsExact && !blinks.Next(random))
            best = new ShipmentPlace(route.Vehicle, known.Pickup, known.Delivery, data.WindowOffset[pickup], data.WindowOffset[delivery], TripChoice.Join, known.Delta);
    }

    private void TryNewTrips(Route route, int pickup, int delivery, ref ShipmentPlace best)
    {
        if (route.TripCount >= data.VehicleTypes[route.TypeIndex].MaxTrips || !route.Holds(pickup))
            return;
        for (var position = 0; position < route.Length; position++)
        {
            if (!route.IsDepot(position))
                continue;
            for (var from = data.WindowOffset[pickup]; from < data.WindowOffset[pickup + 1]; from++)
            {
                for (var to = data.WindowOffset[delivery]; to < data.WindowOffset[delivery + 1]; to++)
                {
                    var delta = route.NewTripDelta(pickup, delivery, position, from, to);
                    if (delta < best.Delta)
                        best = new ShipmentPlace(route.Vehicle, position, position, from, to, TripChoice.NewTrip, delta);
                }
            }
        }
    }
}
