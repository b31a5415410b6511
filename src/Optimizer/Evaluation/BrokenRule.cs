namespace Territory.Optimizer.Evaluation;

/// <summary>A rule broken along a walk.</summary>
/// <param name="Location">The location of the stop; -1 where the rule is about the route.</param>
/// <param name="Amount">By how much, in the unit that <see cref="Evaluation.Rule"/> says.</param>
/// <param name="Limit">What is allowed, in the same unit: of a point of time, the time since the first departure allowed.</param>
internal readonly record struct BrokenRule(Rule Rule, int Location, long Amount, long Limit);
