using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Effort;

/// <summary>The best split of a limited effort over accounts with power responses (拜访资源分配).</summary>
/// <remarks>
/// Maximise the sum of a(i) x(i)^beta with the x(i) adding to X: x(i) in proportion to a(i)^(1 / (1 - beta)), from equal marginal returns.
/// </remarks>
public static class EffortSplit
{
    /// <param name="elasticity">beta, within (0, 1).</param>
    public static double[] Of(IReadOnlyList<double> scales, double elasticity, double total)
    {
        if (!(elasticity > 0 && elasticity < 1))
            throw new ArgumentOutOfRangeException(nameof(elasticity), elasticity, "Diminishing returns need an elasticity between 0 and 1.");
        var weights = scales.Select(scale => SharedMath.Pow(scale, 1 / (1 - elasticity))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => total * weight / sum)];
    }
}
