namespace Territory.Simulation.Expansion.Waves;

/// <summary>Every level and week in which a region may start, the best first by the mean under given weights of the replications.</summary>
internal sealed class StartChoices
{
    private readonly StartChoice[][] choices;

    public StartChoices(ExpansionProblem problem, ValueTable table, ReadOnlySpan<double> weights)
    {
        choices = new StartChoice[problem.Regions.Count][];
        for (var region = 0; region < choices.Length; region++)
        {
            var candidate = problem.Regions[region];
            var last = Math.Min(candidate.LatestWeek ?? (problem.Weeks - 1), problem.Weeks - 1);
            var found = new List<StartChoice>();
            for (var level = 0; level < candidate.Outlook.Levels.Count; level++)
            {
                for (var start = candidate.EarliestWeek; start <= last; start++)
                    found.Add(new StartChoice(level, start, table.Mean(region, level, start, weights)));
            }

            found.Sort(StartChoice.BestFirst);
            choices[region] = [.. found];
        }
    }

    public StartChoice[] this[int region] => choices[region];

    /// <summary>What the best start of a region is worth over not opening it; 0 where it is worth nothing.</summary>
    public double BestGain(int region, ValueTable table) => choices[region].Length == 0 ? 0 : Math.Max(0, choices[region][0].Value - table.NotOpened[region]);
}
