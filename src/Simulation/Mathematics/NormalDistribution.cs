namespace Territory.Simulation.Mathematics;

/// <summary>The standard normal distribution.</summary>
/// <remarks>
/// Algorithm: the distribution function by Taylor's series about 0 (Marsaglia 2004) up to 6, beyond it by the continued fraction of the tail;
/// the quantile by bisection on it. Accurate to about 1e-15 absolute. Complexity: at most some 120 terms; 60 evaluations for a quantile.
/// Source: Marsaglia: "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004.
/// </remarks>
public static class NormalDistribution
{
    private const double SeriesUpTo = 6;
    private const int FractionDepth = 60;

    private static readonly double InverseRootTwoPi = 1 / Math.Sqrt(2 * Math.PI);

    public static double Density(double z) => InverseRootTwoPi * SharedMath.Exp(-0.5 * z * z);

    public static double Cumulative(double z)
    {
        if (z > SeriesUpTo)
            return 1 - UpperTail(z);
        if (z < -SeriesUpTo)
            return UpperTail(-z);
        var term = z;
        var sum = z;
        for (var odd = 3; Math.Abs(term) > 1e-18 && odd < 400; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return 0.5 + (sum * Density(z));
    }

    /// <param name="probability">Within (0, 1).</param>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability between 0 and 1.");
        var low = -40.0;
        var high = 40.0;
        while (high - low > 1e-14 * Math.Max(1, Math.Abs(low)))
        {
            var middle = 0.5 * (low + high);
            if (middle == low || middle == high)
                break;
            if (Cumulative(middle) < probability)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }

    private static double UpperTail(double z)
    {
        var fraction = z;
        for (var depth = FractionDepth; depth >= 1; depth--)
            fraction = z + (depth / fraction);
        return Density(z) / fraction;
    }
}
