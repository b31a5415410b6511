using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Checking;

/// <summary>Whether every stop is served as often as it has to be, and what those left out for their prize cost.</summary>
internal static class VisitCheck
{
    /// <param name="visits">Of each stop, from 1 on.</param>
    /// <returns>The prizes not collected, in the units of <see cref="InstanceDistances.UnitsPerFileUnit"/>.</returns>
    public static double Check(RoutingInstance instance, int[] visits, List<RuleViolation> violations)
    {
        var isGrouped = new bool[visits.Length];
        foreach (var group in instance.Groups)
        {
            foreach (var stop in group)
                isGrouped[stop] = true;
            var served = group.Where(stop => visits[stop] > 0).ToArray();
            if (served.Length == 0)
                violations.Add(new RuleViolation("missing", null, instance.NumberOf(group[0]), 1));
            else if (served.Length > 1)
                violations.Add(new RuleViolation("group", null, instance.NumberOf(served[1]), served.Length - 1));
        }

        double prizes = 0;
        for (var stop = 1; stop < visits.Length; stop++)
        {
            if (visits[stop] > 1)
                violations.Add(new RuleViolation("twice", null, instance.NumberOf(stop), visits[stop] - 1));
            else if (visits[stop] == 1 || isGrouped[stop])
                continue;
            else if (instance.Stops[stop].Prize > 0)
                prizes += instance.PrizeOf(stop);
            else
                violations.Add(new RuleViolation("missing", null, instance.NumberOf(stop), 1));
        }

        return prizes;
    }
}
