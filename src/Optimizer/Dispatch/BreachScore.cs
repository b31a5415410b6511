namespace Territory.Optimizer.Dispatch;

/// <summary>How bad a vehicle's day is: what it breaks beyond allowances, rule by rule from the hardest, then what it costs.</summary>
internal sealed class BreachScore : IComparable<BreachScore>
{
    private readonly long[] figures;

    private BreachScore(long[] figures) => this.figures = figures;

    public static BreachScore Of(TimedRoute route)
    {
        var figures = new long[BreachOrder.Count + 1];
        foreach (var breach in route.Breaches)
            figures[BreachOrder.RankOf(breach.Rule)] += breach.IsAllowed ? 0 : breach.Amount;
        figures[^1] = route.Route.Cost.MinorUnits;
        return new BreachScore(figures);
    }

    public int CompareTo(BreachScore? other) => other is null ? 1 : figures.AsSpan().SequenceCompareTo(other.figures);
}
