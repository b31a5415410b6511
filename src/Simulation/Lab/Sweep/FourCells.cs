using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Four neighbouring cells of a 16-bit column as whole numbers.</summary>
internal static class FourCells
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load(ref ushort column, int first) => Widen(Word(ref column, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref ushort column, int first, Vector128<int> four) =>
        Word(ref column, first) = Vector128.Narrow(four.AsUInt32(), four.AsUInt32()).AsUInt64().ToScalar();

    /// <summary>The four cells as one word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ulong Word(ref ushort column, int first) => ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref column, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Widen(ulong word) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(word).AsUInt16()).AsInt32();

    /// <summary>Whole numbers below 2^31 from their doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> OfCounts(Vector256<double> counts) =>
        Vector128.Narrow(Whole(counts.GetLower()), Whole(counts.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Whole(Vector128<double> counts) =>
        (counts + Vector128.Create(4503599627370496.0)).AsInt64() & Vector128.Create(0x7FFF_FFFFL);
}
