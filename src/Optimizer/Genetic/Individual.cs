using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>One solution of a population: the clients of all routes in one sequence, and who follows whom. It may break capacity and time.</summary>
/// <param name="slot">Its place in the population's store, which never changes.</param>
internal sealed class Individual(ProblemData data, int slot)
{
    private readonly int[] tour = new int[data.ClientCount];
    private readonly int[] windows = new int[data.ClientCount];
    private readonly int[] starts = new int[Math.Min(data.VehicleCount, data.ClientCount) + 1];
    private readonly int[] vehicles = new int[Math.Min(data.VehicleCount, data.ClientCount)];
    private readonly bool[] isSettled = new bool[Math.Min(data.VehicleCount, data.ClientCount)];
    private int count;

    public int Slot => slot;

    public int RouteCount { get; private set; }

    /// <summary>The clients, by location, route after route.</summary>
    public ReadOnlySpan<int> Tour => tour.AsSpan(0, count);

    /// <summary>The client after each one of a route, by location; -1 after the last.</summary>
    public int[] Next { get; } = new int[data.LocationCount];

    public int[] Previous { get; } = new int[data.LocationCount];

    /// <summary>The problem's cost, without penalties.</summary>
    public long Objective { get; set; }

    /// <summary>Units of load beyond the capacity of each trip, over all dimensions.</summary>
    public long LoadExcess { get; set; }

    /// <summary>Time warp and working time beyond the longest day.</summary>
    public long TimeExcess { get; set; }

    /// <summary>The objective with penalties, by the weights of the population.</summary>
    public long Cost { get; set; }

    /// <summary>Rank by cost and by contribution to diversity, lower is better; set by its subpopulation.</summary>
    public double Fitness { get; set; }

    /// <summary>Mean distance to the closest of its subpopulation.</summary>
    public double Isolation { get; set; }

    public bool IsClone { get; set; }

    public bool IsFeasible => LoadExcess == 0 && TimeExcess == 0;

    public ReadOnlySpan<int> Route(int route) => tour.AsSpan(starts[route], starts[route + 1] - starts[route]);

    public ReadOnlySpan<int> RouteWindows(int route) => windows.AsSpan(starts[route], starts[route + 1] - starts[route]);

    public int VehicleOf(int route) => vehicles[route];

    /// <summary>Whether a route was taken over whole from a parent, so that it and its like are at a local optimum already.</summary>
    public bool IsSettled(int route) => isSettled[route];

    /// <summary>Says so of the last route.</summary>
    public void Settle() => isSettled[RouteCount - 1] = true;

    public void Clear()
    {
        count = 0;
        RouteCount = 0;
    }

    /// <summary>Begins a route; clients are then added to it.</summary>
    public void Begin(int vehicle)
    {
        vehicles[RouteCount] = vehicle;
        isSettled[RouteCount] = false;
        starts[RouteCount++] = count;
        starts[RouteCount] = count;
    }

    public void Add(int client, int window)
    {
        Previous[client] = count == starts[RouteCount - 1] ? -1 : tour[count - 1];
        Next[client] = -1;
        if (Previous[client] >= 0)
            Next[Previous[client]] = client;
        tour[count] = client;
        windows[count++] = window;
        starts[RouteCount] = count;
    }

    /// <summary>Takes back the last route when nothing was added to it.</summary>
    public void End()
    {
        if (starts[RouteCount] == starts[RouteCount - 1])
            RouteCount--;
    }

    public void CopyFrom(Individual other)
    {
        Clear();
        for (var route = 0; route < other.RouteCount; route++)
        {
            Begin(other.VehicleOf(route));
            var clients = other.Route(route);
            var chosen = other.RouteWindows(route);
            for (var i = 0; i < clients.Length; i++)
                Add(clients[i], chosen[i]);
        }

        Objective = other.Objective;
        LoadExcess = other.LoadExcess;
        TimeExcess = other.TimeExcess;
        Cost = other.Cost;
    }
}
