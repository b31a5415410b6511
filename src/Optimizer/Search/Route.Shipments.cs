using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <content>What inserting both stops of a shipment would cost.</content>
internal sealed partial class Route
{
    /// <summary>Replaces <paramref name="best"/> where this route has cheaper places for the shipment within its trips.</summary>
    /// <param name="scratch">At least two numbers for each entry.</param>
    /// <param name="blinks">Which places to overlook; null: none. A place that would not be the best is not asked about, which does not change the odds.</param>
    /// <remarks>
    /// Algorithm: for each place of the pickup the places of the delivery from there on, the stops between carried along as earliest departure, so that each is one join.
    /// A place is out when its detour, or the detour of the pickup and the least of any delivery after it, costs more than the best; the stops between end where
    /// load or a window does. Complexity: O(entries²) at most, O(entries) where the distances rule a route out.
    /// Source: Ropke and Pisinger (2006), basic greedy insertion; the early ends follow Christiaens and Vanden Berghe (2020).
    /// </remarks>
    public void TryShipment(int pickup, int delivery, Span<long> scratch, Blinks? blinks, Xoshiro256 random, ref ShipmentPlace best)
    {
        if (!Holds(pickup))
            return;
        var fixedCost = IsEmpty ? evaluator.FixedCost(typeIndex) : 0;
        var detours = scratch[..Length];
        var leastFrom = scratch.Slice(Length, Length);
        var least = long.MaxValue;
        for (var position = Length - 1; position > 0; position--)
        {
            var detour = DetourDistance(delivery, position);
            detours[position] = detour;
            leastFrom[position] = least = Math.Min(least, detour);
        }

        for (var position = 1; position < Length; position++)
        {
            // No later place is reached sooner.
            if (data.IsTimed && heads[position - 1].Early + heads[position - 1].Duration > data.WindowLate[data.WindowOffset[pickup + 1] - 1])
                return;
            var detour = DetourDistance(pickup, position);
            var together = TogetherDetour(pickup, delivery, position);
            var apart = position + 1 < Length ? Sum(detour, leastFrom[position + 1]) : long.MaxValue;
            var smallest = Math.Min(together, apart);
            if (smallest == long.MaxValue || fixedCost + evaluator.LengthCost(typeIndex, smallest, 0) >= best.Delta || !HasRoomAfter(pickup, position - 1))
                continue;
            for (var window = data.WindowOffset[pickup]; window < data.WindowOffset[pickup + 1]; window++)
            {
                var ready = ReadyAfter(data.IsTimed ? heads[position - 1].Early + heads[position - 1].Duration : 0, nodes[position - 1], pickup, window);
                if (ready == long.MaxValue)
                    continue;
                var shipping = new Shipping
                {
                    Pickup = pickup,
                    Delivery = delivery,
                    PickupDetour = detour,
                    TogetherDetour = together,
                    DeliveryDetours = detours,
                    LeastFrom = leastFrom,
                    Blinks = blinks,
                    Random = random,
                };
                TryDelivery(shipping, new ShipmentPlace(Vehicle, position, position, window, 0, TripChoice.Join, fixedCost), ready, ref best);
            }
        }
    }

    /// <summary>Prices a new trip of the two stops alone: before the depot entry at <paramref name="position"/>, or first when that is 0.</summary>
    public long NewTripDelta(int pickup, int delivery, int position, int pickupWindow, int deliveryWindow)
    {
        if (walk is not null)
            return RichNewTripDelta(walk, pickup, delivery, position, pickupWindow, deliveryWindow);
        var between = distances.Between(pickup, delivery);
        if (between == ProblemData.NoRoad)
            return long.MaxValue;
        var stops = TimeWindowSegment.Merge(StopSegment(pickup, pickupWindow), durations.Between(pickup, delivery), StopSegment(delivery, deliveryWindow));
        return NewTripDelta(pickup, delivery, between, stops, Math.Max(data.Release[pickup], data.Release[delivery]), position);
    }

    public void Apply(int pickup, int delivery, in ShipmentPlace place)
    {
        if (place.Trip == TripChoice.NewTrip)
        {
            Apply(pickup, new Insertion(Vehicle, place.Pickup, place.PickupWindow, TripChoice.NewTrip, 0));
            // The new trip lies behind its own depot entry, or behind the start of the day.
            var behind = place.Pickup == 0 ? 2 : place.Pickup + 2;
            Apply(delivery, new Insertion(Vehicle, behind, place.DeliveryWindow, TripChoice.Join, 0));
            return;
        }

        EnsureCapacity(Length + 2);
        Array.Copy(nodes, place.Delivery, nodes, place.Delivery + 2, Length - place.Delivery);
        Array.Copy(windows, place.Delivery, windows, place.Delivery + 2, Length - place.Delivery);
        Array.Copy(nodes, place.Pickup, nodes, place.Pickup + 1, place.Delivery - place.Pickup);
        Array.Copy(windows, place.Pickup, windows, place.Pickup + 1, place.Delivery - place.Pickup);
        (nodes[place.Pickup], windows[place.Pickup]) = (pickup, place.PickupWindow);
        (nodes[place.Delivery + 1], windows[place.Delivery + 1]) = (delivery, place.DeliveryWindow);
        Length += 2;
        Update();
    }

