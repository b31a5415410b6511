using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Bounds;

/// <summary>Column generation for the linear relaxation of choosing routes, with a valid bound at every step.</summary>
/// <remarks>
/// Algorithm: the master problem says what each client is worth; pricing looks for routes below their clients' worth, first quickly, then exactly, at a point between the
/// master's answer and the best one so far, which calms the sequence. Any worth gives a bound: the sum of worths and, for each fleet, its vehicles times the least reduced
/// cost of a route, all in whole numbers, so that the master's arithmetic cannot make it too large. Even before any exact pricing the routes without memory give one.
/// Source: Desrochers, Desrosiers and Solomon, A new optimization algorithm for the VRPTW (1992); Wentges, Weighted Dantzig-Wolfe decomposition (1997).
/// </remarks>
internal sealed class RouteRelaxation
{
    private const int TimedMemory = 10;
    private const int LoadMemory = 5;
    private const double Calm = 0.8;

    /// <summary>Takes the rounding of a share's arithmetic to the safe side.</summary>
    private const double BelowOne = 1 - 1e-9;
    private const int NewtonSteps = 4;
    private const int QuickRounds = 3;

    /// <summary>In <see cref="RelaxedFleet.Scale"/> parts: below it the master's own rounding would bring the same route again.</summary>
    private const long Tolerance = 4;

    /// <summary>What leaving a client out costs here, in dearest single trips; the less, the better for the master's arithmetic, and less is never too much.</summary>
    private const long OmissionTrips = 20;

    private readonly ProblemData data;
    private readonly Deadline deadline;
    private readonly ClpLibrary clp;
    private readonly RelaxedFleet[] fleets;
    private readonly CompletionBound[] completions;
    private readonly RoutePricing[] pricings;
    private readonly RouteResource[] resources;
    private MemorySets[] memories;
    private int memorySize;
    private readonly long[] omission;
    private long[] centre;
    private long[] centreVehicles;
    private readonly double cheapestRoute;
    private long bestScaled;
    private int sinceBound;

    public RouteRelaxation(ProblemData data, ClpLibrary clp, long slack, Deadline deadline)
    {
        this.data = data;
        this.clp = clp;
        this.deadline = deadline;
        fleets = [.. Enumerable.Range(0, data.VehicleTypes.Count).Where(type => data.VehicleTypes[type].Count > 0).Select(type => new RelaxedFleet(data, type, slack))];
        resources = [.. fleets.Select(fleet => new RouteResource(fleet))];
        completions = [.. fleets.Select((fleet, i) => new CompletionBound(fleet, resources[i]))];
        pricings = [.. fleets.Select((fleet, i) => new RoutePricing(i, fleet, resources[i], completions[i]))];
        memorySize = data.IsTimed ? TimedMemory : LoadMemory;
        memories = Memories();
        var dearest = Enumerable.Range(0, data.ClientCount).Max(Alone);
        omission = [.. Enumerable.Range(0, data.ClientCount).Select(client => Math.Min(data.LeaveOutCost[data.DepotCount + client], OmissionTrips * (dearest + 1)))];
        cheapestRoute = fleets.Select(fleet => fleet.StartCost.Min() + fleet.EndCost.Min()).Append(RelaxedFleet.Never).Min() * (double)RelaxedFleet.Scale;
        centre = [.. TrivialBound.LeastEntry(fleets, omission).Select(worth => worth * RelaxedFleet.Scale)];
        centreVehicles = new long[fleets.Length];
        bestScaled = Math.Max(centre.Sum(), TrivialBound.FarthestClient(fleets, omission) * RelaxedFleet.Scale);
    }

    /// <summary>No solution costs less: costs are whole, so what is over a whole number counts for the next.</summary>
    public long Best => bestScaled <= 0 ? 0 : ((bestScaled - 1) / RelaxedFleet.Scale) + 1;

    public bool IsConverged { get; private set; }

    public int Routes { get; private set; }

