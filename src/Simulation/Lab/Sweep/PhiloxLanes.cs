using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Philox4x32-10 for four counters at a time: the same bits as <see cref="Randomness.Philox4x32"/>.</summary>
/// <remarks>
/// A word is the lower half of a 64-bit lane. The upper half may hold anything, because the multiplication reads only the lower.
/// Complexity: about 100 instructions for 16 words. Source: Salmon, Moraes, Dror, Shaw 2011.
/// </remarks>
internal readonly struct PhiloxLanes
{
    private const int Rounds = 10;

    /// <summary>The first word of each counter in the lower half of its lane, the second in the upper; then the third and the fourth.</summary>
    public readonly Vector256<ulong> First;
    public readonly Vector256<ulong> Second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhiloxLanes(Vector256<ulong> first, Vector256<ulong> second)
    {
        First = first;
        Second = second;
    }

    /// <param name="counter0">The lowest words.</param>
    /// <param name="counter1">The second words.</param>
    /// <param name="entities">The two upper words of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Block(ulong seed, Vector256<ulong> counter0, Vector256<ulong> counter1, Vector256<ulong> entities)
    {
        var multiplier0 = Vector256.Create(0xD2511F53UL);
        var multiplier1 = Vector256.Create(0xCD9E8D57UL);
        var c0 = counter0;
        var c1 = counter1;
        var c2 = entities;
        var c3 = Vector256.ShiftRightLogical(entities, 32);
        var key0 = (uint)seed;
        var key1 = (uint)(seed >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Multiply(c0, multiplier0);
            var product1 = Multiply(c2, multiplier1);
            c0 = Vector256.ShiftRightLogical(product1, 32) ^ (c1 ^ Vector256.Create((ulong)key0));
            c1 = product1;
            c2 = Vector256.ShiftRightLogical(product0, 32) ^ (c3 ^ Vector256.Create((ulong)key1));
            c3 = product0;
            unchecked
            {
                key0 += 0x9E3779B9;
                key1 += 0xBB67AE85;
            }
        }

        return new PhiloxLanes(Pairs(c0, c1), Pairs(c2, c3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Pairs(Vector256<ulong> first, Vector256<ulong> second) =>
        (first & Vector256.Create((ulong)uint.MaxValue)) | Vector256.ShiftLeft(second, 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) => Avx2.IsSupported
        ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32())
        : (a & Vector256.Create((ulong)uint.MaxValue)) * b;
}
