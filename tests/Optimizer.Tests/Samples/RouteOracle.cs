using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Prices a day by walking it, minute by minute in its own way: the oracle for the search's joined figures.</summary>
internal static class RouteOracle
{
    /// <summary>The cost of a vehicle's trips with the given windows, or null when a rule is broken.</summary>
    public static long? Cost(ProblemData data, int typeIndex, IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> windows)
    {
        var type = data.VehicleTypes[typeIndex];
        long distance = 0;
        foreach (var trip in trips)
        {
            if (!CarriesTrip(data, type, trip))
                return null;
            var at = 0;
            foreach (var client in trip)
            {
                distance += data.DistanceBetween(at, client + 1);
                at = client + 1;
            }

            distance += data.DistanceBetween(at, 0);
        }

        if (trips.Count > type.MaxTrips)
            return null;
        var earliest = Math.Max(type.Start.Early, trips[0].Max(client => data.Clients[client].Release));
        if (earliest > type.Start.Late || Finish(data, type, trips, windows, earliest) is not { } finish)
            return null;
        // The day takes least from the latest departure that does not delay its end; the end never falls with the departure.
        var (low, high) = (earliest, type.Start.Late);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Finish(data, type, trips, windows, middle) == finish)
                low = middle;
            else
                high = middle - 1;
        }

        return finish - low <= type.MaxDuration ? type.FixedCost + (type.CostPerDistance * distance) + (type.CostPerDuration * (finish - low)) : null;
    }

    /// <summary>The least cost of serving these clients in any order, grouping into trips and choice of windows, or null when it cannot be done.</summary>
    public static long? Best(ProblemData data, int typeIndex, IReadOnlyList<int> clients)
    {
        long? best = null;
        foreach (var order in Permutations([.. clients]))
        {
            foreach (var trips in Splits(order, data.VehicleTypes[typeIndex].MaxTrips))
            {
                foreach (var windows in WindowChoices(data, trips))
                {
                    if (Cost(data, typeIndex, trips, windows) is { } cost && !(cost >= best))
                        best = cost;
                }
            }
        }

        return best;
    }

    /// <summary>Loads what the trip delivers, then stop by stop gives and takes, and what a shipment leaves must have been taken before.</summary>
    private static bool CarriesTrip(ProblemData data, VehicleType type, IReadOnlyList<int> trip)
    {
        long[] onBoard = [.. Enumerable.Range(0, Load.MaxDimensions).Select(d => trip.Sum(client => data.Clients[client].Demand[d]))];
        bool Fits() => Enumerable.Range(0, Load.MaxDimensions).All(d => onBoard[d] <= type.Capacity[d]);
        var fits = Fits();
        var open = new HashSet<Shipment>();
        foreach (var client in trip)
        {
            var taken = data.Shipments.FirstOrDefault(shipment => shipment.Pickup == client);
            var left = data.Shipments.FirstOrDefault(shipment => shipment.Delivery == client);
            if (left is not null && !open.Remove(left))
                return false;
            if (taken is not null)
                open.Add(taken);
            for (var d = 0; d < Load.MaxDimensions; d++)
                onBoard[d] += data.Clients[client].Pickup[d] - data.Clients[client].Demand[d] + (taken?.Amount[d] ?? 0) - (left?.Amount[d] ?? 0);
            fits &= Fits();
        }

        return fits && open.Count == 0;
    }

    private static long? Finish(
        ProblemData data, VehicleType type, IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> windows, long start)
    {
        var now = start;
        for (var t = 0; t < trips.Count; t++)
        {
            if (t > 0)
            {
                var release = trips[t].Max(client => data.Clients[client].Release);
                now = Math.Max(now, Math.Max(data.Depots[0].Reloading.Early, release - type.ReloadDuration));
                if (now > data.Depots[0].Reloading.Late)
                    return null;
                now += type.ReloadDuration;
            }

            var at = 0;
            for (var i = 0; i < trips[t].Count; i++)
            {
                var client = trips[t][i];
                var window = data.Clients[client].Windows[windows[t][i]];
                now = Math.Max(now + data.DurationBetween(at, client + 1), window.Early);
                if (now > window.Late)
                    return null;
                now += data.Clients[client].ServiceDuration;
                at = client + 1;
            }

            now += data.DurationBetween(at, 0);
        }

        return now <= type.LatestEnd ? now : null;
    }

    private static IEnumerable<int[]> Permutations(int[] items)
    {
        if (items.Length <= 1)
        {
            yield return items;
            yield break;
        }

        for (var i = 0; i < items.Length; i++)
        {
            int[] rest = [.. items[..i], .. items[(i + 1)..]];
            foreach (var tail in Permutations(rest))
                yield return [items[i], .. tail];
        }
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Splits(int[] order, int maxTrips)
    {
        yield return [order];
        if (maxTrips < 2)
            yield break;
        for (var cut = 1; cut < order.Length; cut++)
            yield return [order[..cut], order[cut..]];
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> WindowChoices(ProblemData data, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var clients = trips.SelectMany(trip => trip).ToArray();
        var choices = clients.Aggregate(1, (count, client) => count * data.Clients[client].Windows.Count);
        for (var code = 0; code < choices; code++)
        {
            var rest = code;
            var windows = trips.Select(trip => (IReadOnlyList<int>)[.. trip.Select(client =>
            {
                var count = data.Clients[client].Windows.Count;
                var choice = rest % count;
                rest /= count;
                return choice;
            })]).ToArray();
            yield return windows;
        }
    }
}
