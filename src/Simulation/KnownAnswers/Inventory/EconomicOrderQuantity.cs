namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>The lot that balances ordering against holding (经济订货批量).</summary>
/// <remarks>Q = sqrt(2 K lambda / h), cost = sqrt(2 K lambda h). Source: Harris 1913.</remarks>
public static class EconomicOrderQuantity
{
    /// <param name="orderCost">K, of one order.</param>
    /// <param name="holding">h, of a unit for one period.</param>
    /// <param name="demand">lambda, units a period.</param>
    public static (double Quantity, double Cost) Optimum(double orderCost, double holding, double demand) =>
        (Math.Sqrt(2 * orderCost * demand / holding), Math.Sqrt(2 * orderCost * demand * holding));
}
