using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Sweep;

namespace Territory.Simulation.Tests.Lab.Sweep;

/// <summary>What the table decides is what the law says; the law itself is tested against closed forms.</summary>
public sealed class CountTableTests
{
    public static TheoryData<double> Sizes => [0, 0.05, 0.7, 3, 1_000];

    /// <summary>Means anywhere, on the borders of cells and a last bit from them; words anywhere, and at both ends of a bucket.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Look_AnyMeanAndWord_IsTheLawsCountOrOpen(double size)
    {
        var law = LawOf(size);
        var random = new Random(1);
        double[] means = [.. Enumerable.Range(0, 40_000).Select(place => MeanOf(random, place % 5))];
        ulong[] words = [.. means.Select((_, place) => place % 3 == 0 ? BucketEnds(random) : (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        for (var half = 0; half < 2; half++)
        {
            var factor = half == 0 ? 1 : 1 + random.NextDouble();
            var (counts, open) = Look(CountTable.Of(law), means, factor, words, half);
            for (var place = 0; place < means.Length; place++)
            {
                if (!open.Contains(place))
                    ((int)counts[place]).ShouldBe(law.Count(DemandLaw.Uniform((uint)(words[place] >> (32 * half))), means[place] * factor));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Look_UsualMeans_LeavesFewOpen(double size)
    {
        var random = new Random(2);
        double[] means = [.. Enumerable.Range(0, 20_000).Select(_ => 2 * random.NextDouble())];
        ulong[] words = [.. means.Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        Look(CountTable.Of(LawOf(size)), means, 1, words, 0).Open.Count.ShouldBeInRange(1, means.Length / 10);
    }

    private static DemandLaw LawOf(double size) => size == 0 ? DemandLaw.Poisson : DemandLaw.NegativeBinomial(size);

    private static double MeanOf(Random random, int kind)
    {
        var border = BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits((float)Math.Pow(2, (random.NextDouble() * 16) - 10)) >> 17) << 17);
        return kind switch
        {
            0 => 0,
            1 => border,
            2 => Math.BitDecrement((double)border),
            3 => Math.BitIncrement((double)border),
            _ => 20 * random.NextDouble() * random.NextDouble(),
        };
    }

    private static ulong BucketEnds(Random random)
    {
        uint End() => ((uint)random.Next(256) << 24) | (random.Next(2) == 0 ? 0 : 0x00FF_FFFFu);
        return End() | ((ulong)End() << 32);
    }

    private static (ushort[] Counts, HashSet<int> Open) Look(CountTable table, double[] means, double factor, ulong[] words, int half)
    {
        var entries = new int[means.Length];
        var counts = new ushort[means.Length];
        var open = new int[means.Length + 1];
        CountTable.Locate(means, factor, words, half == 0 ? 24 : 56, entries);
        var found = table.Look(entries, ref counts[0], 1, open);
        return (counts, [.. open[..found]]);
    }
}
