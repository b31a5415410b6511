using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Eight places of a strip that need not be neighbours.</summary>
internal readonly ref struct EightPlaces(ref int first)
{
    private readonly ref int first = ref first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Of(ref double column) => Vector512.Create(
        Unsafe.Add(ref column, Place(0)), Unsafe.Add(ref column, Place(1)), Unsafe.Add(ref column, Place(2)), Unsafe.Add(ref column, Place(3)),
        Unsafe.Add(ref column, Place(4)), Unsafe.Add(ref column, Place(5)), Unsafe.Add(ref column, Place(6)), Unsafe.Add(ref column, Place(7)));

    /// <summary>The uniforms of 32 bits each, two words a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Uniforms(ref uint words)
    {
        var bits = Vector512.Create(
            (ulong)Word(ref words, 0), Word(ref words, 1), Word(ref words, 2), Word(ref words, 3), Word(ref words, 4), Word(ref words, 5), Word(ref words, 6), Word(ref words, 7));
        // The bits of 2^52 with a whole number below 2^32 in the last places are 2^52 plus that number.
        var shifted = (bits | Vector512.Create(0x4330_0000_0000_0000UL)).AsDouble();
        return ((shifted - Vector512.Create(4503599627370496.0)) + Vector512.Create(0.5)) * Vector512.Create(1.0 / 4294967296.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<double> counts, ref ushort count, int apart)
    {
        // In the last places of 2^52 plus the count.
        var whole = (counts + Vector512.Create(4503599627370496.0)).AsUInt64();
        for (var index = 0; index < Vector512<ulong>.Count; index++)
            Unsafe.Add(ref count, Place(index) * apart) = (ushort)whole[index];
    }

    private int Place(int index) => Unsafe.Add(ref first, index);

    private uint Word(ref uint words, int index) => Unsafe.Add(ref words, Place(index) * 2);
}
