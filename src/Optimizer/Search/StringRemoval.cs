using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Ruins a solution: takes strings of consecutive stops out of several routes near one client.</summary>
/// <remarks>
/// Algorithm: adjacent string removal with split strings, ten stops on average, strings of at most ten. Complexity: O(stops removed + entries of the touched
/// routes). Source: Christiaens and Vanden Berghe, Slack Induction by String Removals for Vehicle Routing Problems (2020), section 5.
/// </remarks>
internal sealed class StringRemoval(ProblemData data, Neighbourhood adjacency)
{
    private const double AverageRemoved = 10;
    private const double LongestString = 10;
    private const double SplitProbability = 0.5;
    private const double SplitGrowth = 0.01;

    private readonly bool[] isRemoved = new bool[data.LocationCount];
    private readonly int[] stops = new int[data.ClientCount];
    private readonly ShipmentRemoval? shipments = data.ShipmentArcs is null ? null : new ShipmentRemoval(data);

    /// <summary>Removes from <paramref name="set"/>, adding the removed clients to <paramref name="absent"/> and the changed vehicles to <paramref name="touched"/>, which is empty before.</summary>
    public void Ruin(RouteSet set, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        if (set.UsedCount == 0)
            return;
        // Half the ruins are of stops beside each other, half of shipments that are alike.
        if (shipments is not null && random.Next(2) == 0)
        {
            shipments.Ruin(set, random, absent, touched);
            return;
        }

        var longest = Math.Min(LongestString, (double)set.ServedCount / set.UsedCount);
        var mostStrings = (4 * AverageRemoved / (1 + longest)) - 1;
        var strings = (int)((random.NextDouble() * mostStrings) + 1);
        var seed = data.DepotCount + random.Next(data.ClientCount);
        strings -= RemoveAround(set, seed, longest, random, absent, touched);
        var near = adjacency.Of(seed);
        for (var i = 0; i < near.Length && strings > 0; i++)
            strings -= RemoveAround(set, near[i], longest, random, absent, touched);

        foreach (var vehicle in touched.Items)
            Close(set, vehicle, absent);
        for (var i = 0; i < absent.Count; i++)
            isRemoved[absent[i]] = false;
    }

    private int RemoveAround(RouteSet set, int client, double longest, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        var vehicle = set.VehicleOf(client);
        if (vehicle < 0 || touched.Contains(vehicle))
            return 0;
        touched.Add(vehicle);
        var route = set.RouteOf(vehicle);
        var count = 0;
        var rank = 0;
        foreach (var node in route.Nodes)
        {
            if (node < data.DepotCount)
                continue;
            if (node == client)
                rank = count;
            stops[count++] = node;
        }

        var length = (int)((random.NextDouble() * Math.Min(longest, count)) + 1);
        length = Math.Min(length, count);
        var kept = 0;
        if (length > 1 && length < count && random.NextDouble() < SplitProbability)
        {
            kept = 1;
            while (length + kept < count && random.NextDouble() < SplitGrowth)
                kept++;
        }

        var span = length + kept;
        var lowest = Math.Max(0, rank - span + 1);
        var start = lowest + random.Next(Math.Min(rank, count - span) - lowest + 1);
        var keptFrom = kept == 0 ? span : 1 + random.Next(length - 1);
        for (var i = 0; i < span; i++)
        {
            if (i >= keptFrom && i < keptFrom + kept)
                continue;
            var stop = stops[start + i];
            Remove(stop, absent);
            // Both stops of a shipment are on this route, as are stops that must be together; one alone could only come back to the same vehicle.
            if (data.PartnerOf[stop] is >= 0 and var partner)
                Remove(partner, absent);
            if (data.HasRelations)
                RemoveRelated(set, vehicle, stop, absent);
        }

        return 1;
    }

    private void RemoveRelated(RouteSet set, int vehicle, int stop, NodeList absent)
    {
        foreach (var number in data.RelationsOf(stop))
        {
            if (data.Rules.Relations[number] is not { Kind: not RelationKind.Apart } relation)
                continue;
            foreach (var client in relation.Clients)
            {
                if (set.VehicleOf(data.DepotCount + client) == vehicle)
                    Remove(data.DepotCount + client, absent);
            }
        }
    }

    private void Remove(int client, NodeList absent)
    {
        if (isRemoved[client] || data.PrefixPosition[client] >= 0)
            return;
        isRemoved[client] = true;
        absent.Add(client);
    }

    /// <summary>Without the triangle inequality a shorter route can be a slower one; such a route is taken apart.</summary>
    private void Close(RouteSet set, int vehicle, NodeList absent)
    {
        set.RemoveMarked(vehicle, isRemoved);
        var route = set.RouteOf(vehicle);
        if (route.IsFeasible)
            return;
        foreach (var node in route.Nodes)
        {
            if (node >= data.DepotCount && data.PrefixPosition[node] < 0)
                absent.Add(node);
        }

        set.Clear(vehicle);
    }
}
