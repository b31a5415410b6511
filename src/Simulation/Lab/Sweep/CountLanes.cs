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
        if (law.IsPoisson)
            PreparePoisson(all, factor);
        else
            PrepareNegativeBinomial(all, factor, law.Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MeansAt(nuint place) => Vector256.LoadUnsafe(ref means, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> PoissonAt(nuint place, Vector256<double> u, Vector256<double> mean) =>
        Invert(u, Vector256.LoadUnsafe(ref firsts, place), Vector256<double>.Zero, mean, mean);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NegativeBinomialAt(nuint place, Vector256<double> u, Vector256<double> mean, double size)
    {
        var a = Vector256.LoadUnsafe(ref ratios, place);
        return Invert(u, Vector256.LoadUnsafe(ref firsts, place), a, Vector256.Create(size - 1) * a, mean);
    }

    /// <summary>
    /// Steps past a lane's count leave it as it is, so as many are taken unasked as the means nearly always need: the processor guesses a branch on a mean
    /// right, because terminals of a cell are in order of class, and one on a draw wrong.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Invert(
        Vector256<double> u, Vector256<double> first, Vector256<double> a, Vector256<double> b, Vector256<double> mean)
    {
        var one = Vector256<double>.One;
        var probability = first;
        var cumulative = first;
        var count = Vector256<double>.Zero;
        count += Vector256.GreaterThan(u, cumulative) & one;
        probability *= a + b;
        cumulative += probability;
        count += Vector256.GreaterThan(u, cumulative) & one;
        probability *= a + (b * Vector256.Create(1.0 / 2));
        cumulative += probability;
        count += Vector256.GreaterThan(u, cumulative) & one;
        probability *= a + (b * Vector256.Create(1.0 / 3));
        cumulative += probability;
        var number = 4;
        if (Vector256.GreaterThan(mean, Vector256.Create(0.6)).ExtractMostSignificantBits() != 0)
        {
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 4));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 5));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 6));
            cumulative += probability;
            number = 7;
        }

        if (Vector256.GreaterThan(mean, Vector256.Create(2.0)).ExtractMostSignificantBits() != 0)
        {
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 7));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 8));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 9));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 10));
            cumulative += probability;
            count += Vector256.GreaterThan(u, cumulative) & one;
            probability *= a + (b * Vector256.Create(1.0 / 11));
            cumulative += probability;
            number = 12;
        }

        for (; number <= DemandLaw.Most; number++)
        {
            var more = Vector256.GreaterThan(u, cumulative);
            if (more.ExtractMostSignificantBits() == 0)
                break;
            count += more & one;
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
        var y = SharedMathVector.ExpOfRest(r);
        // 2^52 + 2^51 + k holds k, negative too, in its last places.
        var whole = (k + Vector256.Create(6755399441055744.0)).AsInt64() - Vector256.Create(0x4338_0000_0000_0000L);
        return y * Vector256.ShiftLeft(whole + Vector256.Create(1023L), 52).AsDouble();
    }

    // A method of its own has the processor's registers to itself; inlined into the sweep it spills them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PreparePoisson(ReadOnlySpan<double> all, double factor)
    {
        ref var source = ref MemoryMarshal.GetReference(all);
        ref var mean = ref means;
        ref var first = ref firsts;
        var factors = Vector256.Create(factor);
        for (nuint place = 0; place < (nuint)length; place += (nuint)Vector256<double>.Count)
        {
            var product = Vector256.LoadUnsafe(ref source, place) * factors;
            product.StoreUnsafe(ref mean, place);
            ExpOfNegative(Vector256<double>.Zero - product).StoreUnsafe(ref first, place);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PrepareNegativeBinomial(ReadOnlySpan<double> all, double factor, double size)
    {
        ref var source = ref MemoryMarshal.GetReference(all);
        var sizes = Vector256.Create(size);
        for (nuint place = 0; place < (nuint)length; place += (nuint)Vector256<double>.Count)
        {
            var mean = Vector256.LoadUnsafe(ref source, place) * Vector256.Create(factor);
            mean.StoreUnsafe(ref means, place);
            (mean / (sizes + mean)).StoreUnsafe(ref ratios, place);
            var first = SharedMathVector.Exp(Vector256<double>.Zero - (sizes * SharedMathVector.Log(Vector256<double>.One + (mean / sizes))));
            first.StoreUnsafe(ref firsts, place);
        }
    }
}
