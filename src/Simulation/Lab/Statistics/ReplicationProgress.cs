namespace Territory.Simulation.Lab.Statistics;

/// <summary>How far the replications are.</summary>
/// <param name="Planned">At most.</param>
/// <param name="Intervals">Of every figure, over those that happen to be finished.</param>
public sealed record ReplicationProgress(int Finished, int Failed, int Planned, IReadOnlyList<ConfidenceInterval> Intervals);
