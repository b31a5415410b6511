namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>A base stock whose unmet demand is lost: Erlang's loss system with units on order as busy lines (失销基准库存).</summary>
/// <remarks>
/// The share lost is Erlang B of S lines and the demand of a lead time, whatever the law of the lead time. B(0) = 1, B(n) = a B(n - 1) /
/// (n + a B(n - 1)). Source: Erlang 1917; Sevastyanov 1957 for any lead-time law; Karush 1957 for stock.
/// </remarks>
/// <param name="leadTimeDemand">a, mean demand of a lead time.</param>
public sealed class LostSalesBaseStock(double leadTimeDemand)
{
    /// <summary>The share of demand that is lost.</summary>
    public double LostShare(int baseStock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(baseStock);
        var lost = 1.0;
        for (var n = 1; n <= baseStock; n++)
            lost = Next(lost, n);
        return lost;
    }

    /// <summary>Mean units on the shelf: the base stock less the mean number on order.</summary>
    public double OnHand(int baseStock) => baseStock - (leadTimeDemand * (1 - LostShare(baseStock)));

    /// <summary>The base stock of least cost, and its cost of a unit of time.</summary>
    /// <param name="rate">Units asked for in a unit of time.</param>
    /// <param name="holding">Of a unit for a unit of time.</param>
    /// <param name="shortage">Of a unit lost.</param>
    public (int BaseStock, double Cost) Optimum(double rate, double holding, double shortage)
    {
        // The cost is convex: each further unit loses less demand than the one before (Messerli 1972).
        var lost = 1.0;
        var cost = shortage * rate;
        for (var n = 1; ; n++)
        {
            lost = Next(lost, n);
            var next = (holding * (n - (leadTimeDemand * (1 - lost)))) + (shortage * rate * lost);
            if (next >= cost)
                return (n - 1, cost);
            cost = next;
        }
    }

    private double Next(double lost, int n) => leadTimeDemand * lost / (n + (leadTimeDemand * lost));
}
