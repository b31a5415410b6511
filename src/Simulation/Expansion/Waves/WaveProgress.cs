namespace Territory.Simulation.Expansion.Waves;

/// <summary>A better plan was found.</summary>
/// <param name="Objective">In the units of the objective: minor units of money, or thousandths of a week (negative).</param>
public readonly record struct WaveProgress(long Iterations, double Objective);
