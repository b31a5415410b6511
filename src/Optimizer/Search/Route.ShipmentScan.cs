using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <content>The cheapest places of a shipment where joined figures and rows of roads do.</content>
internal sealed partial class Route
{
    /// <summary>Above any sum of two detours, and two of it do not overflow.</summary>
    private const long NoDetour = long.MaxValue / 4;

    private Leg[] legs = [];

    /// <summary>Tells the sequence of entries from every other, but for one chance in 2^64; kept where the problem has <see cref="ProblemData.ShipmentArcs"/>.</summary>
    public ulong Content { get; private set; }

    /// <summary>Replaces <paramref name="best"/> where this route has cheaper places for the shipment. Needs <see cref="ProblemData.ShipmentArcs"/>.</summary>
    /// <param name="scratch">At least two numbers for each entry.</param>
    /// <remarks>
    /// Algorithm: from the back, what the delivery alone costs before each entry, where it keeps every window, and the least of those from each entry on. From the front, the
    /// pickup before each entry; the stops behind it are carried along as earliest end until one would be late, the load does not fit, or no delivery further on can be
    /// cheaper than the best. Each step is O(1) and reads rows only. Complexity: O(entries²) at worst, O(entries) where windows or the best rule most pickups out.
    /// Source: Ropke and Pisinger (2006), basic greedy insertion; the least from each entry on follows Sartori and Buriol (2020).
    /// </remarks>
    public void ScanShipment(ShipmentArcs arcs, int pickup, int delivery, Span<long> scratch, ref ShipmentPlace best)
    {
        if (!Holds(pickup))
            return;
        var fixedCost = IsEmpty ? evaluator.FixedCost(typeIndex) : 0;
        var bound = best.Exists || best.Delta < long.MaxValue ? DetoursBelow(best.Delta - fixedCost) : NoDetour;
        var scan = new Scan
        {
            Early = data.WindowEarly[data.WindowOffset[delivery]],
            Late = data.WindowLate[data.WindowOffset[delivery]],
            Service = data.Service[delivery],
            Detours = scratch[..Length],
            LeastFrom = scratch.Slice(Length, Length),
            DurationInto = arcs.DurationInto(delivery),
            DurationFrom = arcs.DurationFrom(delivery),
        };
        ScanDeliveries(arcs, delivery, scan);
        var (early, late, service) = (data.WindowEarly[data.WindowOffset[pickup]], data.WindowLate[data.WindowOffset[pickup]], data.Service[pickup]);
        var distanceInto = arcs.DistanceInto(pickup);
        var distanceFrom = arcs.DistanceFrom(pickup);
        var durationInto = arcs.DurationInto(pickup);
        var durationFrom = arcs.DurationFrom(pickup);
        var intoDelivery = arcs.DistanceInto(delivery);
        var fromDelivery = arcs.DistanceFrom(delivery);
        var (bestPickup, bestDelivery) = (0, 0);
        for (var position = 1; position < Length; position++)
        {
            ref readonly var before = ref legs[position - 1];
            ref readonly var after = ref legs[position];
            var start = Math.Max(before.Finish + durationInto[before.Node], early);
            if (start > late)
            {
                // No later place is reached sooner.
                if (before.Finish > late)
                    break;
                continue;
            }

            var there = distanceInto[before.Node];
            var detour = (long)there + distanceFrom[after.Node] - after.Distance;
            var together = (long)there + distanceFrom[delivery] + fromDelivery[after.Node] - after.Distance;
            var apart = position + 1 < Length ? detour + scan.LeastFrom[position + 1] : NoDetour;
            if (Math.Min(together, apart) >= bound || !HasRoomAfter(pickup, position - 1))
                continue;
            var ready = start + service;
            if (together < bound && ready + durationFrom[delivery] <= scan.Late
                && Math.Max(ready + durationFrom[delivery], scan.Early) + scan.Service + scan.DurationFrom[after.Node] <= after.Late)
            {
                (bound, bestPickup, bestDelivery) = (together, position, position);
            }

            if (apart < bound)
                ScanFrom(scan, pickup, position, detour, ready + durationFrom[after.Node], ref bound, ref bestPickup, ref bestDelivery);
        }

        if (bestPickup > 0)
        {
            best = new ShipmentPlace(
                Vehicle, bestPickup, bestDelivery, data.WindowOffset[pickup], data.WindowOffset[delivery], TripChoice.Join, fixedCost + evaluator.LengthCost(typeIndex, bound, 0));
        }
    }

