using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Finds the next terminal whose day has come.</summary>
internal static class DueScan
{
    /// <summary>The first index from <paramref name="from"/> on and before <paramref name="to"/> whose day is not after today, or <paramref name="to"/>.</summary>
    public static int Next(int[] due, int from, int to, int today)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(due);
        var limit = Vector256.Create(today);
        for (; from <= to - Vector256<int>.Count; from += Vector256<int>.Count)
        {
            var found = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)from), limit).ExtractMostSignificantBits();
            if (found != 0)
                return from + BitOperations.TrailingZeroCount(found);
        }

        while (from < to && due[from] > today)
            from++;
        return from;
    }
}
