using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What a terminal pulls of a cell's consumers (哈夫模型).</summary>
/// <remarks>P(ij) = A(j)^alpha d(ij)^-lambda / the sum over the terminals k in reach. Source: Huff 1963; domain notes 5.1.</remarks>
public static class HuffRule
{
    public static double Pull(double size, double distance, double sizePower, double distancePower) =>
        SharedMath.Pow(size, sizePower) * SharedMath.Pow(distance, -distancePower);

    /// <summary>The share of each terminal, summed in the order given.</summary>
    public static void Shares(ReadOnlySpan<double> pulls, Span<double> shares)
    {
        var sum = 0.0;
        foreach (var pull in pulls)
            sum += pull;
        for (var index = 0; index < pulls.Length; index++)
            shares[index] = pulls[index] / sum;
    }
}
