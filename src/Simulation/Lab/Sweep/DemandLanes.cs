using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Counts of a <see cref="DemandLaw"/> for four means at a time: the same operations in the same order, and so the same counts.</summary>
internal static class DemandLanes
{
    private static readonly double[] Inverses = [.. Enumerable.Range(0, 256).Select(count => 1.0 / count)];

    /// <summary>Uniforms from the lower halves of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Uniform(Vector256<ulong> words, Vector256<ulong> flip)
    {
        // The bits of 2^52 with a whole number below 2^32 in the last places are 2^52 plus that number.
        var shifted = ((words ^ flip) | Vector256.Create(0x4330_0000_0000_0000UL)).AsDouble();
        return ((shifted - Vector256.Create(4503599627370496.0)) + Vector256.Create(0.5)) * Vector256.Create(1.0 / 4294967296.0);
    }

    /// <param name="means">Each of at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Count(Vector256<double> u, Vector256<double> means, DemandLaw law)
    {
        var largest = Vector256.Create(DemandLaw.LargestInverted);
        if (Vector256.GreaterThanAny(means, largest))
            return OneByOne(u, means, law);
        return law.IsPoisson
            ? Invert(u, ExpOfNegative(Vector256<double>.Zero - means), Vector256<double>.Zero, means)
            : NegativeBinomial(u, means, law.Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Invert(Vector256<double> u, Vector256<double> first, Vector256<double> a, Vector256<double> b)
    {
        var probability = first;
        var cumulative = first;
        var count = Vector256<double>.Zero;
        for (var number = 1; number <= DemandLaw.Most; number++)
        {
            var more = Vector256.GreaterThan(u, cumulative);
            if (more == Vector256<double>.Zero)
                break;
            count += more & Vector256<double>.One;
            probability *= a + (b * Vector256.Create(number < Inverses.Length ? Inverses[number] : 1.0 / number));
            cumulative += probability;
        }

        return count;
    }

    /// <summary><see cref="SharedMath.Exp"/> between -<see cref="DemandLaw.LargestInverted"/> and 0, where one factor of 2^k suffices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        var k = Vector256.Floor((x * SharedMath.InverseLn2) + Vector256.Create(0.5));
        var r = (x - (k * SharedMath.Ln2High)) - (k * SharedMath.Ln2Low);
        var q = Vector256.Create(1.0 / 6227020800);
        q = (q * r) + Vector256.Create(1.0 / 479001600);
        q = (q * r) + Vector256.Create(1.0 / 39916800);
        q = (q * r) + Vector256.Create(1.0 / 3628800);
        q = (q * r) + Vector256.Create(1.0 / 362880);
        q = (q * r) + Vector256.Create(1.0 / 40320);
        q = (q * r) + Vector256.Create(1.0 / 5040);
        q = (q * r) + Vector256.Create(1.0 / 720);
        q = (q * r) + Vector256.Create(1.0 / 120);
        q = (q * r) + Vector256.Create(1.0 / 24);
        q = (q * r) + Vector256.Create(1.0 / 6);
        q = (q * r) + Vector256.Create(0.5);
        var y = Vector256<double>.One + (r + (r * r * q));
        // 2^52 + 2^51 + k holds k, negative too, in its last places.
        var whole = (k + Vector256.Create(6755399441055744.0)).AsInt64() - Vector256.Create(0x4338_0000_0000_0000L);
        return y * Vector256.ShiftLeft(whole + Vector256.Create(1023L), 52).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> NegativeBinomial(Vector256<double> u, Vector256<double> means, double size)
    {
        var sizes = Vector256.Create(size);
        var a = means / (sizes + means);
        var b = Vector256.Create(size - 1) * a;
        var first = SharedMathVector.Exp(Vector256<double>.Zero - (sizes * SharedMathVector.Log(Vector256<double>.One + (means / sizes))));
        return Invert(u, first, a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> OneByOne(Vector256<double> u, Vector256<double> means, DemandLaw law)
    {
        Span<double> counts = stackalloc double[Vector256<double>.Count];
        for (var lane = 0; lane < counts.Length; lane++)
            counts[lane] = law.Count(u[lane], means[lane]);
        return Vector256.Create<double>(counts);
    }
}
