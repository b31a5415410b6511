namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Stock reviewed every period under Poisson demand, backorders and a cost of each order: the best (s, S) policy (定期盘点 (s,S) 策略).</summary>
/// <remarks>
/// Algorithm: the cost of (s, S) is [K + sum over j below S - s of m(j) G(S - j)] / M(S - s) with the renewal density m of demand, m(0) =
/// 1 / (1 - P(D = 0)); the search lets s fall for a fixed S until the cost is no more than G(s), then lets S grow as long as G(S) is below
/// the best cost and s follow it. Complexity: quadratic in S - s.
/// Source: Zheng and Federgruen: "Finding optimal (s, S) policies is about as simple as evaluating a single policy", Operations Research 39, 1991.
/// </remarks>
public sealed class PeriodicReview
{
    private readonly PoissonLaw demand;
    private readonly StockCost stock;
    private readonly double setup;
    private readonly double isAny;
    private readonly List<double> renewals = [];
    private readonly List<double> renewalSums = [0];

    /// <param name="mean">Of a period's demand, above 0.</param>
    /// <param name="setup">K, of an order.</param>
    /// <param name="leadTime">Whole periods until an order is there; 0 serves the demand of its own period.</param>
    public PeriodicReview(double mean, double holding, double shortage, double setup, int leadTime = 0)
    {
        demand = new PoissonLaw(mean);
        stock = new StockCost(leadTime == 0 ? demand : new PoissonLaw(mean * (leadTime + 1)), holding, shortage);
        this.setup = setup;
        isAny = demand.AtLeastOne;
    }

    /// <summary>The long-run cost of a period.</summary>
    public double Cost(int reorderPoint, int orderUpTo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(orderUpTo, reorderPoint);
        var span = orderUpTo - reorderPoint;
        Extend(span);
        var sum = setup;
        for (var j = 0; j < span; j++)
            sum += renewals[j] * stock.At(orderUpTo - j);
        return sum / renewalSums[span];
    }

    public ReorderPolicy Optimum()
    {
        var start = stock.Best;
        var s = start - 1;
        while (Cost(s, start) > stock.At(s))
            s--;
        var best = new ReorderPolicy(s, start, Cost(s, start));
        for (var orderUpTo = start + 1; stock.At(orderUpTo) <= best.Cost; orderUpTo++)
        {
            if (Cost(s, orderUpTo) >= best.Cost)
                continue;
            while (Cost(s, orderUpTo) <= stock.At(s + 1))
                s++;
            best = new ReorderPolicy(s, orderUpTo, Cost(s, orderUpTo));
        }

        return best;
    }

    /// <summary>Makes m and its sums known for all numbers below <paramref name="span"/>.</summary>
    private void Extend(int span)
    {
        while (renewals.Count < span)
        {
            var j = renewals.Count;
            var sum = j == 0 ? 1.0 : 0;
            for (var d = 1; d <= Math.Min(j, demand.Last); d++)
                sum += demand.Probability(d) * renewals[j - d];
            renewals.Add(sum / isAny);
            renewalSums.Add(renewalSums[^1] + renewals[^1]);
        }
    }
}
