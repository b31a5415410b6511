using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>What the scenario, or one variant of it, came to.</summary>
/// <param name="Replications">Figures of every replication, those that failed, and why the run ended.</param>
/// <param name="Hashes">Of the state on the last evening, in the order of the replications; two of an antithetic pair.</param>
/// <param name="Against">The paired comparison with the scenario; null for the scenario itself.</param>
public sealed record VariantResult(
    string Name, ReplicationResult Replications, IReadOnlyList<CurveBand> Curves, IReadOnlyList<ulong> Hashes, PairedComparison? Against);
