namespace Territory.Optimizer.Evaluation;

/// <summary>A plan in full.</summary>
/// <param name="Terms">The cost by what it is paid for, of all routes and of the clients left out.</param>
/// <param name="Violations">Of all routes, and of the plan as a whole.</param>
/// <param name="Unserved">Client numbers; of alternatives all where none is served.</param>
public sealed record PlanReport(IReadOnlyList<RouteReport> Routes, CostTerms Terms, IReadOnlyList<Violation> Violations, IReadOnlyList<int> Unserved)
{
    public long Cost => Terms.Total;

    public bool IsFeasible => Violations.Count == 0;
}
