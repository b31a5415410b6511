using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Checking;

/// <summary>Whether a solution costs what its file says.</summary>
/// <remarks>
/// A file does not say by which rounding its cost was summed, so it may be that of any of the rules that results are published by. Beside VRPLIB instances PyVRP publishes the whole units it
/// counts in: tenths under dimacs, thousandths to which every leg was rounded under exact.
/// </remarks>
internal static class StatedCostCheck
{
    private const double Tolerance = 1e-6;
    private const double HalfUnit = 0.5;

    public static void Check(RoutingInstance instance, RouteList solution, double stated, double cost, List<RuleViolation> violations)
    {
        if (IsCost(instance, solution, stated, cost))
            return;
        foreach (var rounding in instance.Matrix is null ? new[] { RoundingRule.Exact, RoundingRule.Nearest, RoundingRule.Dimacs } : [])
        {
            var other = instance with { Rounding = rounding };
            if (rounding != instance.Rounding && IsCost(other, solution, stated, SolutionChecker.Check(other, solution with { StatedCost = null }).Cost))
                return;
        }

        violations.Add(new RuleViolation("cost", null, null, Math.Abs(stated - cost)));
    }

    private static bool IsCost(RoutingInstance instance, RouteList solution, double stated, double sum)
    {
        var allowed = solution.StatedTolerance + Tolerance + (Math.Abs(sum) * 1e-12);
        if (Math.Abs(stated - sum) <= allowed)
            return true;
        if (instance.Format != InstanceFormat.Vrplib || instance.Matrix is not null || stated != Math.Floor(stated))
            return false;
        // Every leg, every way home and every prize left out was rounded once.
        var roundings = instance.ClientCount + solution.Routes.Count + (solution.Reloads?.Sum(reloads => reloads.Count) ?? 0);
        return instance.Rounding switch
        {
            RoundingRule.Dimacs => Math.Abs(stated - (sum * 10)) <= Tolerance + (Math.Abs(sum) * 1e-11),
            RoundingRule.Exact => Math.Abs(stated - (sum * 1_000)) <= HalfUnit * roundings * instance.Fleets.Max(fleet => Math.Max(1, fleet.CostPerDistance)),
            _ => false,
        };
    }
}
