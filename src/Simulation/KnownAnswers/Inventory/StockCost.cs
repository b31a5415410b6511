namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Expected holding and shortage cost of a period (or of a unit of time) that ends with y less Poisson demand on the shelf.</summary>
/// <remarks>G(y) = h E (y - D)+ + p E (D - y)+, convex in y.</remarks>
/// <param name="demand">Demand over the time in which nothing ordered now can arrive.</param>
/// <param name="holding">h, of a unit left.</param>
/// <param name="shortage">p, of a unit short.</param>
public sealed class StockCost(PoissonLaw demand, double holding, double shortage)
{
    public PoissonLaw Demand => demand;

    /// <summary>The least minimiser of G.</summary>
    public int Best { get; } = demand.Quantile(shortage / (shortage + holding));

    public double At(int y) => (holding * (y - demand.Mean)) + ((holding + shortage) * demand.Shortage(y));
}
