using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Recreates a solution: puts absent clients back one by one, each at its cheapest place, now and then overlooking one.</summary>
/// <remarks>
/// Algorithm: greedy insertion with blinks. Places beside the nearest served clients are tried first; every place is tried only when none of those can take
/// the client. An unused vehicle of each type and a new trip of a used one are always considered. Where a place is priced by a walk, places are priced from the least bound on, until the bound
/// of the next is above the price of the best. Complexity: O(neighbours) a client in the usual case.
/// Source: Christiaens and Vanden Berghe (2020), section 5.3; the restriction to neighbours follows granular search, Toth and Vigo (2003).
/// </remarks>
internal sealed class BlinkInsertion
{
    private const int LooseInOne = 16;
    private const int OverlookedInOne = 8;

    private readonly ProblemData data;
    private readonly CostEvaluator evaluator;
    private readonly Neighbourhood neighbourhood;
    private readonly InsertionOrder order;
    private readonly bool isComplete;
    private readonly bool hasTrips;
    private readonly bool hasChoice;
    private readonly bool hasOptional;
    private readonly Blinks blinks = new(Blinks.Usual);
    private readonly RankedPlaces? ranked;
    private readonly PairInsertion? pairs;
    private readonly ShipmentInsertion? shipments;
    private readonly bool[] isTried;
    private bool isLoose;

    public BlinkInsertion(ProblemData data, CostEvaluator evaluator, Neighbourhood neighbourhood)
    {
        this.data = data;
        this.evaluator = evaluator;
        this.neighbourhood = neighbourhood;
        order = new InsertionOrder(data);
        isComplete = neighbourhood.Size >= data.ClientCount - 1;
        hasTrips = data.VehicleTypes.Any(type => type.MaxTrips > 1);
        hasChoice = data.IsRich || hasTrips || data.VehicleTypes.Count > 1 || data.Clients.Any(client => client.Windows.Count > 1);
        hasOptional = data.Clients.Any(client => !client.IsRequired);
        ranked = data.IsRich ? new RankedPlaces() : null;
        pairs = data.IsRich ? new PairInsertion(data, evaluator) : null;
        isTried = new bool[data.Rules.Alternatives.Count];
        shipments = data.HasShipments ? new ShipmentInsertion(data, evaluator, blinks) : null;
    }

    /// <summary>No more than this many vehicles may be used.</summary>
    public int MostVehicles { get; set; } = int.MaxValue;

    /// <summary>Inserts what it can; the rest stays in <paramref name="absent"/>. Changed vehicles are added to <paramref name="touched"/>.</summary>
    public void Recreate(RouteSet set, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        var clients = absent.Items;
        order.Arrange(clients, random);
        absent.Clear();
        isTried.AsSpan().Clear();
        isLoose = (hasOptional || hasChoice) && random.Next(LooseInOne) == 0;
        foreach (var client in clients)
        {
            if (shipments is not null && data.PartnerOf[client] >= 0)
            {
                shipments.Insert(set, client, MostVehicles, isLoose, random, absent, touched);
                continue;
            }

            if (data.HasAlternatives && data.GroupOf[client] is >= 0 and var group)
            {
                InsertOneOf(set, group, client, random, absent, touched);
                continue;
            }

            var place = Cheapest(set, client, random);
            if (!place.Exists || (place.Delta >= evaluator.LeaveOutCost(client) && !IsTriedAnyhow(client, random)))
            {
                absent.Add(client);
                continue;
            }

            set.Insert(client, place);
            touched.Add(place.Vehicle);
        }

        pairs?.Insert(set, MostVehicles, random, absent, touched);
    }

    /// <summary>Where there is a choice of vehicles, windows or trips the best of them must be overlooked too now and then, in a loose recreation often, or greed alone would decide it.</summary>
    private bool Overlooks(Xoshiro256 random) => hasChoice && (isLoose ? random.Next(4) == 0 : blinks.Next(random));

    /// <summary>In a loose recreation optional clients are served at a loss, because several that are not worth a vehicle each may be worth one together.</summary>
    private bool IsTriedAnyhow(int client, Xoshiro256 random) =>
        isLoose && !data.Clients[client - data.DepotCount].IsRequired && random.Next(2) == 0;

    /// <summary>Puts back the cheapest of several alternatives, now and then overlooking one; the others, and all where none has a place, stay out.</summary>
    private void InsertOneOf(RouteSet set, int group, int client, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        var alternatives = data.Rules.Alternatives[group];
        if (set.VehicleOf(client) >= 0)
            return;
        if (isTried[group] || set.IsServed(alternatives))
        {
            absent.Add(client);
            return;
        }

        isTried[group] = true;
        var (best, chosen) = (Insertion.None, -1);
        foreach (var other in alternatives)
        {
            if (random.Next(OverlookedInOne) == 0)
                continue;
            var place = Cheapest(set, data.DepotCount + other, random);
            if (place.Delta < best.Delta)
                (best, chosen) = (place, data.DepotCount + other);
        }

        if (chosen >= 0 && (best.Delta < evaluator.LeaveOutCost(client) || IsTriedAnyhow(client, random)))
        {
            set.Insert(chosen, best);
            touched.Add(best.Vehicle);
        }

        if (chosen != client || set.VehicleOf(client) < 0)
            absent.Add(client);
    }