    public void Run(Solution? known)
    {
        using var master = new RouteMaster(clp, data.ClientCount, [.. fleets.Select(fleet => fleet.Vehicles)]);
        Seed(master, known);
        if (known is not null && !TryBound(Shares(known), new long[fleets.Length], []) && !TryForget())
            return;
        var worth = new double[data.ClientCount];
        var vehicles = new double[fleets.Length];
        while (!deadline.IsOver && !IsConverged && master.TrySolve(worth, vehicles))
        {
            if (!Improve(master, [.. worth.Select((value, client) => Math.Clamp((long)(value * RelaxedFleet.Scale), 0, omission[client] * RelaxedFleet.Scale))],
                [.. vehicles.Select(value => Math.Min(0, (long)(value * RelaxedFleet.Scale)))]))
                break;
        }

        Routes = master.Routes;
    }

    /// <summary>Adds routes that the master's answer lacks, or finds that none is lacking. False where nothing more can be done.</summary>
    private bool Improve(RouteMaster master, long[] worth, long[] vehicles)
    {
        foreach (var calm in (ReadOnlySpan<double>)[Calm, Calm / 2, 0])
        {
            var point = Between(worth, centre, calm);
            var vehiclePoint = Between(vehicles, centreVehicles, calm);
            var found = new List<PricedRoute>();
            if (!TryPrice(point, vehiclePoint, isExact: false, found))
                return TryForget();
            // A centre that stays behind holds the sequence back.
            if (Add(master, found, worth, vehicles) && ++sinceBound < QuickRounds)
                return true;
            found.Clear();
            sinceBound = 0;
            if (!TryBound(point, vehiclePoint, found))
                return TryForget();
            if (Add(master, found, worth, vehicles))
                return true;
        }

        IsConverged = true;
        return true;
    }

    private bool Add(RouteMaster master, List<PricedRoute> found, long[] worth, long[] vehicles)
    {
        var before = master.Routes;
        foreach (var route in found.Where(route => (route.Cost * RelaxedFleet.Scale) - route.Clients.Sum(client => worth[client]) - vehicles[route.Fleet] < -Tolerance))
            master.Add(route);
        return master.Routes > before;
    }

    /// <summary>Where memory ran out the routes remember less from now on, which makes the bound weaker and pricing quicker.</summary>
    private bool TryForget()
    {
        if (deadline.IsOver || memorySize == 1)
            return false;
        memorySize /= 2;
        memories = Memories();
        return true;
    }

    private MemorySets[] Memories() => [.. fleets.Select((fleet, i) => new MemorySets(fleet, resources[i], memorySize))];

