using System.Runtime.CompilerServices;

namespace Territory.Simulation.Randomness;

/// <summary>The counter-based generator Philox4x32-10: 128 random bits as a pure function of a 128-bit counter and a 64-bit key.</summary>
/// <remarks>
/// Algorithm: ten rounds of a Feistel-like network of two 32 x 32 bit multiplications, the key bumped by Weyl constants each round.
/// Complexity: constant, 20 multiplications a block.
/// Source: Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// </remarks>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PhiloxBlock Block(PhiloxBlock counter, uint key0, uint key1)
    {
        var (c0, c1, c2, c3) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ key0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ key1;
            c3 = (uint)product0;
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
