using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Moves a parameter set to one near it: normal, with twice the covariance of the population it comes from.</summary>
/// <remarks>
/// Source: Beaumont, Cornuet, Marin and Robert 2009 for the factor two; Filippi, Barnes, Cornebise and Stumpf: "On optimality of kernels for approximate
/// Bayesian computation using sequential Monte Carlo", 2013, for the whole covariance.
/// </remarks>
internal sealed class PerturbationKernel
{
    private const double LeastShare = 1e-10;

    /// <summary>Lower triangle L with L L' = twice the covariance.</summary>
    private readonly double[,] triangle;
    private readonly int size;

    public PerturbationKernel(IReadOnlyList<Particle> population)
    {
        var covariance = Moments.Covariance([.. population.Select(one => one.Working)], [.. population.Select(one => one.Weight)]);
        size = covariance.GetLength(0);
        triangle = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 2 * covariance[i, j];
                for (var k = 0; k < j; k++)
                    sum -= triangle[i, k] * triangle[j, k];
                // A direction in which the population does not spread keeps a hair of it, so that every density is finite.
                triangle[i, j] = i == j ? Math.Sqrt(Math.Max(sum, (LeastShare * covariance[i, i]) + double.Epsilon)) : sum / triangle[j, j];
            }
        }
    }

    public double[] Move(double[] from, ref Draw draw)
    {
        Span<double> steps = stackalloc double[size];
        for (var index = 0; index < size; index++)
            steps[index] = Normal.Sample(ref draw);
        var moved = new double[size];
        for (var i = 0; i < size; i++)
        {
            moved[i] = from[i];
            for (var j = 0; j <= i; j++)
                moved[i] += triangle[i, j] * steps[j];
        }

        return moved;
    }

    /// <summary>Up to a factor that is the same for all.</summary>
    public double Density(double[] from, double[] to)
    {
        Span<double> steps = stackalloc double[size];
        var square = 0.0;
        for (var i = 0; i < size; i++)
        {
            var rest = to[i] - from[i];
            for (var j = 0; j < i; j++)
                rest -= triangle[i, j] * steps[j];
            steps[i] = rest / triangle[i, i];
            square += steps[i] * steps[i];
        }

        return SharedMath.Exp(-0.5 * square);
    }
}
