using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Randomness;

/// <summary>Poisson draws.</summary>
/// <remarks>
/// Algorithm: below a mean of 10 inversion by sequential search from one uniform, which is monotone in the mean (common random numbers
/// stay common); from 10 the transformed rejection PTRS.
/// Complexity: mean + 1 steps for inversion; about 1.1 to 1.2 pairs of uniforms for PTRS whatever the mean.
/// Source: Hörmann: "The transformed rejection method for generating Poisson random variables", 1993.
/// </remarks>
public static class Poisson
{
    private const double InversionBelow = 10;

    /// <summary>The largest mean accepted; a hundred million units in one settlement is an error, not a demand.</summary>
    private const double LargestMean = 1e8;

    public static int Sample(ref Draw draw, double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A Poisson mean is between 0 and 1e8.");
        if (mean == 0)
            return 0;
        return mean < InversionBelow ? ByInversion(draw.NextUniform(), mean) : ByTransformedRejection(ref draw, mean);
    }

    private static int ByInversion(double u, double mean)
    {
        var probability = SharedMath.Exp(-mean);
        var k = 0;
        // Past k = 160 the remaining probability of a mean below 10 is under the resolution of u.
        while (u > probability && k < 160)
        {
            u -= probability;
            k++;
            probability = probability * mean / k;
        }

        return k;
    }

    private static int ByTransformedRejection(ref Draw draw, double mean)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var accept = 0.9277 - (3.6224 / (b - 2));
        var logMean = SharedMath.Log(mean);
        while (true)
        {
            var u = draw.NextUniform() - 0.5;
            var v = draw.NextUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= accept)
                return (int)k;
            if (k < 0 || (us < 0.013 && v > us))
                continue;
            var left = SharedMath.Log(v * inverseAlpha / ((a / (us * us)) + b));
            if (left <= (k * logMean) - mean - SharedMath.LogFactorial((int)k))
                return (int)k;
        }
    }
}
