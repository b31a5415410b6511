namespace Territory.Simulation.Lab.Statistics;

/// <summary>A finished replication.</summary>
/// <param name="Number">From 0; <paramref name="Seed"/> follows from it.</param>
/// <param name="Figures">Of an antithetic pair their means.</param>
public sealed record Replication(int Number, ulong Seed, IReadOnlyList<double> Figures);
