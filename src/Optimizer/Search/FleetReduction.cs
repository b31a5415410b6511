using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Looks for a solution with one vehicle fewer, and again: empties a route and lets ruin and recreate place its stops among the others.</summary>
/// <remarks>
/// Algorithm: a stop left out counts one more absence in every iteration. A candidate is kept when the absences of the stops that it leaves out add up to fewer
/// than those of the current solution, so that stops that are hard to place push out those that are easy; with the same ones left out, when it is cheap enough by
/// simulated annealing. The route emptied next is the one whose stops have the fewest absences.
/// Source: Christiaens and Vanden Berghe (2020), fleet minimisation by the sum of absences.
/// </remarks>
internal sealed class FleetReduction
{
    private readonly ProblemData data;
    private readonly Xoshiro256 random;
    private readonly StringRemoval ruin;
    private readonly BlinkInsertion recreate;
    private readonly RouteSet candidate;
    private readonly RouteSet current;
    private readonly NodeList absent;
    private readonly NodeList currentAbsent;
    private readonly VehicleSet touched;
    private readonly long[] absences;
    private readonly double temperature;

    /// <param name="start">A solution that serves every client.</param>
    /// <param name="temperature">Of the annealing between solutions that leave out the same stops.</param>
    public FleetReduction(SearchSpace space, ulong seed, Solution start, double temperature)
    {
        data = space.Data;
        this.temperature = temperature;
        random = new Xoshiro256(seed);
        ruin = new StringRemoval(data, space.Adjacency);
        recreate = new BlinkInsertion(data, space.Evaluator, space.Places);
        candidate = new RouteSet(data, space.Evaluator);
        current = new RouteSet(data, space.Evaluator);
        absent = new NodeList(data.LocationCount);
        currentAbsent = new NodeList(data.LocationCount);
        touched = new VehicleSet(data.VehicleCount);
        absences = new long[data.LocationCount];
        Fewest = start;
        candidate.Load(start);
        current.CopyAll(candidate);
        LeastVehicles = BoundOf(data);
        if (!IsDone)
            EmptyRoute();
    }

    /// <summary>The best solution so far that serves every client.</summary>
    public Solution Fewest { get; private set; }

    /// <summary>No solution can use fewer vehicles.</summary>
    public int LeastVehicles { get; }

    public bool IsDone => Fewest.Routes.Count <= LeastVehicles;

    public static int BoundOf(ProblemData data)
    {
        var least = Math.Min(1, data.ClientCount);
        // What shipments carry need not be on board at once, and reloading takes it away.
        for (var d = 0; d < data.Dimensions && !data.HasShipments && data.VehicleTypes.All(type => type.MaxTrips == 1); d++)
        {
            var capacity = Math.Max(1, data.VehicleTypes.Max(type => type.Capacity[d]));
            least = (int)Math.Max(least, (data.Clients.Sum(client => client.Demand[d]) + capacity - 1) / capacity);
        }

        return least;
    }

    public void Run(int steps)
    {
        for (var step = 0; step < steps && !IsDone; step++)
            Step();
    }

    private void Step()
    {
        touched.Clear();
        absent.CopyFrom(currentAbsent);
        ruin.Ruin(candidate, random, absent, touched);
        recreate.Recreate(candidate, random, absent, touched);
        var accepted = IsKept();
        foreach (var client in absent.Items)
            absences[client]++;
        var (from, to) = accepted ? (candidate, current) : (current, candidate);
        foreach (var vehicle in touched.Items)
            to.CopyRoute(from, vehicle);
        foreach (var vehicle in touched.Items)
            to.IndexRoute(vehicle);
        if (!accepted)
            return;
        currentAbsent.CopyFrom(absent);
        if (currentAbsent.Count > 0)
            return;
        Fewest = current.ToSolution();
        if (!IsDone)
            EmptyRoute();
    }

    private bool IsKept()
    {
        var now = SumOfAbsences(currentAbsent.Items);
        var then = SumOfAbsences(absent.Items);
        return then < now || absent.Count == 0
            || (then == now && candidate.RouteCost < current.RouteCost + (long)(temperature * LogTable.NegativeLog(random)));
    }

    private long SumOfAbsences(ReadOnlySpan<int> clients)
    {
        long sum = 0;
        foreach (var client in clients)
            sum += absences[client];
        return sum;
    }

    /// <summary>Candidate and current are alike here and stay so; the vehicle may not be used again.</summary>
    private void EmptyRoute()
    {
        var vehicle = -1;
        var least = long.MaxValue;
        foreach (var used in current.Used)
        {
            var sum = SumOfAbsences(current.RouteOf(used));
            if (sum < least)
                (vehicle, least) = (used, sum);
        }

        foreach (var node in current.RouteOf(vehicle).Nodes)
        {
            if (node >= data.DepotCount)
                currentAbsent.Add(node);
        }

        current.Clear(vehicle);
        candidate.Clear(vehicle);
        recreate.MostVehicles = current.UsedCount;
    }

    private long SumOfAbsences(Route route)
    {
        long sum = 0;
        foreach (var node in route.Nodes)
            sum += absences[node];
        return sum;
    }
}
