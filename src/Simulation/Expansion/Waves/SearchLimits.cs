namespace Territory.Simulation.Expansion.Waves;

/// <summary>How long a plan is searched for; with the problem they decide the result.</summary>
public sealed record SearchLimits(long Seed = 1, long Iterations = SearchLimits.UsualIterations)
{
    public const long UsualIterations = 20_000;
}
