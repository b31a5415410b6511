using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>Says why stops are on no route and what would have to give way, and what it would cost to have a stop on another route.</summary>
/// <param name="mostEntries">How many entries of days may be walked along to explain the unserved stops of a plan, about; those for which it is too few are only counted.</param>
/// <remarks>
/// Algorithm: the places of every vehicle's day are walked with the stop in them, from the least bound on, until no further one can be easier (<see cref="PlaceTrial"/>); relations to stops on other routes
/// count as broken rules. Complexity: O(entries of all routes) bounds a stop, squared within a route for a shipment; walks for few of them.
/// </remarks>
public sealed class PlanExplainer(ProblemData data, Solution plan, long mostEntries = PlanExplainer.UsualEntries)
{
    /// <summary>Half a second of walks of days with breaks.</summary>
    public const long UsualEntries = 800_000;

    /// <summary>However long the days are, so many stops are explained.</summary>
    private const int FewestExplained = 8;

    /// <summary>No more places of one vehicle are walked for one stop.</summary>
    private const int MostPlaces = 200;

    private readonly PlanEvaluator evaluator = new(data);
    private readonly Dictionary<int, PlanRoute> routes = plan.Routes.ToDictionary(route => route.Vehicle, PlanRoute.Of);
    private readonly Dictionary<int, int> vehicleOf = plan.Routes.SelectMany(route => route.Clients.Select(client => (client, route.Vehicle))).ToDictionary(pair => pair.client, pair => pair.Vehicle);

    /// <summary>The entries of days walked along so far to explain unserved stops.</summary>
    public long WalkedEntries { get; private set; }

    /// <summary>Why each unserved stop is on no route, of a shipment the pickup only, the dearest to leave out first, as far as the entries to be walked along suffice.</summary>
    /// <param name="hurry">Cancelled, it ends after the stop that is being explained, and not before the first.</param>
    public UnservedReport Unserved(CancellationToken hurry = default)
    {
        int[] clients = [.. plan.Unserved.Where(client => !data.IsDeliveryEnd[data.DepotCount + client]).OrderByDescending(client => data.LeaveOutCost[data.DepotCount + client]).ThenBy(client => client)];
        if (clients.Length == 0)
            return new UnservedReport([], 0);
        var walk = new RouteWalk(data);
        var latestWindow = data.WindowLate.Where(late => late < Interval.Unbounded).DefaultIfEmpty(0).Max();
        var trials = Candidates().Select(route => new PlaceTrial(data, walk, route.Vehicle, evaluator.Evaluate(route), EntriesOf(route), latestWindow)).ToArray();
        var entries = trials.Sum(trial => trial.EntryCount + 2L);
        var mostPlaces = (int)Math.Clamp(mostEntries / FewestExplained / Math.Max(1, entries), 1, MostPlaces);
        var explained = new List<UnservedExplanation>();
        foreach (var client in clients)
        {
            if (WalkedEntries >= mostEntries || (hurry.IsCancellationRequested && explained.Count > 0))
                break;
            explained.Add(Explain(client, trials, mostPlaces));
        }

        return new UnservedReport(explained, clients.Length - explained.Count);
    }

    /// <summary>The other vehicles that could serve a served stop, cheapest first. A stop of a shipment moves with its partner.</summary>
    public IReadOnlyList<StopAlternative> Alternatives(int client)
    {
        var stops = Stops(client);
        var home = routes.Values.FirstOrDefault(route => route.Trips.Any(trip => trip.Contains(client)));
        if (home is null)
            return [];
        var without = Without(home, stops);
        var saved = Cost(home) - Cost(without);
        var found = new List<StopAlternative>();
        foreach (var route in Candidates().Where(route => route.Vehicle != home.Vehicle))
        {
            var delta = Places(route, stops).Select(evaluator.Evaluate).Where(report => report.Violations.Count == 0 && RelationsBroken(report.Vehicle, stops) == 0)
                .Select(report => (long?)(report.Figures.Cost - Cost(route) - saved)).Min();
            if (delta is { } cost)
                found.Add(new StopAlternative(route.Vehicle, cost));
        }

        return [.. found.OrderBy(alternative => alternative.CostDelta).ThenBy(alternative => alternative.Vehicle)];
    }

