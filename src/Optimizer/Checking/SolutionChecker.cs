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
        double price = 0;
        var used = new int[instance.Fleets.Count];
        for (var i = 0; i < solution.Routes.Count; i++)
        {
            var fleet = solution.FleetOf(i);
            var known = solution.Routes[i].Where(stop => stop >= 1 && stop < visits.Length).ToArray();
            foreach (var stop in solution.Routes[i].Where(stop => stop < 1 || stop >= visits.Length))
                violations.Add(new RuleViolation("unknown", i + 1, instance.NumberOf(stop), 1));
            foreach (var stop in known)
                visits[stop]++;
            if (known.Length == 0)
                continue;
            used[fleet]++;
            var length = CheckRoute(instance, fleet, known, i + 1, violations);
            distance += length;
            price += (length * instance.Fleets[fleet].CostPerDistance) + (instance.Fleets[fleet].FixedCost * instance.UnitsPerFileUnit());
        }

        for (var stop = 1; stop < visits.Length; stop++)
        {
            if (visits[stop] != 1)
                violations.Add(new RuleViolation(visits[stop] == 0 ? "missing" : "twice", null, instance.NumberOf(stop), Math.Abs(visits[stop] - 1)));
        }

        CheckVehicles(instance, solution, used, violations);
        // Whole units were summed; the division gives the published decimal exactly.
        var units = instance.UnitsPerFileUnit();
        var cost = instance.HasVehicleCosts ? price / units : distance / units;
        if (solution.StatedCost is { } stated)
            CheckCost(instance, solution, stated, cost, violations);
        return new SolutionVerdict(violations.Count == 0, cost, distance / units, used.Sum(), violations);
    }

    private static void CheckVehicles(RoutingInstance instance, RouteList solution, int[] used, List<RuleViolation> violations)
    {
        for (var fleet = 0; fleet < used.Length; fleet++)
        {
            if (instance.Fleets[fleet].Vehicles is { } vehicles && used[fleet] > vehicles)
                violations.Add(new RuleViolation("vehicles", null, instance.DepotCount > 1 ? instance.NumberOfDepot(instance.DepotOfFleet(fleet)) : null, used[fleet] - vehicles));
        }

        if (instance.FleetOfVehicle is not { } ofVehicle || solution.Vehicles is not { } driving)
            return;
        var isOut = new bool[ofVehicle.Count];
        for (var i = 0; i < driving.Count; i++)
        {
            if (driving[i] is not { } vehicle || solution.Routes[i].Count == 0)
                continue;
            var exists = (uint)vehicle < (uint)isOut.Length;
            if (!exists || isOut[vehicle])
                violations.Add(new RuleViolation("vehicles", i + 1, null, 1));
            else
                isOut[vehicle] = true;
        }
    }

    /// <summary>A file does not say by which rounding its cost was summed, so it may be that of any of the rules that results are published by.</summary>
    private static void CheckCost(RoutingInstance instance, RouteList solution, double stated, double cost, List<RuleViolation> violations)
    {
        bool IsCost(double sum) => Math.Abs(stated - sum) <= solution.StatedTolerance + Tolerance + (Math.Abs(sum) * 1e-12);
        if (IsCost(cost))
            return;
        foreach (var rounding in instance.Matrix is null ? new[] { RoundingRule.Exact, RoundingRule.Nearest, RoundingRule.Dimacs } : [])
        {
            if (rounding != instance.Rounding && IsCost(Check(instance with { Rounding = rounding }, solution with { StatedCost = null }).Cost))
                return;
        }

        violations.Add(new RuleViolation("cost", null, null, Math.Abs(stated - cost)));
    }

    private static double CheckRoute(RoutingInstance instance, int number, int[] stops, int route, List<RuleViolation> violations)
    {
        var units = instance.UnitsPerFileUnit();
        var fleet = instance.Fleets[number];
        var depot = instance.DepotOfFleet(number);
        var load = instance.Pairs.Count > 0 ? CheckPairs(instance, stops, route, violations) : stops.Sum(stop => instance.Stops[stop].Demand);
        if (load > fleet.Capacity)
            violations.Add(new RuleViolation("capacity", route, null, load - fleet.Capacity));
        foreach (var stop in stops.Where(stop => fleet.AllowedStops is { } allowed && !allowed[stop - 1]))
            violations.Add(new RuleViolation("depot", route, instance.NumberOf(stop), 1));
        var excess = instance.DurationOf(depot, stops) - fleet.LongestRoute;
        if (excess > Tolerance)
            violations.Add(new RuleViolation("duration", route, null, excess));
        var length = instance.LengthOf(depot, stops);
        if ((length / units) - fleet.LongestDistance is > Tolerance and var tooFar)
            violations.Add(new RuleViolation("distance", route, null, tooFar));
        if (instance.HasTimeWindows)
            CheckTimes(instance, instance.StopOfDepot(depot), stops, route, violations);
        return length;
    }

    private static void CheckTimes(RoutingInstance instance, int home, int[] stops, int route, List<RuleViolation> violations)
    {
        var units = instance.UnitsPerFileUnit();
        var time = instance.Stops[home].Early * units;
        var at = home;
        foreach (var stop in stops)
        {
            time = Math.Max(time + instance.Leg(at, stop), instance.Stops[stop].Early * units);
            var late = time - (instance.Stops[stop].Late * units);
            if (late > Tolerance)
                violations.Add(new RuleViolation("window", route, instance.NumberOf(stop), late / units));
            time += instance.Stops[stop].Service * units;
            at = stop;
        }

        var overdue = time + instance.Leg(at, home) - (instance.Stops[home].Late * units);
        if (overdue > Tolerance)
            violations.Add(new RuleViolation("return", route, null, overdue / units));
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
                violations.Add(new RuleViolation("pairing", route, instance.NumberOf(delivery < 0 ? pair.Pickup : pair.Delivery), 1));
            else if (delivery < pickup)
                violations.Add(new RuleViolation("precedence", route, instance.NumberOf(pair.Delivery), pickup - delivery));
        }

        return most;
    }
}
