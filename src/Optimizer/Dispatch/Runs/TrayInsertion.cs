using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>Where the stops of the tray go among others that stay with their vehicle, trip and order.</summary>
/// <remarks>
/// Algorithm: some inserted stops are taken out and all that are out are put back one by one, each at its cheapest place on any day or on a new trip at its end, now and then overlooking a vehicle; the result is kept by the rule of
/// simulated annealing with temperatures that fall and rise again by the number of the iteration, so that it alone reproduces the result. What a stop costs on a day is kept as long as the day stays.
/// Complexity: O(places * entries) for each stop and day that changed. Source: Shaw (1998); Christiaens and Vanden Berghe (2020).
/// </remarks>
internal sealed class TrayInsertion
{
    public const string Name = "insertion 1";

    private const int CoolingIterations = 256;
    private const int MostTakenOut = 8;
    private const int OverlookedInOne = 12;

    /// <summary>The hottest temperature as a share of what a stop costs.</summary>
    private const double HotShare = 0.5;

    private readonly ProblemData data;
    private readonly DayPricing pricing;
    private readonly Xoshiro256 random;
    private readonly int[] tray;
    private readonly Dictionary<(int Vehicle, int Client), (SolutionRoute? Day, SolutionRoute? Longer)> known = [];
    private readonly double hot;
    private SolutionRoute?[] current;
    private SolutionRoute?[] best;

    /// <param name="initial">The stops that stay as they are.</param>
    public TrayInsertion(RunProblem problem, Solution initial, ulong seed)
    {
        data = problem.Data;
        pricing = new DayPricing(data);
        random = new Xoshiro256(seed);
        current = new SolutionRoute?[data.VehicleCount];
        foreach (var route in initial.Routes)
            current[route.Vehicle] = route;
        var placed = initial.Routes.SelectMany(route => route.Clients).ToHashSet();
        tray = [.. Enumerable.Range(0, problem.Drops.Count).Where(client => !placed.Contains(client))];
        Insert(current, [.. tray], overlooks: false);
        best = [.. current];
        hot = HotShare * current.Sum(route => route?.Cost ?? 0) / Math.Max(1, placed.Count + tray.Length);
    }

    public Solution Best => Solution.Of(data, [.. best.OfType<SolutionRoute>()]);

    /// <summary>Searches until the criterion ends it; nothing is left to search where the tray is empty.</summary>
    /// <returns>The iterations done.</returns>
    public long Run(StoppingCriterion criterion, Action<long, Solution> report)
    {
        report(0, Best);
        var (now, least) = (CostOf(current), CostOf(best));
        long done = 0;
        for (; tray.Length > 0 && criterion.Grant(done, 1) > 0; done++)
        {
            if (Changed() is not { } candidate)
                continue;
            var then = CostOf(candidate);
            var temperature = hot * (CoolingIterations - 1 - (done % CoolingIterations)) / CoolingIterations;
            if (then > now && then >= now - (temperature * Math.Log(1 - random.NextDouble())))
                continue;
            (current, now) = (candidate, then);
            if (now >= least)
                continue;
            (best, least) = ([.. current], now);
            report(done + 1, Best);
        }

        return done;
    }

    private long CostOf(SolutionRoute?[] routes)
    {
        var isServed = new bool[data.ClientCount];
        foreach (var client in routes.OfType<SolutionRoute>().SelectMany(route => route.Clients))
            isServed[client] = true;
        return routes.Sum(route => route?.Cost ?? 0) + data.LeaveOutCostOf(isServed);
    }

    /// <summary>The current days with some stops of the tray taken out and put back; null where what is left of a day breaks a rule.</summary>
    private SolutionRoute?[]? Changed()
    {
        var served = current.OfType<SolutionRoute>().SelectMany(route => route.Clients).ToHashSet();
        List<int> absent = [.. tray.Where(client => !served.Contains(client))];
        int[] inserted = [.. tray.Where(served.Contains)];
        var routes = current.ToArray();
        var count = inserted.Length == 0 ? 0 : 1 + random.Next(Math.Min(MostTakenOut, inserted.Length));
        var taken = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            var swap = i + random.Next(inserted.Length - i);
            (inserted[i], inserted[swap]) = (inserted[swap], inserted[i]);
            taken.Add(inserted[i]);
        }

