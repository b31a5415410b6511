using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Randomness;

/// <summary>Standard normal draws.</summary>
/// <remarks>
/// Algorithm: Marsaglia's polar method; one of the two values is used, so that a draw never depends on an earlier one.
/// Complexity: 1.27 pairs of uniforms on average. Source: Marsaglia and Bray 1964.
/// </remarks>
public static class Normal
{
    public static double Sample(ref Draw draw)
    {
        while (true)
        {
            var u = (2 * draw.NextUniform()) - 1;
            var v = (2 * draw.NextUniform()) - 1;
            var square = (u * u) + (v * v);
            if (square is < 1 and > 0)
                return u * Math.Sqrt(-2 * SharedMath.Log(square) / square);
        }
    }
}
