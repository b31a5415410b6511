using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Search;

/// <summary>Draws of -ln(u), u uniform on (0, 1), from a table of 4,096 values rounded to 2^-20, so that no machine's logarithm decides a search.</summary>
internal static class LogTable
{
    private const int Bits = 12;
    private static readonly double[] Values = Build();

    public static double NegativeLog(Xoshiro256 random) => Values[random.NextUInt64() >> (64 - Bits)];

    private static double[] Build()
    {
        var values = new double[1 << Bits];
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Round(-Math.Log((i + 0.5) / values.Length) * (1 << 20)) / (1 << 20);
        return values;
    }
}
