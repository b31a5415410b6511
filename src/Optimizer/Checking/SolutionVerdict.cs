namespace Territory.Optimizer.Checking;

/// <summary>What the checker found. Cost and distance are in the instance's own unit.</summary>
public sealed record SolutionVerdict(bool Feasible, double Cost, double Distance, int Routes, IReadOnlyList<RuleViolation> Violations);
