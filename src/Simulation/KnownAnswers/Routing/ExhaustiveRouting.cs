namespace Territory.Simulation.KnownAnswers.Routing;

/// <summary>The least distance of a small delivery problem by trying every route; it shares nothing with the optimiser.</summary>
/// <remarks>
/// Algorithm: depth first over all orders of all sets of stops gives the shortest feasible route of each set; a table over sets then splits all
/// stops into routes, the first stop not yet served always in the next one. Complexity: e n! orders and 3^n splits.
/// </remarks>
public static class ExhaustiveRouting
{
    private const int Unreachable = int.MaxValue;

    /// <exception cref="ArgumentException">No plan serves everybody.</exception>
    public static int Optimum(SmallDelivery problem)
    {
        var routes = new int[1 << problem.Stops];
        Array.Fill(routes, Unreachable);
        Extend(problem, routes, set: 0, at: 0, load: 0, time: 0, length: 0);

        // Least distance with at most so many vehicles for each set of stops served.
        var least = new int[routes.Length];
        Array.Fill(least, Unreachable);
        least[0] = 0;
        for (var vehicle = 0; vehicle < problem.Vehicles; vehicle++)
        {
            var next = (int[])least.Clone();
            for (var set = 1; set < least.Length; set++)
            {
                var first = set & -set;
                for (var route = set; route > 0; route = (route - 1) & set)
                {
                    if ((route & first) != 0 && routes[route] != Unreachable && least[set ^ route] != Unreachable)
                        next[set] = Math.Min(next[set], least[set ^ route] + routes[route]);
                }
            }

            least = next;
        }

        return least[^1] == Unreachable ? throw new ArgumentException("No plan serves every stop.", nameof(problem)) : least[^1];
    }

    private static void Extend(SmallDelivery problem, int[] routes, int set, int at, int load, long time, int length)
    {
        var width = problem.Stops + 1;
        var home = problem.Lengths[at * width];
        if (set != 0 && time + home <= problem.Horizon)
            routes[set] = Math.Min(routes[set], length + home);
        for (var stop = 0; stop < problem.Stops; stop++)
        {
            var leg = problem.Lengths[(at * width) + stop + 1];
            var start = Math.Max(time + leg, problem.Windows[stop].Early);
            if ((set & (1 << stop)) != 0 || load + problem.Demands[stop] > problem.Capacity || start > problem.Windows[stop].Late)
                continue;
            Extend(problem, routes, set | (1 << stop), stop + 1, load + problem.Demands[stop], start + problem.ServiceTime, length + leg);
        }
    }
}
