using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Philox4x32-10 for eight counters at a time: the same bits as <see cref="Randomness.Philox4x32"/>.</summary>
/// <remarks>
/// A word is the lower half of a 64-bit lane. The upper half may hold anything, because the multiplication reads only the lower.
/// Complexity: about 100 instructions for 32 words. Source: Salmon, Moraes, Dror, Shaw 2011.
/// </remarks>
internal readonly struct PhiloxLanes
{
    private const int Rounds = 10;

    /// <summary>The first word of each counter in the lower half of its lane, the second in the upper; then the third and the fourth.</summary>
    public readonly Vector512<ulong> First;
    public readonly Vector512<ulong> Second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhiloxLanes(Vector512<ulong> first, Vector512<ulong> second)
    {
        First = first;
        Second = second;
    }

    /// <param name="counter0">The lowest words.</param>
    /// <param name="counter1">The second words.</param>
    /// <param name="entities">The two upper words of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Block(ulong seed, Vector512<ulong> counter0, Vector512<ulong> counter1, Vector512<ulong> entities)
    {
        var multiplier0 = Vector512.Create(0xD2511F53UL);
        var multiplier1 = Vector512.Create(0xCD9E8D57UL);
        var weyl0 = Vector512.Create(0x9E3779B9UL);
        var weyl1 = Vector512.Create(0xBB67AE85UL);
        var key0 = Vector512.Create(seed & uint.MaxValue);
        var key1 = Vector512.Create(seed >> 32);
        var c0 = counter0;
        var c1 = counter1;
        var c2 = entities;
        var c3 = Vector512.ShiftRightLogical(entities, 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Multiply(c0, multiplier0);
            var product1 = Multiply(c2, multiplier1);
            c0 = Vector512.ShiftRightLogical(product1, 32) ^ c1 ^ key0;
            c1 = product1;
            c2 = Vector512.ShiftRightLogical(product0, 32) ^ c3 ^ key1;
            c3 = product0;
            key0 += weyl0;
            key1 += weyl1;
        }

        return new PhiloxLanes(Pairs(c0, c1), Pairs(c2, c3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Pairs(Vector512<ulong> first, Vector512<ulong> second) =>
        (first & Vector512.Create((ulong)uint.MaxValue)) | Vector512.ShiftLeft(second, 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<ulong> a, Vector512<ulong> b)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(a.AsUInt32(), b.AsUInt32());
        return Vector512.Create(Multiply(a.GetLower(), b.GetLower()), Multiply(a.GetUpper(), b.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) => Avx2.IsSupported
        ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32())
        : (a & Vector256.Create((ulong)uint.MaxValue)) * b;
}
