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
        var visits = new int[instance.Stops.Count];
        double distance = 0;
        var used = 0;
        for (var i = 0; i < solution.Routes.Count; i++)
        {
            var known = solution.Routes[i].Where(stop => stop >= 1 && stop < instance.Stops.Count).ToArray();
            foreach (var stop in solution.Routes[i].Where(stop => stop < 1 || stop >= instance.Stops.Count))
                violations.Add(new RuleViolation("unknown", i + 1, stop, 1));
            foreach (var stop in known)
                visits[stop]++;
            used += known.Length > 0 ? 1 : 0;
            distance += CheckRoute(instance, known, i + 1, violations);
        }

        for (var stop = 1; stop < visits.Length; stop++)
        {
            if (visits[stop] != 1)
                violations.Add(new RuleViolation(visits[stop] == 0 ? "missing" : "twice", null, stop, Math.Abs(visits[stop] - 1)));
        }

        if (instance.Vehicles is { } vehicles && used > vehicles)
            violations.Add(new RuleViolation("vehicles", null, null, used - vehicles));
        // Whole units were summed; the division gives the published decimal exactly.
        distance /= UnitsPerFileUnit(instance);
        return new SolutionVerdict(violations.Count == 0, distance, distance, used, violations);
    }

    private static double CheckRoute(RoutingInstance instance, int[] stops, int route, List<RuleViolation> violations)
    {
        if (stops.Length == 0)
            return 0;
        var units = UnitsPerFileUnit(instance);
        var load = stops.Sum(stop => instance.Stops[stop].Demand);
        if (load > instance.Capacity)
            violations.Add(new RuleViolation("capacity", route, null, load - instance.Capacity));
        double length = 0;
        var time = instance.Stops[0].Early * units;
        var at = 0;
        foreach (var stop in stops)
        {
            var leg = Leg(instance, at, stop);
            length += leg;
            time = Math.Max(time + leg, instance.Stops[stop].Early * units);
            var late = time - (instance.Stops[stop].Late * units);
            if (instance.HasTimeWindows && late > Tolerance)
                violations.Add(new RuleViolation("window", route, stop, late / units));
            time += instance.Stops[stop].Service * units;
            at = stop;
        }

        var back = Leg(instance, at, 0);
        var overdue = time + back - (instance.Stops[0].Late * units);
        if (instance.HasTimeWindows && overdue > Tolerance)
            violations.Add(new RuleViolation("return", route, null, overdue / units));
        return length + back;
    }

    private static double UnitsPerFileUnit(RoutingInstance instance) => instance.Matrix is null && instance.Rounding == RoundingRule.Dimacs ? 10 : 1;

    private static double Leg(RoutingInstance instance, int from, int to)
    {
        if (instance.Matrix is { } matrix)
            return matrix[(from * instance.Stops.Count) + to];
        var dx = instance.Stops[from].X - instance.Stops[to].X;
        var dy = instance.Stops[from].Y - instance.Stops[to].Y;
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return instance.Rounding switch
        {
            RoundingRule.Nearest => Math.Floor(length + 0.5),
            RoundingRule.Dimacs => Math.Floor(length * 10),
            _ => length,
        };
    }
}
