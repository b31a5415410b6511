using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>Says why stops are on no route and what would have to give way, and what it would cost to have a stop on another route.</summary>
/// <remarks>
/// Algorithm: every place of every vehicle's day is evaluated with the stop in it; relations to stops on other routes count as broken rules. Complexity: O(entries of all
/// routes) evaluations a stop, squared within a route for a shipment.
/// </remarks>
public sealed class PlanExplainer(ProblemData data, Solution plan)
{
    private readonly PlanEvaluator evaluator = new(data);
    private readonly Dictionary<int, PlanRoute> routes = plan.Routes.ToDictionary(route => route.Vehicle, PlanRoute.Of);

    /// <summary>Each unserved stop, of a shipment the pickup only.</summary>
    public IReadOnlyList<UnservedExplanation> Unserved() => [.. plan.Unserved.Where(client => !data.IsDeliveryEnd[data.DepotCount + client]).Select(ExplainUnserved)];

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

    private UnservedExplanation ExplainUnserved(int client)
    {
        var stops = Stops(client);
        var obstacles = Candidates().Select(route => Least(route, stops)).OfType<Obstacle>().ToArray();
        return new UnservedExplanation(client, obstacles, obstacles.OrderBy(Weight).FirstOrDefault());
    }

    /// <summary>The place where the fewest rules stand in the way, then by the least amounts, then at the least cost.</summary>
    private Obstacle? Least(PlanRoute route, int[] stops)
    {
        var before = evaluator.Evaluate(route);
        var known = route.Trips.Any(trip => trip.Count > 0) ? before.Figures.Cost : 0;
        Obstacle? best = null;
        foreach (var place in Places(route, stops))
        {
            var report = evaluator.Evaluate(place);
            var rules = report.Violations.OrderByDescending(violation => violation.Amount).ToList();
            if (RelationsBroken(route.Vehicle, stops) is > 0 and var broken)
                rules.Add(new Violation(Rule.Relation, route.Vehicle, stops[0], broken));
            var obstacle = new Obstacle(route.Vehicle, rules, report.Figures.Cost - known);
            if (best is null || Weight(obstacle).CompareTo(Weight(best)) < 0)
                best = obstacle;
        }

        return best;
    }

    private static (int Rules, long Amount, long Cost) Weight(Obstacle obstacle) => (obstacle.Rules.Count, obstacle.Rules.Sum(rule => rule.Amount), obstacle.CostDelta);

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
    private int RelationsBroken(int vehicle, int[] stops) => data.Rules.Relations.Count(relation =>
        relation.Kind != RelationKind.Apart && relation.Clients.Any(stops.Contains)
        && relation.Clients.Any(other => !stops.Contains(other) && routes.Values.Any(route => route.Vehicle != vehicle && route.Trips.Any(trip => trip.Contains(other)))));
}
