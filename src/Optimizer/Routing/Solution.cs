namespace Territory.Optimizer.Routing;

/// <summary>Routes that keep every hard rule, and the clients they leave out.</summary>
/// <param name="Unserved">Client numbers in ascending order.</param>
/// <param name="Cost">The objective of <see cref="CostEvaluator"/>.</param>
public sealed record Solution(IReadOnlyList<SolutionRoute> Routes, IReadOnlyList<int> Unserved, long Cost, long Distance, long Duration)
{
    public static Solution Of(ProblemData data, IReadOnlyList<SolutionRoute> routes)
    {
        var served = new bool[data.ClientCount];
        foreach (var client in routes.SelectMany(route => route.Clients))
            served[client] = true;
        var cost = routes.Sum(route => route.Cost) + data.LeaveOutCostOf(served);
        return new Solution(routes, data.Unserved(served), cost, routes.Sum(route => route.Distance), routes.Sum(route => route.Duration));
    }

    public bool Equals(Solution? other) =>
        other is not null && Cost == other.Cost && Routes.SequenceEqual(other.Routes) && Unserved.SequenceEqual(other.Unserved);

    public override int GetHashCode() => HashCode.Combine(Cost, Routes.Count, Unserved.Count);
}
