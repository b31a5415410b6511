namespace Territory.Simulation.Expansion.Selection;

/// <summary>A score with what it comes from.</summary>
/// <param name="Figure">The raw figure; null where a block of data is empty, and then there is no score either.</param>
/// <param name="Unit">For example "cases/year", or "0-1".</param>
/// <param name="Formula">How the figure was computed, with its terms.</param>
/// <param name="Terms">The figures that the formula names.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Weight">As given, before criteria without a score are left out.</param>
public sealed record CriterionScore(
    Criterion Criterion, double? Figure, string Unit, string Formula, IReadOnlyDictionary<string, double> Terms, double? Score, double Weight);
