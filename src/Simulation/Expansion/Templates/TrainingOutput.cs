namespace Territory.Simulation.Expansion.Templates;

/// <summary>How fast the template trains reps for other regions, and how its copies do in turn (滚动复制).</summary>
/// <param name="RepsPerWeek">Out of the template market itself.</param>
/// <param name="DelayWeeks">Until a new region can train others.</param>
/// <param name="RepsPerRepAndWeek">Trained for others by each rep of a region that can.</param>
public sealed record TrainingOutput(double RepsPerWeek, int DelayWeeks, double RepsPerRepAndWeek)
{
    /// <summary>Reps the template market has trained by the end of a week, counted from 0.</summary>
    public int FromTemplate(int week) => (int)Math.Floor((RepsPerWeek * (week + 1)) + 1e-9);

    /// <summary>Reps a region with so many has trained by so many weeks after its start, in total.</summary>
    public int FromRegion(int reps, int age) => (int)Math.Floor((reps * RepsPerRepAndWeek * Math.Max(0, age - DelayWeeks)) + 1e-9);
}
