using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>How far a run of a scenario is.</summary>
/// <param name="Variant">0 is the scenario itself, then its variants.</param>
/// <param name="Variants">How many there are with the scenario itself.</param>
/// <param name="Replications">Of this one; its intervals are of the figures in their order.</param>
public sealed record ScenarioProgress(int Variant, int Variants, string Name, ReplicationProgress Replications);
