using Territory.Optimizer.Genetic;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Localised;

/// <summary>One search whose iterations cost what they touch, not what the problem is large: ruin beside one client, recreate among neighbours, take back what simulated annealing refuses.</summary>
/// <remarks>
/// Algorithm: slack induction by string removals on chained routes with an undo log; the best solution is brought up to date from the entries changed since it was last.
/// Complexity: O(clients removed * neighbours) an iteration, with windows also the entries of the touched routes; memory O(n * neighbours).
/// Source: Christiaens and Vanden Berghe (2020); Accorsi and Vigo, A fast and scalable heuristic for the solution of large-scale capacitated vehicle routing problems
/// (2021), FILO2 (2024).
/// </remarks>
internal sealed class LocalisedSearch : ISearch
{
    /// <summary>Below this many clients an iteration of the whole routes costs no more, and other searches know more of the problem.</summary>
    private const int FewestClients = HybridSearch.MostClients;

    /// <summary>Temperatures as shares of the first solution's mean arc between two clients.</summary>
    private const double HotShare = 2;
    private const double ColdShare = 0.1;

    private readonly ProblemData data;
    private readonly Xoshiro256 random;
    private readonly ChainedRoutes routes;
    private readonly StringRuin ruin;
    private readonly NearRecreate recreate;
    private readonly NodeList absent;
    private readonly NodeList currentAbsent;
    private readonly int[] bestNext;
    private readonly bool[] isStale;
    private readonly NodeList stale;
    private readonly CoolingSchedule cooling;
    private long iteration;
    private long leftOutCost;

    public LocalisedSearch(SearchSpace space, ulong seed, Solution? initial)
    {
        data = space.Data;
        random = new Xoshiro256(seed);
        routes = new ChainedRoutes(data);
        ruin = new StringRuin(routes, space.Adjacency);
        var isSymmetric = IsSymmetric(data);
        recreate = new NearRecreate(routes, space.Places, space.Adjacency, isSymmetric);
        absent = new NodeList(data.LocationCount);
        currentAbsent = new NodeList(data.LocationCount);
        bestNext = new int[routes.EntryCount];
        isStale = new bool[routes.EntryCount];
        stale = new NodeList(routes.EntryCount);
        routes.Begin();
        if (initial is null)
            Load([.. new SavingsConstruction(data, isSymmetric).Build(space.Places).Take(data.VehicleCount)]);
        else
            Load([.. initial.Routes.Select(route => (IReadOnlyList<int>)[.. route.Clients.Select(client => client + data.DepotCount)])]);
        for (var location = data.DepotCount; location < data.LocationCount; location++)
        {
            if (routes.VehicleOf(location) < 0)
                absent.Add(location);
        }

        recreate.Recreate(random, absent);
        Accept();
        for (var entry = 0; entry < bestNext.Length; entry++)
            bestNext[entry] = routes.Next(entry);
        BestCost = routes.Cost + leftOutCost;
        BestUnserved = currentAbsent.Count;
        var typical = TypicalArc();
        cooling = new CoolingSchedule(typical * HotShare, typical * ColdShare, begin: 0);
    }

    public long BestCost { get; private set; }

    public int BestUnserved { get; private set; }

    public Solution Best
    {
        get
        {
            var evaluator = new CostEvaluator(data);
            var found = new List<SolutionRoute>();
            for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
            {
                var nodes = new List<int>();
                for (var entry = bestNext[routes.DepotOf(vehicle)]; !routes.IsDepot(entry); entry = bestNext[entry])
                    nodes.Add(entry);
                if (nodes.Count == 0)
                    continue;
                var route = new Route(data, evaluator, vehicle);
                route.SetEntries(nodes.ToArray(), nodes.Select(node => data.WindowOffset[node]).ToArray());
                found.Add(route.ToSolutionRoute());
            }

            return Solution.Of(data, found);
        }
    }

    private long Cost => routes.Cost + leftOutCost;

    /// <summary>Whether the search is the better one: for many clients, where what an iteration costs decides. With windows local search on each candidate gains more, as long as there is a matrix for its bound.</summary>
    public static bool Covers(ProblemData data) =>
        data.ClientCount > FewestClients && (!data.IsTimed || data.Distances.IsFunction) && Models(data);

    /// <summary>One type of vehicle that makes one trip from its depot and back, paid by distance; each client has one window at most; a road between any two.</summary>
    public static bool Models(ProblemData data) =>
        data.VehicleTypes is [{ MaxTrips: 1, CostPerDuration: 0, MaxDuration: Interval.Unbounded } type]
        && type.StartDepot == type.EndDepot && !data.IsRich && !data.HasReleases && !data.HasShipments && !data.HasLoadProfile && !data.Distances.HasGaps && !data.Durations.HasGaps
        && data.Clients.All(client => client.Windows.Count == 1) && Enumerable.Range(data.DepotCount, data.ClientCount).All(location => data.MayServe(0, location));

    public void Run(int iterations, long horizon)
    {
        if (data.ClientCount == 0)
            return;
        for (var i = 0; i < iterations; i++)
            Step(cooling.Temperature(iteration++, horizon));
    }

    private static bool IsSymmetric(ProblemData data)
    {
        for (var i = 0; !data.Distances.IsFunction && i < data.LocationCount; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (data.DistanceBetween(i, j) != data.DistanceBetween(j, i))
                    return false;
            }
        }

        return true;
    }

    private void Step(double temperature)
    {
        var current = Cost;
        routes.Begin();
        absent.CopyFrom(currentAbsent);
        ruin.Ruin(data.DepotCount + random.Next(data.ClientCount), random, absent);
        recreate.Recreate(random, absent);
        var candidate = routes.Cost + LeftOutCost();
        var allowed = current + (long)(temperature * LogTable.NegativeLog(random));
        if (candidate < allowed || candidate == current)
        {
            Accept();
            if (candidate < BestCost)
                KeepBest();
        }
        else
        {
            routes.Undo();
        }
    }

    private void Accept()
    {
        for (var i = 0; i < routes.ChangedCount; i++)
        {
            var entry = routes.Changed(i);
            if (isStale[entry])
                continue;
            isStale[entry] = true;
            stale.Add(entry);
        }

        leftOutCost = LeftOutCost();
        currentAbsent.CopyFrom(absent);
    }

    private void KeepBest()
    {
        foreach (var entry in stale.Items)
        {
            bestNext[entry] = routes.Next(entry);
            isStale[entry] = false;
        }

        stale.Clear();
        BestCost = Cost;
        BestUnserved = currentAbsent.Count;
    }

    private long LeftOutCost()
    {
        long cost = 0;
        foreach (var client in absent.Items)
            cost += data.LeaveOutCost[client];
        return cost;
    }

    private void Load(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        foreach (var list in lists)
        {
            var last = routes.DepotOf(routes.UnusedVehicle);
            foreach (var client in list)
            {
                routes.Insert(client, last);
                last = client;
            }
        }
    }

    /// <summary>Mean cost of an arc between two clients.</summary>
    private double TypicalArc()
    {
        long sum = 0;
        long count = 0;
        for (var client = data.DepotCount; client < data.LocationCount; client++)
        {
            if (routes.VehicleOf(client) < 0 || routes.IsDepot(routes.Next(client)))
                continue;
            sum += routes[client].ToNext;
            count++;
        }

        return (double)routes.Rate * sum / Math.Max(1, count);
    }
}
