using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Tests.Randomness;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void SplitMix_SeedZero_GivesThePublishedNumbers()
    {
        // The first outputs of splitmix64 from seed 0, as in the reference implementation's test vectors.
        ulong state = 0;

        Xoshiro256.SplitMix(ref state).ShouldBe(0xE220A8397B1DCDAFUL);
        Xoshiro256.SplitMix(ref state).ShouldBe(0x6E789E6AA1B965F4UL);
        Xoshiro256.SplitMix(ref state).ShouldBe(0x06C45D188009454FUL);
    }

    [Fact]
    public void Next_ManyDraws_AreInRangeAndEven()
    {
        var random = new Xoshiro256(42);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
            counts[random.Next(10)]++;

        // Chi-square with 9 degrees of freedom: 27.9 is the 0.1 % point.
        counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0).ShouldBeLessThan(27.9);
    }
}
