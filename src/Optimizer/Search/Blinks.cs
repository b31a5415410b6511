using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Search;

/// <summary>Decides which places an insertion overlooks: one in 128, nine draws from each random number.</summary>
internal sealed class Blinks
{
    private const int Bits = 7;

    private ulong drawn;
    private int left;

    public bool Next(Xoshiro256 random)
    {
        if (left == 0)
        {
            drawn = random.NextUInt64();
            left = 64 / Bits;
        }

        var blinks = (drawn & ((1 << Bits) - 1)) == 0;
        drawn >>= Bits;
        left--;
        return blinks;
    }
}
