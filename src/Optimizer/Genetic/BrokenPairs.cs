using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>How many neighbouring pairs of one solution the other does not have.</summary>
/// <remarks>Complexity: O(clients). Source: Prins (2009); Vidal (2022), with direction where the way back is another one.</remarks>
internal static class BrokenPairs
{
    public static int Between(ProblemData data, Individual a, Individual b, bool withDirection)
    {
        var client = data.DepotCount;
        var broken = Vector256<int>.Zero;
        for (; client + Vector256<int>.Count <= data.LocationCount; client += Vector256<int>.Count)
            broken += Count(Load(a.Next, client), Load(a.Previous, client), Load(b.Next, client), Load(b.Previous, client), withDirection);
        return Vector256.Sum(broken) + OneByOne(data, a, b, withDirection, client);
    }

    /// <summary>The scalar twin, from a client on.</summary>
    public static int OneByOne(ProblemData data, Individual a, Individual b, bool withDirection, int from)
    {
        var broken = 0;
        for (var client = from; client < data.LocationCount; client++)
        {
            var next = a.Next[client];
            broken += next != b.Next[client] && (withDirection || next != b.Previous[client]) ? 1 : 0;
            broken += a.Previous[client] < 0 && b.Previous[client] >= 0 && (withDirection || b.Next[client] >= 0) ? 1 : 0;
        }

        return broken;
    }

    private static Vector256<int> Load(int[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    private static Vector256<int> Count(Vector256<int> next, Vector256<int> previous, Vector256<int> otherNext, Vector256<int> otherPrevious, bool withDirection)
    {
        var kept = Vector256.Equals(next, otherNext);
        var begins = Vector256.LessThan(previous, Vector256<int>.Zero) & Vector256.GreaterThanOrEqual(otherPrevious, Vector256<int>.Zero);
        if (!withDirection)
        {
            kept |= Vector256.Equals(next, otherPrevious);
            begins &= Vector256.GreaterThanOrEqual(otherNext, Vector256<int>.Zero);
        }

        // A lane that is true is -1.
        return -(~kept + begins);
    }
}
