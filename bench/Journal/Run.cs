namespace Territory.Journal.Benchmarks;

/// <summary>One round: each contender's rate and cost, and the mean batch size that came about in the journal.</summary>
internal sealed record Run(Measure Raw, Measure RawState, Measure RawFacts, Measure Journal, Measure Projected, double MeanBatch);
