using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How many units consumers ask for in a day of a given mean (需求分布): Poisson, or negative binomial where days differ more.</summary>
/// <remarks>
/// Poisson: P(0) = exp(-m), P(k) = P(k-1) m/k. Negative binomial of size r, variance m + m²/r: P(0) = (1 + m/r)^-r,
/// P(k) = P(k-1) (a + b/k) with a = m/(r+m), b = (r-1) a. Both are Panjer's recursion, and the count is the smallest k whose cumulative
/// probability reaches u: it never falls when the mean or u rises, so that common and antithetic draws stay so.
/// Above a mean of 512 the Poisson count is the Cornish-Fisher quantile, and the negative binomial one that of a mean of 512 scaled up.
/// Complexity: count + 1 steps. Source: Panjer: "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12, 1981.
/// </remarks>
public readonly struct DemandLaw
{
    /// <summary>More than this is never asked for at one terminal of one product in one day.</summary>
    public const int Most = ushort.MaxValue;

    internal const double LargestInverted = 512;

    private DemandLaw(double size) => Size = size;

    /// <summary>r, or 0 for the Poisson law.</summary>
    public double Size { get; }

    public bool IsPoisson => Size == 0;

    public static DemandLaw Poisson => default;

    public static DemandLaw NegativeBinomial(double size) => new(size);

    /// <summary>Uniform on (0, 1) from 32 random bits: the midpoints of 2^32 cells; the complement of the bits gives 1 - u exactly.</summary>
    public static double Uniform(uint bits) => (bits + 0.5) * (1.0 / 4294967296.0);

    public int Count(double u, double mean)
    {
        if (!(mean > 0))
            return 0;
        if (mean > LargestInverted)
            return Large(u, mean);
        var (a, b, probability) = Start(mean);
        var cumulative = probability;
        var count = 0;
        while (u > cumulative && count < Most)
        {
            count++;
            probability *= a + (b * (1.0 / count));
            cumulative += probability;
        }

        return count;
    }

    /// <summary>The probabilities of at most 0, 1, 2 ... units, as <see cref="Count"/> adds them up; the mean is at most 512.</summary>
    internal void Cumulate(double mean, Span<double> probabilities)
    {
        var (a, b, probability) = Start(mean);
        var cumulative = probability;
        for (var count = 0; count < probabilities.Length; count++)
        {
            probabilities[count] = cumulative;
            probability *= a + (b * (1.0 / (count + 1)));
            cumulative += probability;
        }
    }

    /// <summary>Panjer's a and b, and the chance of no unit.</summary>
    private (double A, double B, double None) Start(double mean)
    {
        if (IsPoisson)
            return (0, mean, SharedMath.Exp(-mean));
        var a = mean / (Size + mean);
        return (a, (Size - 1) * a, SharedMath.Exp(-(Size * SharedMath.Log(1 + (mean / Size)))));
    }

    private int Large(double u, double mean)
    {
        if (!IsPoisson)
            return (int)Math.Min(Most, Count(u, LargestInverted) * (mean / LargestInverted));
        var z = NormalDistribution.Quantile(u);
        var quantile = mean + (Math.Sqrt(mean) * z) + (((z * z) - 1) / 6);
        return (int)Math.Min(Most, Math.Max(0, Math.Floor(quantile + 0.5)));
    }
}