    private bool TryPrice(long[] worth, long[] vehicles, bool isExact, List<PricedRoute> found)
    {
        var least = new long[fleets.Length];
        for (var i = 0; i < fleets.Length; i++)
            least[i] = completions[i].Applies ? Math.Min(vehicles[i], completions[i].Update(worth)) : -RelaxedFleet.Never;
        TakeBounds(worth, vehicles, least);
        for (var i = 0; i < fleets.Length; i++)
        {
            if (!pricings[i].TryFind(memories[i], worth, vehicles[i], isExact, deadline, found))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Prices exactly at a point and takes the bound that it gives; then at what the cheapest route leaves of the point when its clients are worth what it costs, and so on,
    /// which is Newton's way to the largest share of the point that leaves no route below its worth.
    /// </summary>
    private bool TryBound(long[] worth, long[] vehicles, List<PricedRoute> found)
    {
        for (var step = 0; step < NewtonSteps; step++)
        {
            var before = found.Count;
            if (!TryPrice(worth, vehicles, isExact: true, found))
                return step > 0;
            var routes = found.Skip(before).ToArray();
            var least = fleets.Select((_, i) => routes.Where(route => route.Fleet == i).Select(route => route.ReducedCost).Append(vehicles[i]).Min()).ToArray();
            TakeBounds(worth, vehicles, least);
            if (routes.MinBy(route => route.ReducedCost - vehicles[route.Fleet]) is not { } worst)
                break;
            (worth, vehicles) = Share(worth, vehicles, (double)worst.Cost * RelaxedFleet.Scale / ((worst.Cost * RelaxedFleet.Scale) - worst.ReducedCost + vehicles[worst.Fleet]));
        }

        return true;
    }

    /// <summary>Takes both bounds that the least reduced costs of the fleets' routes give: with as many such routes as there are vehicles, and with the share of the point that leaves none below its worth.</summary>
    private void TakeBounds(long[] worth, long[] vehicles, long[] least)
    {
        if (least.Contains(-RelaxedFleet.Never))
            return;
        Take(worth.Sum() + fleets.Select((fleet, i) => fleet.Vehicles * least[i]).Sum(), worth, vehicles);
        var missing = fleets.Select((_, i) => vehicles[i] - least[i]).Max();
        var (scaled, scaledVehicles) = Share(worth, vehicles, BelowOne * cheapestRoute / (cheapestRoute + missing));
        Take(scaled.Sum() + fleets.Select((fleet, i) => fleet.Vehicles * scaledVehicles[i]).Sum(), scaled, scaledVehicles);
    }

    /// <summary>Rounded so that a route's clients are not worth more than their share.</summary>
    private static (long[] Worth, long[] Vehicles) Share(long[] worth, long[] vehicles, double share) =>
        ([.. worth.Select(value => (long)(value * share))], [.. vehicles.Select(value => (long)Math.Floor(value * share))]);

    private void Take(long bound, long[] worth, long[] vehicles)
    {
        if (bound <= bestScaled)
            return;
        bestScaled = bound;
        centre = worth;
        centreVehicles = vehicles;
    }

    private static long[] Between(long[] answer, long[] centre, double calm) =>
        [.. answer.Select((value, i) => value + (long)(calm * (centre[i] - value)))];

    private void Seed(RouteMaster master, Solution? known)
    {
        for (var client = 0; client < data.ClientCount; client++)
            master.AddOmission(client, omission[client]);
        for (var i = 0; i < fleets.Length; i++)
        {
            for (var client = 0; client < data.ClientCount; client++)
                TryAdd(master, i, [client]);
            foreach (var route in known?.Routes ?? [])
            {
                foreach (var trip in route.VehicleType == fleets[i].Number ? route.Trips : [])
                    TryAdd(master, i, trip);
            }
        }
    }

    /// <summary>A guess of what clients are worth: each route's cost by the roads beside a client and by its share of the way out and back that its load asks for.</summary>
    private long[] Shares(Solution known)
    {
        long[] worth = [.. omission.Select(price => price * RelaxedFleet.Scale)];
        foreach (var route in known.Routes)
        {
            var fleet = fleets[Array.FindIndex(fleets, fleet => fleet.Number == route.VehicleType)];
            foreach (var trip in route.Trips)
            {
                var load = Math.Max(1, trip.Sum(client => fleet.Demand[client].First));
                double[] shares = [.. trip.Select((client, i) => (((i == 0 ? 0 : fleet.Cost[(trip[i - 1] * fleet.Clients) + client]) + (i == trip.Count - 1 ? 0 : fleet.Cost[(client * fleet.Clients) + trip[i + 1]])) / 2.0)
                    + ((double)fleet.Demand[client].First / load * (fleet.StartCost[client] + fleet.EndCost[client])) + 1)];
                var cost = fleet.CostOf(trip);
                for (var i = 0; i < trip.Count; i++)
                    worth[trip[i]] = (long)(shares[i] / shares.Sum() * cost * RelaxedFleet.Scale);
            }
        }

        return worth;
    }

    private void TryAdd(RouteMaster master, int fleet, IReadOnlyList<int> clients)
    {
        if (CostOf(fleet, clients) is var cost && cost < RelaxedFleet.Never)
            master.Add(new PricedRoute(fleet, clients, cost, 0));
    }

    private long Alone(int client) =>
        Enumerable.Range(0, fleets.Length).Select(fleet => CostOf(fleet, [client])).Append(RelaxedFleet.Never).Min() is var cost && cost < RelaxedFleet.Never ? cost : 0;

    private long CostOf(int fleet, IReadOnlyList<int> clients)
    {
        var resource = resources[fleet];
        var at = resource.First(clients[0]);
        for (var i = 1; i < clients.Count && at < RelaxedFleet.Never; i++)
            at = resource.Next(clients[i - 1], at, clients[i]);
        return at < RelaxedFleet.Never && resource.MayEnd(clients[^1], at) ? fleets[fleet].CostOf(clients) : RelaxedFleet.Never;
    }
}
