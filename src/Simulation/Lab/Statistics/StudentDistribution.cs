using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Statistics;

/// <summary>Student's t distribution.</summary>
/// <remarks>
/// Algorithm: the tail is half of the regularised incomplete beta function I(f / (f + t^2); f/2, 1/2), by its continued fraction in the form that
/// converges; the quantile by bisection on the tail. Accurate to about 1e-12. Complexity: O(sqrt f) steps of the fraction, some 60 of them a quantile.
/// Source: Abramowitz and Stegun 26.5.8, 26.7.1; the fraction evaluated after Lentz (1976).
/// </remarks>
public static class StudentDistribution
{
    private const double Tiny = 1e-300;
    private const int MostSteps = 100_000;

    public static double Cumulative(double t, double degreesOfFreedom) =>
        t < 0 ? UpperTail(-t, degreesOfFreedom) : 1 - UpperTail(t, degreesOfFreedom);

    /// <summary>The probability beyond plus and minus |t|: the p-value of a two-sided test.</summary>
    public static double TwoSided(double t, double degreesOfFreedom) => 2 * UpperTail(Math.Abs(t), degreesOfFreedom);

    /// <param name="probability">Within (0, 1).</param>
    /// <param name="degreesOfFreedom">Above 0, and at most 10 million.</param>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability between 0 and 1.");
        if (probability == 0.5)
            return 0;
        if (probability < 0.5)
            return -UpperQuantile(probability, degreesOfFreedom);
        return UpperQuantile(1 - probability, degreesOfFreedom);
    }

    private static double UpperQuantile(double tail, double degreesOfFreedom)
    {
        var low = 0.0;
        var high = 1.0;
        while (UpperTail(high, degreesOfFreedom) > tail)
            (low, high) = (high, 2 * high);
        while (high - low > 1e-14 * high)
        {
            var middle = 0.5 * (low + high);
            if (middle == low || middle == high)
                break;
            if (UpperTail(middle, degreesOfFreedom) > tail)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }

    /// <param name="t">At least 0.</param>
    private static double UpperTail(double t, double degreesOfFreedom)
    {
        if (!(degreesOfFreedom is > 0 and <= 1e7))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are above 0 and at most 10 million.");
        if (double.IsPositiveInfinity(t))
            return 0;
        var square = t * t;
        return 0.5 * IncompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square), 0.5 * degreesOfFreedom, 0.5);
    }

    /// <param name="rest">1 - x, given apart because near x = 1 the difference has lost its digits.</param>
    private static double IncompleteBeta(double x, double rest, double a, double b)
    {
        if (rest <= 0)
            return 1;
        if (x <= 0)
            return 0;
        var logFront = LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * SharedMath.Log(x)) + (b * SharedMath.Log(rest));
        var front = SharedMath.Exp(logFront);
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(rest, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var numerator = 1.0;
        var denominator = NotZero(1 - ((a + b) * x / (a + 1)));
        var value = 1 / denominator;
        denominator = value;
        for (var m = 1; m <= MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            denominator = 1 / NotZero(1 + (even * denominator));
            numerator = NotZero(1 + (even / numerator));
            value *= denominator * numerator;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            denominator = 1 / NotZero(1 + (odd * denominator));
            numerator = NotZero(1 + (odd / numerator));
            var step = denominator * numerator;
            value *= step;
            if (Math.Abs(step - 1) < 1e-15)
                break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>ln Gamma(z) for z above 0: raised to at least 16 by the recurrence, then Stirling's series.</summary>
    private static double LogGamma(double z)
    {
        var product = 1.0;
        for (; z < 16; z++)
            product *= z;
        var inverse = 1 / z;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188))))))));
        return ((z - 0.5) * SharedMath.Log(z)) - z + 0.91893853320467274178 + series - SharedMath.Log(product);
    }
}
