namespace Territory.Simulation.Expansion.Waves;

/// <summary>How good a plan is: first the required regions it lacks, then its objective.</summary>
internal readonly record struct WaveScore(int Missing, double Objective)
{
    public bool IsBetterThan(WaveScore other) => Missing != other.Missing ? Missing < other.Missing : Objective > other.Objective;
}
