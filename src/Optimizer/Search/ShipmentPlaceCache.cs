using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Remembers the cheapest places of each shipment on each route for as long as the route stays as it is.</summary>
/// <remarks>
/// Keyed by <see cref="Route.Content"/>, so that a route that is brought back after a rejected change finds its places again. An entry is exact, or says that nothing on the route
/// is cheaper than a bound, which is all that a scan told to beat that bound has learnt. Complexity: O(1) a lookup, shipments times vehicles entries.
/// </remarks>
internal sealed class ShipmentPlaceCache
{
    private const int MostSlots = 128;

    private readonly int[] shipmentOf;
    private readonly int slots;
    private readonly Entry[] entries;

    public ShipmentPlaceCache(ProblemData data)
    {
        shipmentOf = new int[data.LocationCount];
        for (var i = 0; i < data.Shipments.Count; i++)
            shipmentOf[data.DepotCount + data.Shipments[i].Pickup] = i;
        slots = Math.Min(MostSlots, Math.Max(1, data.VehicleCount));
        entries = new Entry[data.Shipments.Count * slots * 2];
    }

    /// <summary>Where what is known of the shipment on this route is, or may be written.</summary>
    public ref Entry Of(int pickup, Route route)
    {
        var at = ((shipmentOf[pickup] * slots) + (route.Vehicle % slots)) * 2;
        return ref entries[at + (int)(route.Content >> 63)];
    }

    internal struct Entry
    {
        public ulong Content;

        /// <summary>What the places cost, or, where there are none, what no places cost less than.</summary>
        public long Delta;
        public int Pickup;
        public int Delivery;

        public readonly bool IsExact => Pickup > 0;
    }
}
