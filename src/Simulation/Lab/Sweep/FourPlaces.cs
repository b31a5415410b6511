using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Four places of a strip that need not be neighbours.</summary>
internal readonly ref struct FourPlaces(ref int first)
{
    private readonly int a = first;
    private readonly int b = Unsafe.Add(ref first, 1);
    private readonly int c = Unsafe.Add(ref first, 2);
    private readonly int d = Unsafe.Add(ref first, 3);

    public Vector256<double> Of(ReadOnlySpan<double> column) => Vector256.Create(column[a], column[b], column[c], column[d]);

    /// <summary>The uniforms of 32 bits each, two words a place.</summary>
    public Vector256<double> Uniforms(ref uint words)
    {
        var bits = Vector256.Create(
            (ulong)Unsafe.Add(ref words, a * 2), Unsafe.Add(ref words, b * 2), Unsafe.Add(ref words, c * 2), Unsafe.Add(ref words, d * 2));
        // The bits of 2^52 with a whole number below 2^32 in the last places are 2^52 plus that number.
        var shifted = (bits | Vector256.Create(0x4330_0000_0000_0000UL)).AsDouble();
        return ((shifted - Vector256.Create(4503599627370496.0)) + Vector256.Create(0.5)) * Vector256.Create(1.0 / 4294967296.0);
    }

    public void Store(Vector256<double> counts, ref ushort count, int apart)
    {
        Unsafe.Add(ref count, a * apart) = (ushort)counts[0];
        Unsafe.Add(ref count, b * apart) = (ushort)counts[1];
        Unsafe.Add(ref count, c * apart) = (ushort)counts[2];
        Unsafe.Add(ref count, d * apart) = (ushort)counts[3];
    }
}
