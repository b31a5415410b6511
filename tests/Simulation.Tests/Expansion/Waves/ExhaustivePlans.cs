using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Tests.Expansion.Waves;

/// <summary>The best plan by trying every combination of starts, judged by straightforward week-by-week bookkeeping that shares no code with the planner.</summary>
internal static class ExhaustivePlans
{
    /// <summary>The highest objective of a plan that keeps every limit; null where there is none.</summary>
    public static double? Best(ExpansionProblem problem)
    {
        var starts = new int[problem.Regions.Count];
        var levels = new int[problem.Regions.Count];
        double? best = null;
        Try(0);
        return best;

        void Try(int region)
        {
            if (region == problem.Regions.Count)
            {
                if (Judge(problem, starts, levels) is { } objective && !(objective <= best))
                    best = objective;
                return;
            }

            starts[region] = -1;
            if (!problem.Regions[region].Required)
                Try(region + 1);
            for (levels[region] = 0; levels[region] < problem.Regions[region].Outlook.Levels.Count; levels[region]++)
            {
                for (starts[region] = 0; starts[region] < problem.Weeks; starts[region]++)
                    Try(region + 1);
            }
        }
    }

    /// <summary>The objective of a plan; null where it breaks a limit.</summary>
    /// <param name="starts">The week of each region's start, -1 where it is not opened.</param>
    public static double? Judge(ExpansionProblem problem, int[] starts, int[] levels)
    {
        var opened = Enumerable.Range(0, starts.Length).Where(region => starts[region] >= 0).ToList();
        if (opened.Exists(region => starts[region] < problem.Regions[region].EarliestWeek || starts[region] > (problem.Regions[region].LatestWeek ?? problem.Weeks - 1)))
            return null;
        for (var week = 0; week < problem.Weeks; week++)
        {
            var reps = problem.RepsByWeek[week];
            var vehicles = problem.VehiclesByWeek[week];
            var launching = 0;
            foreach (var region in opened.Where(region => starts[region] <= week))
            {
                var level = problem.Regions[region].Outlook.Levels[levels[region]];
                var age = week - starts[region];
                reps -= level.Reps;
                if (level.TrainedByAge.Count > 0)
                    reps += level.TrainedByAge[Math.Min(age, level.TrainedByAge.Count - 1)];
                vehicles -= level.Vehicles;
                launching += age < problem.LaunchWeeks ? 1 : 0;
            }

            if (reps < 0 || vehicles < 0 || launching > problem.ParallelLaunches)
                return null;
        }

        var penalty = 0.0;
        foreach (var hard in opened)
        {
            foreach (var easy in opened)
            {
                if (starts[hard] >= starts[easy] || problem.Regions[hard].OrderOverride is not null || problem.Regions[easy].OrderOverride is not null)
                    continue;
                var difference = problem.Regions[easy].Ease - problem.Regions[hard].Ease;
                if (difference <= problem.Order.Tolerance)
                    continue;
                if (problem.Order.Mode == OrderMode.Strict)
                    return null;
                if (problem.Order.Mode == OrderMode.Penalty)
                    penalty += problem.Order.Penalty * difference / 100;
            }
        }

        var outcomes = new List<double>();
        var broken = 0;
        for (var replication = 0; replication < problem.Replications; replication++)
        {
            var balance = (decimal)problem.Cash.OpeningMinorUnits;
            var breaks = false;
            var value = 0.0;
            for (var week = 0; week < problem.Weeks; week++)
            {
                balance += problem.Cash.InflowAt(week);
                foreach (var region in opened.Where(region => starts[region] <= week))
                {
                    var cash = problem.Regions[region].Outlook.Levels[levels[region]].NetCashMinorUnits[(replication * problem.Weeks) + week - starts[region]];
                    balance += cash;
                    value += cash / Math.Pow(1 + problem.Objective.DiscountPerWeek, week);
                }

                breaks |= balance < problem.Cash.LimitMinorUnits;
            }

            broken += breaks ? 1 : 0;
            if (problem.Objective.Goal == ExpansionGoal.WeeksToLeadership)
            {
                value = 0;
                for (var region = 0; region < starts.Length; region++)
                {
                    var age = starts[region] < 0 ? int.MaxValue : problem.Regions[region].Outlook.Levels[levels[region]].LeadershipAges[replication];
                    value -= 1000 * problem.Regions[region].Weight * (age == int.MaxValue ? problem.Weeks : Math.Min(problem.Weeks, starts[region] + age));
                }
            }

            outcomes.Add(value);
        }

        if (problem.Replications - broken < (problem.Cash.Confidence * problem.Replications) - 1e-9)
            return null;
        outcomes.Sort();
        var tail = (1 - problem.Objective.RiskLevel) * outcomes.Count;
        var worst = 0.0;
        for (var rank = 0; rank < outcomes.Count; rank++)
            worst += outcomes[rank] * Math.Clamp(tail - rank, 0, 1);
        return ((1 - problem.Objective.RiskWeight) * outcomes.Average()) + (problem.Objective.RiskWeight * worst / tail) - penalty;
    }
}