    private Insertion Cheapest(RouteSet set, int client, Xoshiro256 random)
    {
        if (ranked is not null)
            return CheapestRanked(ranked, set, client, random);
        var best = Insertion.None;
        foreach (var near in neighbourhood.Of(client))
        {
            var vehicle = set.VehicleOf(near);
            if (vehicle < 0)
                continue;
            var route = set.RouteOf(vehicle);
            if (!set.MayServe(vehicle, client))
                continue;
            var position = set.PositionOf(near);
            TryJoin(route, client, position + 1, random, ref best);
            TryJoin(route, client, position, random, ref best);
        }

        if (hasTrips)
            TryNewTrips(set, client, random, ref best);
        TryUnused(set, client, random, ref best);
        if (!best.Exists && !isComplete)
            TryEverywhere(set, client, random, ref best);
        return best;
    }

    private void TryJoin(Route route, int client, int position, Xoshiro256 random, ref Insertion best)
    {
        var detour = route.DetourDistance(client, position);
        // A place that costs more in distance alone is out; where time is paid for it only adds to that.
        if (detour == long.MaxValue || evaluator.LengthCost(route.TypeIndex, detour, 0) >= best.Delta)
            return;
        if (!route.HasRoom(client, position) || blinks.Next(random))
            return;
        for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
        {
            var delta = route.JoinDelta(client, position, window, detour);
            if (delta < best.Delta && !Overlooks(random))
                best = new Insertion(route.Vehicle, position, window, TripChoice.Join, delta);
        }
    }

    private Insertion CheapestRanked(RankedPlaces places, RouteSet set, int client, Xoshiro256 random)
    {
        places.Clear();
        foreach (var near in neighbourhood.Of(client))
        {
            var vehicle = set.VehicleOf(near);
            if (vehicle < 0 || !set.MayServe(vehicle, client))
                continue;
            var position = set.PositionOf(near);
            Rank(places, set.RouteOf(vehicle), client, position + 1, random);
            Rank(places, set.RouteOf(vehicle), client, position, random);
        }

        for (var type = 0; type < data.VehicleTypes.Count && set.UsedCount < MostVehicles; type++)
        {
            var vehicle = set.UnusedVehicleFor(type, client, isLoose && random.Next(2) == 0 ? random : null);
            if (vehicle >= 0 && set.MayServe(vehicle, client) && set.RouteOf(vehicle).Holds(client))
                Rank(places, set.RouteOf(vehicle), client, 1, random: null);
        }

        var best = Insertion.None;
        Price(places, set, client, random, ref best);
        if (hasTrips)
            TryNewTrips(set, client, random, ref best);
        if (best.Exists || isComplete)
            return best;
        foreach (var vehicle in set.Used)
        {
            if (!set.MayServe(vehicle, client))
                continue;
            var route = set.RouteOf(vehicle);
            for (var position = 1; position < route.Length; position++)
                Rank(places, route, client, position, random);
        }

        Price(places, set, client, random, ref best);
        return best;
    }

    /// <param name="random">Null: the place is not overlooked.</param>
    private void Rank(RankedPlaces places, Route route, int client, int position, Xoshiro256? random)
    {
        if (!route.HasRoom(client, position))
            return;
        var detour = route.DetourDistance(client, position);
        if (detour == long.MaxValue || (random is not null && blinks.Next(random)))
            return;
        for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
        {
            var bound = route.JoinBound(client, position, window, detour);
            if (bound < long.MaxValue)
                places.Add(new Insertion(route.Vehicle, position, window, TripChoice.Join, bound));
        }
    }

    private void Price(RankedPlaces places, RouteSet set, int client, Xoshiro256 random, ref Insertion best)
    {
        while (places.TryTake(best.Delta, out var place))
        {
            var delta = set.RouteOf(place.Vehicle).JoinDelta(client, place.Position, place.Window, detour: 0);
            if (delta < best.Delta && !Overlooks(random))
                best = place with { Delta = delta };
        }
    }

    private void TryNewTrips(RouteSet set, int client, Xoshiro256 random, ref Insertion best)
    {
        foreach (var vehicle in set.Used)
        {
            var route = set.RouteOf(vehicle);
            if (!route.Holds(client) || !set.MayServe(vehicle, client))
                continue;
            for (var position = 0; position < route.Length; position++)
            {
                if (!route.IsDepot(position))
                    continue;
                for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
                {
                    var delta = route.NewTripDelta(client, position, window);
                    if (delta < best.Delta && !Overlooks(random))
                        best = new Insertion(vehicle, position, window, TripChoice.NewTrip, delta);
                }
            }
        }
    }

    private void TryUnused(RouteSet set, int client, Xoshiro256 random, ref Insertion best)
    {
        if (set.UsedCount >= MostVehicles)
            return;
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            var vehicle = set.UnusedVehicleFor(type, client, loosely: null);
            if (vehicle < 0 || !set.MayServe(vehicle, client))
                continue;
            var route = set.RouteOf(vehicle);
            var detour = route.DetourDistance(client, 1);
            if (detour == long.MaxValue || !route.Holds(client))
                continue;
            for (var window = data.WindowOffset[client]; window < data.WindowOffset[client + 1]; window++)
            {
                var delta = route.JoinDelta(client, 1, window, detour);
                if (delta < best.Delta && !Overlooks(random))
                    best = new Insertion(vehicle, 1, window, TripChoice.Join, delta);
            }
        }
    }

    private void TryEverywhere(RouteSet set, int client, Xoshiro256 random, ref Insertion best)
    {
        foreach (var vehicle in set.Used)
        {
            var route = set.RouteOf(vehicle);
            if (!set.MayServe(vehicle, client))
                continue;
            for (var position = 1; position < route.Length; position++)
                TryJoin(route, client, position, random, ref best);
        }
    }
}
