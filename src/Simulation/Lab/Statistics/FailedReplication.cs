namespace Territory.Simulation.Lab.Statistics;

/// <summary>A replication that gave no figures; its seed runs it again alone.</summary>
/// <param name="Antithetic">Whether it was the second run of its pair that failed.</param>
/// <param name="Error">What was thrown, or which figure was no number.</param>
public sealed record FailedReplication(int Number, ulong Seed, bool Antithetic, string Error);
