using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Prices a day that may break capacity and time by trying every departure and walking it: the oracle for the local search.</summary>
internal static class PenalisedOracle
{
    /// <param name="entries">Locations between the start and the end, a depot between two trips.</param>
    /// <param name="windows">Index into the problem's window arrays, for clients.</param>
    public static long Cost(ProblemData data, int vehicle, ReadOnlySpan<int> entries, ReadOnlySpan<int> windows, long loadWeight, long timeWeight)
    {
        if (entries.IsEmpty)
            return 0;
        var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
        int[] path = [type.StartDepot, .. entries, type.EndDepot];
        long cost = type.FixedCost;
        for (var i = 1; i < path.Length; i++)
            cost += type.CostPerDistance * data.DistanceBetween(path[i - 1], path[i]);
        for (var d = 0; d < Load.MaxDimensions; d++)
        {
            long load = 0;
            foreach (var location in path.Skip(1))
            {
                if (location >= data.DepotCount)
                {
                    load += data.Clients[location - data.DepotCount].Demand[d];
                    continue;
                }

                cost += loadWeight * Math.Max(0, load - type.Capacity[d]);
                load = 0;
            }
        }

        if (!data.IsTimed)
            return cost;
        var (warp, duration) = (long.MaxValue, long.MaxValue);
        for (var start = type.Start.Early; start <= type.Start.Late; start++)
        {
            var walk = Walk(data, type, path, [0, .. windows, 0], start);
            if (walk.Warp < warp || (walk.Warp == warp && walk.Duration < duration))
                (warp, duration) = walk;
        }

        return cost + (type.CostPerDuration * duration) + (timeWeight * (warp + Math.Max(0, duration - type.MaxDuration)));
    }

    /// <summary>Being late, the vehicle goes back in time to the end of the window.</summary>
    private static (long Warp, long Duration) Walk(ProblemData data, VehicleType type, int[] path, int[] windows, long start)
    {
        var now = start;
        long warp = 0;
        for (var i = 1; i < path.Length; i++)
        {
            var isClient = path[i] >= data.DepotCount;
            var hours = isClient ? new Interval(data.WindowEarly[windows[i]], data.WindowLate[windows[i]])
                : i < path.Length - 1 ? data.Depots[path[i]].Reloading : new Interval(0, type.LatestEnd);
            now = Math.Max(now + data.DurationBetween(path[i - 1], path[i]), hours.Early);
            warp += Math.Max(0, now - hours.Late);
            now = Math.Min(now, hours.Late);
            now += isClient ? data.Clients[path[i] - data.DepotCount].ServiceDuration : i < path.Length - 1 ? type.ReloadDuration : 0;
        }

        return (warp, now - start + warp);
    }
}
