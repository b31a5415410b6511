namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>The share of time with stock on hand under a base-stock policy with backorders and Poisson demand.</summary>
/// <remarks>P(demand of a lead time at most S - 1). Source: Palm's theorem; Axsäter, "Inventory Control".</remarks>
public static class ReadyRate
{
    public static double Of(double leadTimeDemand, int baseStock) => new PoissonLaw(leadTimeDemand).AtMost(baseStock - 1);
}
