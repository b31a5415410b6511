namespace Territory.Optimizer.Routing;

/// <summary>The price of uneven work: for each vehicle <paramref name="Weight"/> times the square of its figure counted in <paramref name="Unit"/>.</summary>
/// <remarks>
/// For a given total the sum of squares is least where all vehicles have the same, and it is a sum over vehicles, so that a route is priced without looking at the others.
/// </remarks>
public sealed record BalanceRule(BalancedFigure Figure, long Unit, long Weight)
{
    public long CostOf(long amount) => (long)((Int128)Weight * amount * amount / ((Int128)Unit * Unit));
}
