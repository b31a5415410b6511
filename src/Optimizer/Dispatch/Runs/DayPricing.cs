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

    /// <summary>What a day costs with a client more; null where it then breaks a rule.</summary>
    /// <param name="trip">The number of trips for a new one at the end.</param>
    public long? CostWith(int vehicle, SolutionRoute? day, int trip, int place, int client, int window)
    {
        var (trips, chosen) = (day?.Trips ?? [], day?.Windows ?? []);
        var added = trip == trips.Count ? 2 : 1;
        var length = Write(trips, chosen) + added;
        EnsureCapacity(length);
        var at = 1 + place;
        for (var i = 0; i < trip; i++)
            at += trips[i].Count + 1;
        for (var i = length - 1; i >= at + added; i--)
            (nodes[i], windows[i]) = (nodes[i - added], windows[i - added]);
        (nodes[at], windows[at]) = (data.DepotCount + client, data.WindowOffset[data.DepotCount + client] + window);
        if (trip == trips.Count)
            (nodes[at + 1], windows[at + 1]) = (0, 0);
        var route = new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes.AsSpan(0, length), windows.AsSpan(0, length));
        return walk.TryPrice(route, out var figures) ? figures.Cost : null;
    }

    private static int Length(IReadOnlyList<IReadOnlyList<int>> trips) => 1 + trips.Sum(trip => trip.Count + 1);

    private void EnsureCapacity(int length)
    {
        if (nodes.Length < length)
        {
            Array.Resize(ref nodes, 2 * length);
            Array.Resize(ref windows, 2 * length);
        }
    }

    private int Write(IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> chosen)
    {
        var length = Length(trips);
        EnsureCapacity(length);
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
