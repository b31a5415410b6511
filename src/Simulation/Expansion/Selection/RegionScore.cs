namespace Territory.Simulation.Expansion.Selection;

/// <summary>A region on the scorecard.</summary>
/// <param name="Score">The weighted mean of the scores there are, 0 to 100.</param>
/// <param name="WeightKnown">The share of all weight that has a score; below 1 data are missing.</param>
/// <param name="Rank">From 1, the best first.</param>
public sealed record RegionScore(string Region, double Score, double WeightKnown, int Rank, IReadOnlyList<CriterionScore> Criteria);
