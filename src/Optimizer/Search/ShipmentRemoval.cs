using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Ruins a solution: takes out shipments that are alike, both stops near in place and time, wherever they are served.</summary>
/// <remarks>
/// Algorithm: from a random shipment on, again and again one of the nearest to one that is out already, nearer ones more often. Which are near is worked out once, from the
/// roads between the pickups and between the deliveries and how far apart their windows are. Complexity: O(shipments removed + entries of the touched routes).
/// Source: Shaw (1998), relatedness; Ropke and Pisinger (2006), the pickup and delivery problem with time windows.
/// </remarks>
internal sealed class ShipmentRemoval
{
    /// <summary>At most so many shipments after the first.</summary>
    private const int Most = 16;

    /// <summary>How many shipments are looked at near each.</summary>
    private const int NearSize = 60;

    private const int TriesEach = 8;

    private readonly ProblemData data;
    private readonly int[] near;
    private readonly int nearSize;
    private readonly int[] shipmentOf;
    private readonly int[] anchors;
    private readonly bool[] isRemoved;

    public ShipmentRemoval(ProblemData data)
    {
        this.data = data;
        var count = data.Shipments.Count;
        nearSize = Math.Min(NearSize, count - 1);
        near = new int[count * nearSize];
        shipmentOf = new int[data.LocationCount];
        Array.Fill(shipmentOf, -1);
        anchors = new int[Most + 1];
        isRemoved = new bool[data.LocationCount];
        for (var i = 0; i < count; i++)
        {
            shipmentOf[data.DepotCount + data.Shipments[i].Pickup] = i;
            shipmentOf[data.DepotCount + data.Shipments[i].Delivery] = i;
            var nearest = Enumerable.Range(0, count).Where(other => other != i).Select(other => (Key: Apart(i, other), other)).Order().Take(nearSize);
            var at = i * nearSize;
            foreach (var (_, other) in nearest)
                near[at++] = other;
        }
    }

    /// <summary>Removes from <paramref name="set"/>, adding the removed clients to <paramref name="absent"/> and the changed vehicles to <paramref name="touched"/>, which is empty before.</summary>
    public void Ruin(RouteSet set, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        var wanted = 1 + random.Next(Most);
        anchors[0] = Seed(random, absent);
        var count = 1;
        Take(set, anchors[0], absent, touched);
        // Those that are out already cost a try too.
        for (var tries = TriesEach * wanted; tries > 0 && count <= wanted && nearSize > 0; tries--)
        {
            var draw = random.NextDouble();
            // Multiplied out, which every machine rounds alike.
            var rank = (int)(draw * draw * draw * nearSize);
            var next = near[(anchors[random.Next(count)] * nearSize) + rank];
            if (Take(set, next, absent, touched))
                anchors[count++] = next;
        }

        foreach (var vehicle in touched.Items)
            set.RemoveMarked(vehicle, isRemoved);
        for (var i = 0; i < count; i++)
            isRemoved[data.DepotCount + data.Shipments[anchors[i]].Pickup] = isRemoved[data.DepotCount + data.Shipments[anchors[i]].Delivery] = false;
    }

    /// <summary>Any shipment; where some are left out, half the time one of them, so that room is made for it.</summary>
    private int Seed(Xoshiro256 random, NodeList absent)
    {
        if (absent.Count > 0 && random.Next(2) == 0 && shipmentOf[absent[random.Next(absent.Count)]] is >= 0 and var shipment)
            return shipment;
        return random.Next(data.Shipments.Count);
    }

    private bool Take(RouteSet set, int shipment, NodeList absent, VehicleSet touched)
    {
        var (pickup, delivery) = (data.DepotCount + data.Shipments[shipment].Pickup, data.DepotCount + data.Shipments[shipment].Delivery);
        var vehicle = set.VehicleOf(pickup);
        if (vehicle < 0 || isRemoved[pickup])
            return false;
        isRemoved[pickup] = isRemoved[delivery] = true;
        absent.Add(pickup);
        absent.Add(delivery);
        touched.Add(vehicle);
        return true;
    }

    private long Apart(int first, int second)
    {
        var (a, b) = (data.Shipments[first], data.Shipments[second]);
        return StopsApart(data.DepotCount + a.Pickup, data.DepotCount + b.Pickup) + StopsApart(data.DepotCount + a.Delivery, data.DepotCount + b.Delivery);
    }

    private long StopsApart(int a, int b)
    {
        long Middle(int stop) => (data.WindowEarly[data.WindowOffset[stop]] + Math.Min(data.WindowLate[data.WindowOffset[stop]], data.VehicleTypes[0].LatestEnd)) / 2;
        return Math.Min(data.DistanceBetween(a, b), data.DistanceBetween(b, a)) + (Math.Abs(Middle(a) - Middle(b)) / 2);
    }
}
