namespace Territory.Optimizer.Checking;

/// <summary>A broken rule.</summary>
/// <param name="Rule">"capacity", "window", "return", "duration", "depot", "twice", "missing", "unknown", "vehicles".</param>
/// <param name="Route">The route, from 1; null when the rule is about the whole solution.</param>
/// <param name="Stop">The stop's number in the instance; null when the rule is about the whole route. Of "vehicles", the depot's where there are several.</param>
/// <param name="By">By how much, in the instance's own unit.</param>
public sealed record RuleViolation(string Rule, int? Route, int? Stop, double By);