        for (var vehicle = 0; vehicle < routes.Length && taken.Count > 0; vehicle++)
        {
            if (routes[vehicle] is not { } route || !route.Clients.Any(taken.Contains))
                continue;
            if (!TryWithout(route, taken, out routes[vehicle]))
                return null;
        }

        absent.AddRange(inserted.Take(count));
        Insert(routes, absent, overlooks: true);
        return routes;
    }

    private bool TryWithout(SolutionRoute route, HashSet<int> taken, out SolutionRoute? left)
    {
        var trips = new List<IReadOnlyList<int>>();
        var windows = new List<IReadOnlyList<int>>();
        foreach (var (trip, chosen) in route.Trips.Zip(route.Windows))
        {
            int[] stays = [.. Enumerable.Range(0, trip.Count).Where(i => !taken.Contains(trip[i]))];
            if (stays.Length == 0)
                continue;
            trips.Add([.. stays.Select(i => trip[i])]);
            windows.Add([.. stays.Select(i => chosen[i])]);
        }

        left = trips.Count == 0 ? null : pricing.RouteOf(route.Vehicle, trips, windows);
        return trips.Count == 0 || left is not null;
    }

    private void Insert(SolutionRoute?[] routes, List<int> absent, bool overlooks)
    {
        if (overlooks)
            Arrange(absent);
        else
            absent.Sort((a, b) => (-data.LeaveOutCost[data.DepotCount + a], a).CompareTo((-data.LeaveOutCost[data.DepotCount + b], b)));
        foreach (var client in absent)
        {
            SolutionRoute? longer = null;
            var least = data.LeaveOutCost[data.DepotCount + client];
            for (var vehicle = 0; vehicle < routes.Length; vehicle++)
            {
                if ((overlooks && random.Next(OverlookedInOne) == 0) || Cheapest(vehicle, routes[vehicle], client) is not { } route || route.Cost - (routes[vehicle]?.Cost ?? 0) is var more && more >= least)
                    continue;
                (longer, least) = (route, more);
            }

            if (longer is not null)
                routes[longer.Vehicle] = longer;
        }
    }

    /// <summary>By chance, or those first that are dearest to leave out and that need most room.</summary>
    private void Arrange(List<int> absent)
    {
        for (var i = absent.Count - 1; i > 0; i--)
        {
            var swap = random.Next(i + 1);
            (absent[i], absent[swap]) = (absent[swap], absent[i]);
        }

        if (random.Next(3) > 0)
            return;
        int[] sorted = [.. absent.OrderByDescending(client => data.LeaveOutCost[data.DepotCount + client]).ThenByDescending(client => data.Clients[client].Demand.First)];
        for (var i = 0; i < sorted.Length; i++)
            absent[i] = sorted[i];
    }

    /// <summary>A day with a client at its cheapest place; null where there is none.</summary>
    private SolutionRoute? Cheapest(int vehicle, SolutionRoute? day, int client)
    {
        if (!data.MayServe(data.TypeOfVehicle[vehicle], data.DepotCount + client))
            return null;
        if (known.TryGetValue((vehicle, client), out var entry) && ReferenceEquals(entry.Day, day))
            return entry.Longer;
        SolutionRoute? best = null;
        IReadOnlyList<IReadOnlyList<int>> trips = day?.Trips ?? [];
        IReadOnlyList<IReadOnlyList<int>> windows = day?.Windows ?? [];
        for (var window = 0; window < data.Clients[client].Windows.Count; window++)
        {
            for (var trip = 0; trip <= trips.Count; trip++)
            {
                for (var place = 0; place <= (trip < trips.Count ? trips[trip].Count : 0); place++)
                {
                    var longer = pricing.RouteOf(vehicle, With(trips, trip, place, client), With(windows, trip, place, window));
                    if (longer is not null && longer.Cost < (best?.Cost ?? long.MaxValue))
                        best = longer;
                }
            }
        }

        known[(vehicle, client)] = (day, best);
        return best;
    }

    /// <summary>Lists with a number at a place of one of them, or as a new list at the end.</summary>
    private static IReadOnlyList<IReadOnlyList<int>> With(IReadOnlyList<IReadOnlyList<int>> lists, int at, int place, int number) =>
        at == lists.Count ? [.. lists, [number]] : [.. lists.Take(at), [.. lists[at].Take(place), number, .. lists[at].Skip(place)], .. lists.Skip(at + 1)];
}
