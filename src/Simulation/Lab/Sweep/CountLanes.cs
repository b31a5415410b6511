using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Counts of a <see cref="DemandLaw"/> four at a time: the same operations in the same order, and so the same counts.</summary>
internal readonly ref struct CountLanes(BlockScratch scratch, int length)
{
    private static readonly double[] Inverses = [.. Enumerable.Range(0, 256).Select(count => 1.0 / count)];

    private readonly ref double means = ref MemoryMarshal.GetArrayDataReference(scratch.Means);
    private readonly ref double firsts = ref MemoryMarshal.GetArrayDataReference(scratch.Firsts);
    private readonly ref double ratios = ref MemoryMarshal.GetArrayDataReference(scratch.Ratios);

    /// <summary>Uniforms from the lower halves of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Uniform(Vector256<ulong> words, Vector256<ulong> flip)
    {
        // The bits of 2^52 with a whole number below 2^32 in the last places are 2^52 plus that number.
        var shifted = ((words ^ flip) | Vector256.Create(0x4330_0000_0000_0000UL)).AsDouble();
        return ((shifted - Vector256.Create(4503599627370496.0)) + Vector256.Create(0.5)) * Vector256.Create(1.0 / 4294967296.0);
    }

    /// <summary>Computes the strip's means and what each count starts from.</summary>
    public void Prepare(ReadOnlySpan<double> all, double factor, DemandLaw law)
    {
        ref var source = ref MemoryMarshal.GetReference(all);
        for (nuint place = 0; place < (nuint)length; place += (nuint)Vector256<double>.Count)
        {
            var mean = Vector256.LoadUnsafe(ref source, place) * Vector256.Create(factor);
            mean.StoreUnsafe(ref means, place);
            if (law.IsPoisson)
                ExpOfNegative(Vector256<double>.Zero - mean).StoreUnsafe(ref firsts, place);
            else
                PrepareNegativeBinomial(mean, law.Size, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MeansAt(nuint place) => Vector256.LoadUnsafe(ref means, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> PoissonAt(nuint place, Vector256<double> u, Vector256<double> mean) =>
        Invert(u, Vector256.LoadUnsafe(ref firsts, place), Vector256<double>.Zero, mean);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NegativeBinomialAt(nuint place, Vector256<double> u, double size)
    {
        var a = Vector256.LoadUnsafe(ref ratios, place);
        return Invert(u, Vector256.LoadUnsafe(ref firsts, place), a, Vector256.Create(size - 1) * a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Invert(Vector256<double> u, Vector256<double> first, Vector256<double> a, Vector256<double> b)
    {
        // Steps past a lane's count leave it as it is, so a few may be taken unasked: they cost less than wrongly guessed branches.
        var probability = first;
        var cumulative = first;
        var count = Vector256.GreaterThan(u, cumulative) & Vector256<double>.One;
        probability *= a + b;
        cumulative += probability;
        count += Vector256.GreaterThan(u, cumulative) & Vector256<double>.One;
        probability *= a + (b * Vector256.Create(1.0 / 2));
        cumulative += probability;
        count += Vector256.GreaterThan(u, cumulative) & Vector256<double>.One;
        probability *= a + (b * Vector256.Create(1.0 / 3));
        cumulative += probability;
        for (var number = 4; number <= DemandLaw.Most; number++)
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

    private void PrepareNegativeBinomial(Vector256<double> mean, double size, nuint place)
    {
        var sizes = Vector256.Create(size);
        (mean / (sizes + mean)).StoreUnsafe(ref ratios, place);
        SharedMathVector.Exp(Vector256<double>.Zero - (sizes * SharedMathVector.Log(Vector256<double>.One + (mean / sizes)))).StoreUnsafe(ref firsts, place);
    }
}
