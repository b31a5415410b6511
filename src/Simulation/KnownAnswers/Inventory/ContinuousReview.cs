namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Stock watched all the time under Poisson demand, a constant lead time and backorders: the best (r, Q) policy (连续盘点 (r,Q) 策略).</summary>
/// <remarks>
/// Algorithm: the stock position is uniform on r + 1 ... r + Q, so that c(r, Q) = [K lambda + sum of G over it] / Q. The best set of Q positions
/// is that of the Q least values of the convex G: it grows from the minimiser of G by the cheaper neighbour as long as that is below the cost.
/// Complexity: linear in Q. Source: Federgruen and Zheng: "An efficient algorithm for computing an optimal (r, Q) policy in continuous review
/// stochastic inventory systems", Operations Research 40, 1992.
/// </remarks>
/// <param name="rate">lambda, units asked for in a unit of time.</param>
/// <param name="leadTime">Units of time until an order is there.</param>
/// <param name="holding">h, of a unit for a unit of time.</param>
/// <param name="shortage">p, of a unit short for a unit of time.</param>
/// <param name="setup">K, of an order.</param>
public sealed class ContinuousReview(double rate, double leadTime, double holding, double shortage, double setup)
{
    private readonly StockCost stock = new(new PoissonLaw(rate * leadTime), holding, shortage);

    public double Cost(int reorderPoint, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        var sum = setup * rate;
        for (var y = reorderPoint + 1; y <= reorderPoint + quantity; y++)
            sum += stock.At(y);
        return sum / quantity;
    }

    public ReorderQuantity Optimum()
    {
        var low = stock.Best;
        var high = low;
        var sum = (setup * rate) + stock.At(low);
        while (true)
        {
            var cost = sum / (high - low + 1);
            var below = stock.At(low - 1);
            var above = stock.At(high + 1);
            if (Math.Min(below, above) >= cost)
                return new ReorderQuantity(low - 1, high - low + 1, cost);
            sum += Math.Min(below, above);
            if (below <= above)
                low--;
            else
                high++;
        }
    }
}
