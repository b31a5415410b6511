namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>The people and vehicles of a level of staffing in a region.</summary>
/// <param name="Ratio">Reps over what the template's cadence needs here.</param>
internal readonly record struct Team(string Level, int Reps, int Vehicles, double Ratio)
{
    /// <summary>One of each size, the smallest first: in a small region levels may come to the same people, and the one nearest to the template gives the name.</summary>
    public static IEnumerable<Team> Of(ForecastRequest request) => request.Levels
        .OrderBy(level => Math.Abs(level.Ratio - 1))
        .Select(level => (level.Ratio, Team: Of(request, level)))
        .DistinctBy(entry => (entry.Team.Reps, entry.Team.Vehicles))
        .OrderBy(entry => entry.Ratio)
        .Select(entry => entry.Team);

    private static Team Of(ForecastRequest request, StaffingLevel level)
    {
        var needed = request.Fit.Reps;
        var reps = needed > 0 ? Math.Max(1, (int)Math.Round(needed * level.Ratio)) : 0;
        return new Team(level.Name, reps, (int)Math.Ceiling((request.Fit.Vehicles * level.Ratio) - 1e-9), needed > 0 ? reps / (double)needed : 1);
    }
}
