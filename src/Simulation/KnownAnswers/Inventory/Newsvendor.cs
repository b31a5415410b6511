using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>The single-period stock under normal demand (报童模型).</summary>
/// <remarks>
/// P(D at most S) = p / (p + h); the cost at the optimum is (p + h) sigma phi(z). Source: Arrow, Harris, Marschak 1951; Snyder and Shen,
/// "Fundamentals of Supply Chain Theory", section 4.3.
/// </remarks>
public static class Newsvendor
{
    /// <param name="holding">Cost of a unit left over.</param>
    /// <param name="shortage">Cost of a unit short.</param>
    public static (double Stock, double Cost) Optimum(double mean, double standardDeviation, double holding, double shortage)
    {
        var z = NormalDistribution.Quantile(shortage / (shortage + holding));
        return (mean + (z * standardDeviation), (shortage + holding) * standardDeviation * NormalDistribution.Density(z));
    }
}
