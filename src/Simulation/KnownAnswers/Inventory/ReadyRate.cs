using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>The share of time with stock on hand under a base-stock policy with backorders and Poisson demand.</summary>
/// <remarks>P(demand of a lead time at most S - 1). Source: Palm's theorem; Axsäter, "Inventory Control".</remarks>
public static class ReadyRate
{
    public static double Of(double leadTimeDemand, int baseStock)
    {
        var probability = SharedMath.Exp(-leadTimeDemand);
        var sum = 0.0;
        for (var k = 0; k < baseStock; k++)
        {
            sum += probability;
            probability = probability * leadTimeDemand / (k + 1);
        }

        return sum;
    }
}