    /// <param name="start">The place of the pickup, and as its cost what the use of the vehicle adds.</param>
    /// <param name="ready">When the pickup is done at the earliest.</param>
    private void TryDelivery(in Shipping shipping, in ShipmentPlace start, long ready, ref ShipmentPlace best)
    {
        var last = shipping.Pickup;
        for (var position = start.Pickup; ; position++)
        {
            var detour = position == start.Pickup ? shipping.TogetherDetour : Sum(shipping.PickupDetour, shipping.DeliveryDetours[position]);
            if (detour != long.MaxValue && start.Delta + evaluator.LengthCost(typeIndex, detour, 0) < best.Delta)
                TryWindows(shipping, start with { Delivery = position, Delta = start.Delta + evaluator.LengthCost(typeIndex, detour, 0) }, last, ready, ref best);
            if (IsDepot(position) || !HasRoomAfter(shipping.Pickup, position))
                return;
            var apart = Sum(shipping.PickupDetour, shipping.LeastFrom[position + 1]);
            if (apart == long.MaxValue || start.Delta + evaluator.LengthCost(typeIndex, apart, 0) >= best.Delta)
                return;
            ready = ReadyAfter(ready, last, nodes[position], windows[position]);
            if (ready == long.MaxValue)
                return;
            last = nodes[position];
        }
    }

    private void TryWindows(in Shipping shipping, in ShipmentPlace place, int last, long ready, ref ShipmentPlace best)
    {
        var (pickup, delivery) = (shipping.Pickup, shipping.Delivery);
        for (var window = data.WindowOffset[delivery]; window < data.WindowOffset[delivery + 1]; window++)
        {
            var delta = place.Delta;
            if (data.IsTimed)
            {
                var done = ReadyAfter(ready, last, delivery, window);
                var on = durations.Between(delivery, nodes[place.Delivery]);
                if (done == long.MaxValue || on == ProblemData.NoRoad || done + on > tails[place.Delivery].Late)
                    continue;
                if (walk is null && (data.CostsDuration || data.HasReleases))
                    delta = WalkedDelta(pickup, delivery, place with { DeliveryWindow = window });
            }

            if (walk is not null)
            {
                if (ShipmentBound(walk, pickup, delivery, place) >= best.Delta)
                    return;
                delta = RichDelta(walk, pickup, delivery, place with { DeliveryWindow = window });
            }

            if (delta < best.Delta && shipping.Blinks?.Next(shipping.Random) != true)
                best = place with { DeliveryWindow = window, Delta = delta };
        }
    }

    /// <summary>When service at <paramref name="to"/> is done at the earliest, or <see cref="long.MaxValue"/> when its window is missed.</summary>
    private long ReadyAfter(long ready, int from, int to, int window)
    {
        if (!data.IsTimed)
            return 0;
        var travel = durations.Between(from, to);
        var start = Math.Max(ready + travel, data.WindowEarly[window]);
        return travel == ProblemData.NoRoad || start > data.WindowLate[window] ? long.MaxValue : start + data.Service[to];
    }

    /// <summary>Whether the load of a shipment fits beside what is on board after an entry.</summary>
    private bool HasRoomAfter(int pickup, int position)
    {
        var dimensions = data.Dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            if (onBoard[(position * dimensions) + d] + data.NetLoad[(pickup * dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    private long TogetherDetour(int pickup, int delivery, int position)
    {
        var there = distances.Between(nodes[position - 1], pickup);
        var between = distances.Between(pickup, delivery);
        var on = distances.Between(delivery, nodes[position]);
        return there == ProblemData.NoRoad || between == ProblemData.NoRoad || on == ProblemData.NoRoad
            ? long.MaxValue
            : (long)there + between + on - distances.Between(nodes[position - 1], nodes[position]);
    }

    private static long Sum(long detour, long other) => detour == long.MaxValue || other == long.MaxValue ? long.MaxValue : detour + other;

    /// <summary>Paid time and releases need the whole day joined from its start.</summary>
    private long WalkedDelta(int pickup, int delivery, in ShipmentPlace place)
    {
        var trip = tripOf[place.Pickup - 1];
        var joined = default(TimeWindowSegment);
        var last = nodes[0];
        for (var i = 0; i < Length; i++)
        {
            if (i == place.Pickup)
                Join(ref joined, ref last, pickup, StopSegment(pickup, place.PickupWindow));
            if (i == place.Delivery)
                Join(ref joined, ref last, delivery, StopSegment(delivery, place.DeliveryWindow));
            var entry = i == 0 ? heads[0] : EntrySegment(i);
            if (data.HasReleases && tripOf[i] == trip && IsDepot(i) && i < Length - 1)
            {
                var leave = Math.Max(data.Release[pickup], data.Release[delivery]) - (i == 0 ? 0 : type.ReloadDuration);
                if (leave > entry.Late)
                    return long.MaxValue;
                entry = entry with { Early = Math.Max(entry.Early, leave) };
            }

            if (i == 0)
                joined = entry;
            else
                Join(ref joined, ref last, nodes[i], entry);
        }

        return joined.TimeWarp > 0 || joined.Duration > type.MaxDuration
            ? long.MaxValue
            : place.Delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    private void Join(ref TimeWindowSegment joined, ref int last, int node, in TimeWindowSegment segment)
    {
        joined = TimeWindowSegment.Merge(joined, durations.Between(last, node), segment);
        last = node;
    }

    /// <summary>What the places of one delivery are tried with.</summary>
    private readonly ref struct Shipping
    {
        public required int Pickup { get; init; }

        public required int Delivery { get; init; }

        /// <summary>Of the pickup alone at its place.</summary>
        public required long PickupDetour { get; init; }

        /// <summary>Of both, one right after the other.</summary>
        public required long TogetherDetour { get; init; }

        /// <summary>Of the delivery alone, by place.</summary>
        public required ReadOnlySpan<long> DeliveryDetours { get; init; }

        /// <summary>The least of those from a place on.</summary>
        public required ReadOnlySpan<long> LeastFrom { get; init; }

        public required Blinks? Blinks { get; init; }

        public required Xoshiro256 Random { get; init; }
    }
}
