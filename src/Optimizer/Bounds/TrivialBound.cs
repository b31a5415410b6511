namespace Territory.Optimizer.Bounds;

/// <summary>What can be said without a linear programme.</summary>
internal static class TrivialBound
{
    /// <summary>What entering each client costs at least, whoever comes: together a bound, and the first guess of what serving it is worth.</summary>
    public static long[] LeastEntry(IReadOnlyList<RelaxedFleet> fleets, IReadOnlyList<long> omission)
    {
        var n = omission.Count;
        long[] least = [.. omission];
        foreach (var fleet in fleets)
        {
            for (var j = 0; j < n; j++)
            {
                least[j] = Math.Min(least[j], fleet.StartCost[j]);
                for (var i = 0; i < n; i++)
                    least[j] = Math.Min(least[j], fleet.Cost[(i * n) + j]);
            }
        }

        return least;
    }

    /// <summary>The dearest client's cheapest way there and back over any roads, with a vehicle.</summary>
    /// <remarks>Complexity: O(n³) a fleet. Source: Floyd, Algorithm 97 (1962).</remarks>
    public static long FarthestClient(IReadOnlyList<RelaxedFleet> fleets, IReadOnlyList<long> omission)
    {
        var n = omission.Count;
        long[] least = [.. omission];
        foreach (var fleet in fleets)
        {
            long[] way = [.. fleet.Cost];
            long[] there = [.. fleet.StartCost];
            long[] back = [.. fleet.EndCost];
            for (var k = 0; k < n; k++)
            {
                for (var i = 0; i < n; i++)
                {
                    there[i] = Math.Min(there[i], there[k] + way[(k * n) + i]);
                    back[i] = Math.Min(back[i], way[(i * n) + k] + back[k]);
                    for (var j = 0; j < n; j++)
                        way[(i * n) + j] = Math.Min(way[(i * n) + j], way[(i * n) + k] + way[(k * n) + j]);
                }
            }

            for (var i = 0; i < n; i++)
                least[i] = Math.Min(least[i], there[i] + back[i]);
        }

        return least.Max();
    }
}
