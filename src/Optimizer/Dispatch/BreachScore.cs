using Territory.Model.Dispatch;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Dispatch;

/// <summary>How bad a vehicle's day is: what it breaks beyond allowances, rule by rule from the hardest, then what it costs.</summary>
internal sealed class BreachScore : IComparable<BreachScore>
{
    private readonly long[] figures;

    private BreachScore(long[] figures) => this.figures = figures;

    public static BreachScore Of(TimedRoute route) => AtLeast(route.Breaches, route.Route.Cost);

    /// <summary>No day of this vehicle on these trips can be better.</summary>
    /// <param name="breaches">Those that its stops break whenever it leaves.</param>
    public static BreachScore AtLeast(IEnumerable<PlanBreach> breaches, Money cost)
    {
        var figures = new long[BreachOrder.Count + 1];
        foreach (var breach in breaches)
            figures[BreachOrder.RankOf(breach.Rule)] += breach.IsAllowed ? 0 : breach.Amount;
        figures[^1] = cost.MinorUnits;
        return new BreachScore(figures);
    }

    public int CompareTo(BreachScore? other) => other is null ? 1 : figures.AsSpan().SequenceCompareTo(other.figures);
}
