namespace Territory.Journal.Benchmarks;

/// <summary>Durable commands per second of one round.</summary>
internal sealed record Run(double Raw, double RawState, double RawFacts, double Journal, double Projected, double MeanBatch);
