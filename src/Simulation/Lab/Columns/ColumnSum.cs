using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Columns;

/// <summary>Sums of columns in whole numbers.</summary>
internal static class ColumnSum
{
    /// <summary>Values added to a 32-bit lane before it is emptied: no lane can overflow.</summary>
    private const int Stretch = 32_768 * 16;

    public static long Of(ReadOnlySpan<ushort> column)
    {
        long total = 0;
        for (; column.Length >= Vector256<ushort>.Count; column = column[Math.Min(column.Length, Stretch)..])
        {
            var part = column[..(Math.Min(column.Length, Stretch) & ~(Vector256<ushort>.Count - 1))];
            var sum = Vector256<uint>.Zero;
            ref var first = ref MemoryMarshal.GetReference(part);
            for (var index = 0; index < part.Length; index += Vector256<ushort>.Count)
            {
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)index));
                sum += low + high;
            }

            var (lower, upper) = Vector256.Widen(sum);
            total += (long)Vector256.Sum(lower + upper);
            if (part.Length < Stretch)
            {
                column = column[part.Length..];
                break;
            }
        }

        foreach (var value in column)
            total += value;
        return total;
    }
}
