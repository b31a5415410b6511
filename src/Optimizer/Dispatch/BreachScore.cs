using Territory.Model.Dispatch;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Dispatch;

/// <summary>How bad a vehicle's day is: what it breaks beyond allowances, rule by rule from the hardest, then what it costs.</summary>
internal sealed class BreachScore
{
    private readonly long[] figures = new long[BreachOrder.Count + 1];

    public BreachScore(IEnumerable<PlanBreach> breaches, Money cost)
    {
        foreach (var breach in breaches)
            figures[BreachOrder.RankOf(breach.Rule)] += breach.IsAllowed ? 0 : breach.Amount;
        figures[^1] = cost.MinorUnits;
    }

    /// <summary>Negative where the first is better.</summary>
    public static int Compare(BreachScore a, BreachScore b) => a.figures.AsSpan().SequenceCompareTo(b.figures);
}
