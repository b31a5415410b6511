using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Bounds;

/// <summary>
/// What the vehicles of one type may do and pay at least, in a form that forgets what the relaxation does not keep: waiting that is paid, reloading between trips and
/// releases. Nodes are client numbers.
/// </summary>
internal sealed class RelaxedFleet
{
    /// <summary>Parts of a cost unit in which routes are priced, so that bounds are exact in whole numbers.</summary>
    public const long Scale = 1024;

    public const long Never = long.MaxValue / 4;

    /// <summary>Beyond this a time limits nobody.</summary>
    private const long FarTime = 1L << 40;

    private readonly ProblemData data;
    private readonly VehicleType type;
    private readonly long slack;

    /// <param name="slack">Units by which each distance and duration may have been rounded up.</param>
    public RelaxedFleet(ProblemData data, int number, long slack)
    {
        this.data = data;
        this.slack = slack;
        Number = number;
        type = data.VehicleTypes[number];
        Clients = data.ClientCount;
        Vehicles = (int)Math.Min((long)type.Count * type.MaxTrips, Clients);
        Demand = [.. data.Clients.Select(client => client.Demand)];
        LatestEnd = HorizonEnd();
        IsTimed = data.IsTimed && LatestEnd < FarTime;
        Start = IsTimed ? type.Start.Early : 0;
        Cost = new long[Clients * Clients];
        Time = new long[Clients * Clients];
        StartCost = new long[Clients];
        StartTime = new long[Clients];
        EndCost = new long[Clients];
        EndTime = new long[Clients];
        Fill();
    }

    public int Number { get; }

    public int Clients { get; }

    /// <summary>How many routes there can be.</summary>
    public int Vehicles { get; }

    public Load Capacity => type.Capacity;

    public IReadOnlyList<Load> Demand { get; }

    public bool IsTimed { get; }

    /// <summary>The earliest departure.</summary>
    public long Start { get; }

    public long LatestEnd { get; }

    /// <summary>From client i to client j at <c>i * Clients + j</c>; <see cref="Never"/> where it cannot be.</summary>
    public long[] Cost { get; }

    /// <summary>From the start of service at i to the arrival at j.</summary>
    public long[] Time { get; }

    /// <summary>With the vehicle's fixed cost.</summary>
    public long[] StartCost { get; }

    public long[] StartTime { get; }

    public long[] EndCost { get; }

    public long[] EndTime { get; }

    /// <summary>The earliest start of service of one who comes at this time; <see cref="Never"/> after the last window.</summary>
    public long Service(int client, long arrival)
    {
        foreach (var window in data.Clients[client].Windows)
        {
            if (arrival <= window.Late)
                return Math.Max(arrival, window.Early);
        }

        return Never;
    }

    /// <summary>The cost of serving these clients in order, or <see cref="Never"/>.</summary>
    public long CostOf(IReadOnlyList<int> clients)
    {
        var cost = StartCost[clients[0]];
        for (var i = 1; i < clients.Count && cost < Never; i++)
            cost = Math.Min(Never, cost + Cost[(clients[i - 1] * Clients) + clients[i]]);
        return Math.Min(Never, cost + EndCost[clients[^1]]);
    }

    private long HorizonEnd()
    {
        // Where nobody can be made to wait, the longest day ends at a time.
        var waits = data.Clients.Any(client => client.Windows.Count > 1 || client.Windows[0].Early > type.Start.Early);
        var latestStart = waits ? type.Start.Late : type.Start.Early;
        var end = Math.Min(type.LatestEnd, Math.Min(latestStart, FarTime) + Math.Min(type.MaxDuration, FarTime));
        // No route is busy after the last window of all but for service and the way home.
        long last = 0;
        for (var client = 0; client < Clients; client++)
            last = Math.Max(last, Math.Min(FarTime, data.Clients[client].Windows[^1].Late) + data.Clients[client].ServiceDuration + Leg(data.DurationBetween, client, null));
        return type.MaxTrips > 1 ? Math.Min(type.LatestEnd, last) : Math.Min(end, last);
    }

    private void Fill()
    {
        // A trip of several may end at the start depot, and the vehicle is paid for once.
        var fixedCost = type.MaxTrips > 1 ? 0 : type.FixedCost;
        for (var i = 0; i < Clients; i++)
        {
            (StartCost[i], StartTime[i]) = Arc(null, i, fixedCost);
            (EndCost[i], EndTime[i]) = Arc(i, null, 0);
            for (var j = 0; j < Clients; j++)
                (Cost[(i * Clients) + j], Time[(i * Clients) + j]) = i == j ? (Never, Never) : Arc(i, j, 0);
        }

        bool[] isServed = [.. Enumerable.Range(0, Clients).Select(i => data.MayServe(Number, data.DepotCount + i) && Demand[i].FitsIn(Capacity))];

        for (var i = 0; i < Clients; i++)
        {
            if (!isServed[i])
                StartCost[i] = EndCost[i] = Never;
            for (var j = 0; j < Clients; j++)
            {
                if (!isServed[i] || !isServed[j] || !(Demand[i] + Demand[j]).FitsIn(Capacity) || (IsTimed && IsLate(i, j)))
                    Cost[(i * Clients) + j] = Never;
            }
        }
    }

    /// <summary>Whether j cannot follow i whenever that is served; where roads are no metric, how i is come to tells nothing.</summary>
    private bool IsLate(int i, int j)
    {
        var at = Service(i, Start);
        return at >= Never || Time[(i * Clients) + j] >= Never || Service(j, at + Time[(i * Clients) + j]) > LatestEnd;
    }

    private (long Cost, long Time) Arc(int? from, int? to, long fixedCost)
    {
        var distance = Leg(data.DistanceBetween, from, to);
        var duration = Leg(data.DurationBetween, from, to);
        if (distance >= Never || duration >= Never)
            return (Never, Never);
        var time = duration + (from is { } client ? data.Clients[client].ServiceDuration : 0);
        return (fixedCost + (type.CostPerDistance * distance) + (type.CostPerDuration * time), time);
    }

    /// <summary>Null is the depot.</summary>
    private long Leg(Func<int, int, int> between, int? from, int? to)
    {
        var leg = between(from is { } i ? data.DepotCount + i : type.StartDepot, to is { } j ? data.DepotCount + j : type.EndDepot);
        if (to is null && type.MaxTrips > 1 && from is { } last)
            leg = Math.Min(leg, between(data.DepotCount + last, type.StartDepot));
        return leg == ProblemData.NoRoad ? Never : Math.Max(0, leg - slack);
    }
}
