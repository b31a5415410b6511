namespace Territory.Optimizer.Evaluation;

/// <summary>A rule that a plan breaks.</summary>
/// <param name="Vehicle">Number of the vehicle; null where the rule is about the plan.</param>
/// <param name="Client">Number of the client; null where the rule is about the whole route.</param>
/// <param name="Amount">By how much, in the unit that <see cref="Evaluation.Rule"/> says.</param>
public sealed record Violation(Rule Rule, int? Vehicle, int? Client, long Amount);