    /// <summary>What the delivery alone costs before each entry, and the least from there on.</summary>
    private void ScanDeliveries(ShipmentArcs arcs, int delivery, in Scan scan)
    {
        var into = arcs.DistanceInto(delivery);
        var from = arcs.DistanceFrom(delivery);
        var least = NoDetour;
        for (var position = Length - 1; position > 0; position--)
        {
            ref readonly var before = ref legs[position - 1];
            ref readonly var after = ref legs[position];
            var detour = NoDetour;
            var start = before.Finish + scan.DurationInto[before.Node];
            // With the pickup before it, the delivery is no sooner.
            if (start <= scan.Late && Math.Max(start, scan.Early) + scan.Service + scan.DurationFrom[after.Node] <= after.Late)
                detour = (long)into[before.Node] + from[after.Node] - after.Distance;
            scan.Detours[position] = detour;
            scan.LeastFrom[position] = least = Math.Min(least, detour);
        }
    }

    /// <summary>The places of the delivery with at least one stop between it and the pickup.</summary>
    /// <param name="arrival">At the entry behind the pickup.</param>
    private void ScanFrom(in Scan scan, int pickup, int position, long detour, long arrival, ref long bound, ref int bestPickup, ref int bestDelivery)
    {
        for (var entry = position; entry + 1 < Length; entry++)
        {
            ref readonly var here = ref legs[entry];
            if (arrival > here.Late || detour + scan.LeastFrom[entry + 1] >= bound || !HasRoomAfter(pickup, entry))
                return;
            // Late as it may be, it is no sooner than without the pickup.
            var ready = Math.Max(arrival + here.Service, here.Finish);
            ref readonly var after = ref legs[entry + 1];
            if (detour + scan.Detours[entry + 1] < bound)
            {
                var start = ready + scan.DurationInto[here.Node];
                if (start <= scan.Late && Math.Max(start, scan.Early) + scan.Service + scan.DurationFrom[after.Node] <= after.Late)
                    (bound, bestPickup, bestDelivery) = (detour + scan.Detours[entry + 1], position, entry + 1);
            }

            arrival = ready + after.Duration;
        }
    }

    /// <summary>The least detour that does not cost less.</summary>
    private long DetoursBelow(long cost)
    {
        var (quotient, rest) = Math.DivRem(cost, type.CostPerDistance);
        return Math.Min(NoDetour, rest > 0 ? quotient + 1 : quotient);
    }

    private void UpdateLegs()
    {
        if (legs.Length < nodes.Length)
            Array.Resize(ref legs, nodes.Length);
        var content = (ulong)typeIndex + 1;
        for (var i = 0; i < Length; i++)
        {
            var node = nodes[i];
            content = (content ^ (uint)node) * 0x9E3779B97F4A7C15;
            content ^= content >> 29;
            legs[i] = new Leg
            {
                Finish = heads[i].Early + heads[i].Duration,
                Late = tails[i].Late,
                Service = data.Service[node],
                Node = node,
                Distance = i == 0 ? 0 : distances.Between(nodes[i - 1], node),
                Duration = i == 0 ? 0 : durations.Between(nodes[i - 1], node),
            };
        }

        Content = content;
    }

    private void CopyLegs(Route other)
    {
        if (legs.Length < nodes.Length)
            Array.Resize(ref legs, nodes.Length);
        Array.Copy(other.legs, legs, other.Length);
        Content = other.Content;
    }

    /// <summary>What the scan reads of an entry, on one cache line.</summary>
    private struct Leg
    {
        /// <summary>When service here ends at the earliest.</summary>
        public long Finish;

        /// <summary>The latest arrival that keeps every window from here on.</summary>
        public long Late;
        public long Service;
        public int Node;

        /// <summary>From the entry before.</summary>
        public int Distance;

        /// <summary>From the entry before.</summary>
        public int Duration;
    }

    /// <summary>The delivery that is scanned for.</summary>
    private readonly ref struct Scan
    {
        public required long Early { get; init; }

        public required long Late { get; init; }

        public required long Service { get; init; }

        public required Span<long> Detours { get; init; }

        public required Span<long> LeastFrom { get; init; }

        public required ReadOnlySpan<int> DurationInto { get; init; }

        public required ReadOnlySpan<int> DurationFrom { get; init; }
    }
}
