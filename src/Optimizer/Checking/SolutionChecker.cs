using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Checking;

/// <summary>Judges a solution from the figures of the instance alone: it shares no arithmetic and no data with the search.</summary>
/// <remarks>
/// Nearest, dimacs and whole matrices are summed in whole units; exact in double precision, where a window counts as broken from 1e-6 on.
/// </remarks>
public static class SolutionChecker
{
    private const double Tolerance = 1e-6;

    public static SolutionVerdict Check(RoutingInstance instance, RouteList solution)
    {
        var violations = new List<RuleViolation>();
        var visits = new int[instance.ClientCount + 1];
        double distance = 0;
        var used = new int[instance.DepotCount];
        for (var i = 0; i < solution.Routes.Count; i++)
        {
            var depot = solution.DepotOf(i);
            var known = solution.Routes[i].Where(stop => stop >= 1 && stop < visits.Length).ToArray();
            foreach (var stop in solution.Routes[i].Where(stop => stop < 1 || stop >= visits.Length))
                violations.Add(new RuleViolation("unknown", i + 1, stop, 1));
            foreach (var stop in known)
                visits[stop]++;
            used[depot] += known.Length > 0 ? 1 : 0;
            distance += CheckRoute(instance, depot, known, i + 1, violations);
        }

        for (var stop = 1; stop < visits.Length; stop++)
        {
            if (visits[stop] != 1)
                violations.Add(new RuleViolation(visits[stop] == 0 ? "missing" : "twice", null, stop, Math.Abs(visits[stop] - 1)));
        }

        for (var depot = 0; depot < used.Length; depot++)
        {
            if (instance.Fleets[depot].Vehicles is { } vehicles && used[depot] > vehicles)
                violations.Add(new RuleViolation("vehicles", null, used.Length > 1 ? instance.NumberOfDepot(depot) : null, used[depot] - vehicles));
        }

        // Whole units were summed; the division gives the published decimal exactly.
        distance /= instance.UnitsPerFileUnit();
        return new SolutionVerdict(violations.Count == 0, distance, distance, used.Sum(), violations);
    }

    private static double CheckRoute(RoutingInstance instance, int depot, int[] stops, int route, List<RuleViolation> violations)
    {
        if (stops.Length == 0)
            return 0;
        var units = instance.UnitsPerFileUnit();
        var fleet = instance.Fleets[depot];
        var load = instance.Pairs.Count > 0 ? CheckPairs(instance, stops, route, violations) : stops.Sum(stop => instance.Stops[stop].Demand);
        if (load > fleet.Capacity)
            violations.Add(new RuleViolation("capacity", route, null, load - fleet.Capacity));
        foreach (var stop in stops.Where(stop => fleet.AllowedStops is { } allowed && !allowed[stop - 1]))
            violations.Add(new RuleViolation("depot", route, stop, 1));
        var excess = instance.DurationOf(depot, stops) - fleet.LongestRoute;
        if (excess > Tolerance)
            violations.Add(new RuleViolation("duration", route, null, excess));
        var home = instance.StopOfDepot(depot);
        double length = 0;
        var time = instance.Stops[home].Early * units;
        var at = home;
        foreach (var stop in stops)
        {
            var leg = instance.Leg(at, stop);
            length += leg;
            time = Math.Max(time + leg, instance.Stops[stop].Early * units);
            var late = time - (instance.Stops[stop].Late * units);
            if (instance.HasTimeWindows && late > Tolerance)
                violations.Add(new RuleViolation("window", route, stop, late / units));
            time += instance.Stops[stop].Service * units;
            at = stop;
        }

        var back = instance.Leg(at, home);
        var overdue = time + back - (instance.Stops[home].Late * units);
        if (instance.HasTimeWindows && overdue > Tolerance)
            violations.Add(new RuleViolation("return", route, null, overdue / units));
        return length + back;
    }

    /// <summary>Follows the load along the route and returns the most that is on board.</summary>
    private static long CheckPairs(RoutingInstance instance, int[] stops, int route, List<RuleViolation> violations)
    {
        long load = 0, most = 0;
        foreach (var stop in stops)
        {
            load += instance.Stops[stop].Demand;
            most = Math.Max(most, load);
        }

        foreach (var pair in instance.Pairs)
        {
            var pickup = Array.IndexOf(stops, pair.Pickup);
            var delivery = Array.IndexOf(stops, pair.Delivery);
            if (pickup < 0 != delivery < 0)
                violations.Add(new RuleViolation("pairing", route, delivery < 0 ? pair.Pickup : pair.Delivery, 1));
            else if (delivery < pickup)
                violations.Add(new RuleViolation("precedence", route, pair.Delivery, pickup - delivery));
        }

        return most;
    }
}
