using Territory.Simulation.Expansion.Outlooks;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>Turns a finished search into a plan with its curves and reasons.</summary>
internal sealed class PlanReport(ExpansionProblem problem, ValueTable table, WaveState state)
{
    private static readonly IReadOnlyDictionary<WaveConstraint, int> NothingBlocked = new Dictionary<WaveConstraint, int>();

    private readonly double[] equal = [.. Enumerable.Repeat(1.0 / problem.Replications, problem.Replications)];
    private readonly long[] scratch = new long[problem.Replications];

    public ExpansionPlan Create(WaveScore score, double bound, long iterations, long seed) => new()
    {
        Starts = Starts(),
        LeftOut = LeftOut(),
        Objective = score.Objective,
        Bound = bound,
        OrderPenalty = state.OrderPenalty(),
        Value = ValueOf(state.Values),
        Cash = [.. Enumerable.Range(0, problem.Weeks).Select(week => Band(week, replication => state.CashOf(replication)[week]))],
        CashKept = Enumerable.Range(0, problem.Replications).Count(KeepsLimit) / (double)problem.Replications,
        Coverage = Coverage(),
        FreeReps = [.. state.FreeReps],
        FreeVehicles = [.. state.FreeVehicles],
        MissingRequired = [.. problem.Regions.Where((region, index) => region.Required && !state.IsOpened(index)).Select(region => region.Id)],
        Iterations = iterations,
        Seed = seed,
    };

    private bool KeepsLimit(int replication) => state.CashOf(replication).IndexOfAnyInRange(long.MinValue, problem.Cash.LimitMinorUnits - 1) < 0;

    private List<PlannedStart> Starts()
    {
        var starts = new List<PlannedStart>();
        var wave = 0;
        var waveStart = 0;
        foreach (var region in Opened().OrderBy(region => state.Starts[region]).ThenBy(region => problem.Regions[region].Id, StringComparer.Ordinal))
        {
            var week = state.Starts[region];
            if (wave == 0 || week >= waveStart + problem.LaunchWeeks)
                (wave, waveStart) = (wave + 1, week);
            var candidate = problem.Regions[region];
            var outlook = candidate.Outlook.Levels[state.Levels[region]];
            var leading = Enumerable.Range(0, problem.Replications).Select(outlook.LeadershipAge).Where(age => age < problem.Weeks - week).ToList();
            starts.Add(new PlannedStart(
                candidate.Id, week, wave, outlook.Level, outlook.Reps, outlook.Vehicles, outlook.StaffingRatio,
                table.Mean(region, state.Levels[region], week, equal),
                leading.Count == 0 ? null : leading.Average(), leading.Count / (double)problem.Replications, candidate.OrderOverride));
        }

        return starts;
    }

    private List<LeftOutRegion> LeftOut()
    {
        var choices = new StartChoices(problem, table, equal);
        var leftOut = new List<LeftOutRegion>();
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            if (!state.IsOpened(region))
                leftOut.Add(WhyNot(region, choices[region]));
        }

        return leftOut;
    }

    private LeftOutRegion WhyNot(int region, StartChoice[] choices)
    {
        var id = problem.Regions[region].Id;
        var worth = choices.Length == 0 ? (double?)null : choices[0].Value - table.NotOpened[region];
        if (worth is not > 0)
            return new LeftOutRegion(id, LeftOutReason.DoesNotPay, worth, WaveConstraint.None, choices.Length == 0 ? null : choices[0].Start, NothingBlocked);
        var paying = choices.TakeWhile(choice => choice.Value > table.NotOpened[region])
            .Select(choice => (choice.Start, Obstacle: state.Obstacle(region, choice.Level, choice.Start))).ToList();
        var free = paying.FindIndex(start => start.Obstacle == WaveConstraint.None);
        if (free >= 0)
            return new LeftOutRegion(id, LeftOutReason.WorsensPlan, worth, WaveConstraint.None, paying[free].Start, NothingBlocked);
        var blocked = paying.CountBy(start => start.Obstacle).ToDictionary();
        var constraint = blocked.MaxBy(entry => (entry.Value, -(int)entry.Key)).Key;
        return new LeftOutRegion(id, LeftOutReason.Limit, worth, constraint, paying.Find(start => start.Obstacle == constraint).Start, blocked);
    }

    private List<WeekBand> Coverage()
    {
        var terminals = Math.Max(1, problem.Regions.Sum(region => region.Terminals));
        var handling = new double[problem.Replications * problem.Weeks];
        foreach (var region in Opened())
        {
            var outlook = problem.Regions[region].Outlook.Levels[state.Levels[region]];
            if (outlook.Handling.Length > 0)
                AddHandling(handling, outlook, state.Starts[region]);
        }

        return [.. Enumerable.Range(0, problem.Weeks).Select(week => Band(week, replication => handling[(replication * problem.Weeks) + week] / terminals))];
    }

    private void AddHandling(double[] handling, StaffingOutlook outlook, int start)
    {
        for (var replication = 0; replication < problem.Replications; replication++)
        {
            for (var week = start; week < problem.Weeks; week++)
                handling[(replication * problem.Weeks) + week] += outlook.Handling[(replication * problem.Weeks) + week - start];
        }
    }

    private IEnumerable<int> Opened() => Enumerable.Range(0, problem.Regions.Count).Where(state.IsOpened);

    private ValueBand ValueOf(long[] values)
    {
        var sorted = values.Order().ToArray();
        return new ValueBand(TailRisk.Mean(values), sorted[Rank(0.05)], sorted[Rank(0.95)], TailRisk.Worst(values, problem.Objective.RiskLevel, scratch));
    }

    private WeekBand Band(int week, Func<int, double> figure)
    {
        var figures = Enumerable.Range(0, problem.Replications).Select(figure).ToArray();
        var mean = figures.Average();
        Array.Sort(figures);
        return new WeekBand(week, mean, figures[Rank(0.05)], figures[Rank(0.95)]);
    }

    private int Rank(double share) => Math.Clamp((int)Math.Round(share * (problem.Replications - 1)), 0, problem.Replications - 1);
}