    private UnservedExplanation Explain(int client, PlaceTrial[] trials, int mostPlaces)
    {
        var stops = Stops(client);
        var obstacles = new List<Obstacle>();
        foreach (var trial in trials)
        {
            if (trial.Least(stops, RelationsBroken(trial.Vehicle, stops), mostPlaces, out var walked) is { } obstacle)
                obstacles.Add(obstacle);
            // What is looked at without a walk is not free either.
            WalkedEntries += walked + trial.EntryCount;
        }

        return new UnservedExplanation(client, obstacles, obstacles.MinBy(obstacle => obstacle.Relaxation));
    }

    private int[] Stops(int client) => data.PartnerOf[data.DepotCount + client] switch
    {
        < 0 => [client],
        var partner => data.IsDeliveryEnd[data.DepotCount + client] ? [partner - data.DepotCount, client] : [client, partner - data.DepotCount],
    };

    /// <summary>Every used vehicle as it is, and the first unused one of each type.</summary>
    private IEnumerable<PlanRoute> Candidates()
    {
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            var hasUnused = false;
            for (var vehicle = data.FirstVehicleOfType[type]; vehicle < data.FirstVehicleOfType[type + 1]; vehicle++)
            {
                if (routes.TryGetValue(vehicle, out var route))
                    yield return route;
                else if (!hasUnused)
                    yield return new PlanRoute(vehicle, []);
                hasUnused |= !routes.ContainsKey(vehicle);
            }
        }
    }

    private int[] EntriesOf(PlanRoute route)
    {
        var type = data.VehicleTypes[data.TypeOfVehicle[route.Vehicle]];
        var nodes = new List<int> { type.StartDepot };
        foreach (var trip in route.Trips.Where(trip => trip.Count > 0))
        {
            if (nodes.Count > 1)
                nodes.Add(type.StartDepot);
            nodes.AddRange(trip.Select(client => data.DepotCount + client));
        }

        nodes.Add(type.EndDepot);
        return [.. nodes];
    }

    /// <summary>The route with the stops at each place of each trip, and on a trip of their own at its end where the vehicle makes several. Windows are those that can be met.</summary>
    private IEnumerable<PlanRoute> Places(PlanRoute route, int[] stops)
    {
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            foreach (var changed in Placed(route.Trips[trip], stops))
                yield return new PlanRoute(route.Vehicle, [.. route.Trips.Take(trip), changed, .. route.Trips.Skip(trip + 1)]);
        }

        if (route.Trips.Count == 0 || data.VehicleTypes[data.TypeOfVehicle[route.Vehicle]].MaxTrips > route.Trips.Count)
            yield return new PlanRoute(route.Vehicle, [.. route.Trips, stops]);
    }

    private static IEnumerable<int[]> Placed(IReadOnlyList<int> trip, int[] stops)
    {
        for (var first = 0; first <= trip.Count; first++)
        {
            if (stops.Length == 1)
            {
                yield return [.. trip.Take(first), stops[0], .. trip.Skip(first)];
                continue;
            }

            for (var second = first; second <= trip.Count; second++)
                yield return [.. trip.Take(first), stops[0], .. trip.Skip(first).Take(second - first), stops[1], .. trip.Skip(second)];
        }
    }

    private static PlanRoute Without(PlanRoute route, int[] stops) => new(route.Vehicle, [.. route.Trips.Select(trip => trip.Where(client => !stops.Contains(client)).ToArray()).Where(trip => trip.Length > 0)]);

    private long Cost(PlanRoute route) => route.Trips.Any(trip => trip.Count > 0) ? evaluator.Evaluate(route).Figures.Cost : 0;

    /// <summary>Relations that ask a stop to be with stops that other vehicles serve. Those within the route are the evaluator's.</summary>
    private int RelationsBroken(int vehicle, int[] stops)
    {
        if (!data.HasRelations)
            return 0;
        var named = stops.SelectMany(stop => data.RelationsOf(data.DepotCount + stop).ToArray()).Distinct();
        return named.Count(number => data.Rules.Relations[number] is { Kind: not RelationKind.Apart } relation
            && relation.Clients.Any(other => !stops.Contains(other) && vehicleOf.TryGetValue(other, out var there) && there != vehicle));
    }
}
