using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>The Poisson law in tables: probabilities, distribution function and expected shortage, out to where the rest is below rounding.</summary>
/// <remarks>
/// Algorithm: from the mode outwards by the ratio of neighbours, scaled to a sum of 1, so that no mean underflows.
/// Complexity: some 17 sqrt(mean) + 40 terms.
/// </remarks>
public sealed class PoissonLaw
{
    /// <summary>What a demand may be at most; beyond it units are too small to be meant.</summary>
    public const double LargestMean = 1e6;

    private const double Negligible = 1e-20;

    private readonly int first;
    private readonly double[] probabilities;
    private readonly double[] atMost;

    /// <param name="mean">Within 0 and <see cref="LargestMean"/>.</param>
    public PoissonLaw(double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"A Poisson mean is between 0 and {LargestMean}.");
        Mean = mean;
        var mode = (int)Math.Floor(mean);
        var top = mean > 0 ? SharedMath.Exp((mode * SharedMath.Log(mean)) - mean - SharedMath.LogFactorial(mode)) : 1;
        var below = new List<double>();
        var probability = top;
        for (var k = mode; k > 0 && probability > Negligible; k--)
            below.Add(probability *= k / mean);
        var above = new List<double>();
        probability = top;
        for (var k = mode + 1; mean > 0 && probability > Negligible; k++)
            above.Add(probability *= mean / k);
        first = mode - below.Count;
        below.Reverse();
        probabilities = [.. below, top, .. above];
        var sum = probabilities.Sum();
        atMost = new double[probabilities.Length];
        var cumulative = 0.0;
        for (var index = 0; index < probabilities.Length; index++)
        {
            probabilities[index] /= sum;
            atMost[index] = cumulative += probabilities[index];
        }
    }

    public double Mean { get; }

    /// <summary>The largest number that has a probability worth counting.</summary>
    public int Last => first + probabilities.Length - 1;

    public double Probability(int k) => k < first || k > Last ? 0 : probabilities[k - first];

    /// <summary>P(D at most k).</summary>
    public double AtMost(int k) => k < first ? 0 : k >= Last ? 1 : atMost[k - first];

    /// <summary>P(D at least 1), without the cancellation of 1 - e^-mean.</summary>
    public double AtLeastOne => first > 0 ? 1 : probabilities.Skip(1).Sum();

    /// <summary>E (D - y)+, the units short.</summary>
    public double Shortage(int y)
    {
        if (y <= first)
            return Mean - y;
        // sum over k > y of k p(k) = mean P(D at least y).
        return y > Last ? 0 : Math.Max(0, (Mean * (1 - AtMost(y - 1))) - (y * (1 - AtMost(y))));
    }

    /// <summary>The least number that demand stays within with the given probability.</summary>
    public int Quantile(double probability)
    {
        var index = Array.FindIndex(atMost, value => value >= probability);
        return index < 0 ? Last : first + index;
    }
}
