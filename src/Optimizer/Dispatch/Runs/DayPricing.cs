using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>Prices whole days of vehicles that keep every rule. One for each thread.</summary>
internal sealed class DayPricing(ProblemData data)
{
    private readonly RouteWalk walk = new(data);
    private int[] nodes = new int[64];
    private int[] windows = new int[64];

    /// <summary>The route of a vehicle; null where it breaks a rule.</summary>
    /// <param name="windows">The window of each client, by its position in the client's own.</param>
    public SolutionRoute? RouteOf(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> windows)
    {
        var length = Write(trips, windows);
        var route = new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes.AsSpan(0, length), this.windows.AsSpan(0, length));
        return walk.TryPrice(route, out var figures)
            ? new SolutionRoute(vehicle, data.TypeOfVehicle[vehicle], trips, windows, figures.Distance, figures.Duration, figures.Cost)
            : null;
    }

    private int Write(IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> chosen)
    {
        var length = 1 + trips.Sum(trip => trip.Count + 1);
        if (nodes.Length < length)
            (nodes, windows) = (new int[2 * length], new int[2 * length]);
        var at = 0;
        (nodes[0], windows[0]) = (0, 0);
        for (var trip = 0; trip < trips.Count; trip++)
        {
            for (var i = 0; i < trips[trip].Count; i++)
            {
                nodes[++at] = data.DepotCount + trips[trip][i];
                windows[at] = data.WindowOffset[nodes[at]] + chosen[trip][i];
            }

            (nodes[++at], windows[at]) = (0, 0);
        }

        return length;
    }
}
