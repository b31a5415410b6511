namespace Territory.Roads.Matching;

/// <summary>What became of a fix, and where it lies if it was matched.</summary>
/// <param name="Part">Index of the part it belongs to; -1 when it was not matched.</param>
public readonly record struct MatchedFix(FixOutcome Outcome, MatchedPlace? Place, int Part);
