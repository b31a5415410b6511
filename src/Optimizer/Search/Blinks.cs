using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Search;

/// <summary>Decides which places an insertion overlooks, with several draws from each random number.</summary>
/// <param name="bits">One place in two to this power is overlooked.</param>
internal sealed class Blinks(int bits)
{
    /// <summary>One in 128.</summary>
    public const int Usual = 7;

    /// <summary>One in four.</summary>
    public const int Loose = 2;

    private ulong drawn;
    private int left;

    public bool Next(Xoshiro256 random)
    {
        if (left == 0)
        {
            drawn = random.NextUInt64();
            left = 64 / bits;
        }

        var blinks = (drawn & ((1UL << bits) - 1)) == 0;
        drawn >>= bits;
        left--;
        return blinks;
    }
}
