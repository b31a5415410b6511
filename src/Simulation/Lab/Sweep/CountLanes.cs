using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A strip's counts of a <see cref="DemandLaw"/>: looked up, and where the table leaves them open, computed four at a time as the law does.</summary>
/// <remarks>The same operations in the same order as <see cref="DemandLaw.Count"/>, and so the same counts.</remarks>
internal readonly ref struct CountLanes(BlockScratch scratch, CountTable table, DemandLaw law)
{
    private static readonly double[] Inverses = [.. Enumerable.Range(0, 1024).Select(count => 1.0 / count)];

    /// <param name="means">At least eight, times the factor none above <see cref="DemandLaw.LargestInverted"/>.</param>
    /// <param name="number">Which of the four words of each place.</param>
    /// <param name="count">Where the first count goes; the others go so many apart.</param>
    public void Draw(ReadOnlySpan<double> means, double factor, int number, ref ushort count, int apart)
    {
        var length = means.Length;
        CountTable.Locate(means, factor, scratch.Starts.AsSpan(0, length));
        ref var words = ref StripWords.Of(scratch, number);
        var open = table.Look(ref StripWords.FirstByte(ref words), scratch.Starts.AsSpan(0, length), ref count, apart, scratch.Open);
        if (open == 0)
            return;
        // The last four are filled up with one that is computed again.
        for (var index = open; index < open + Vector256<double>.Count; index++)
            scratch.Open[index] = scratch.Open[open - 1];
        if (law.IsPoisson)
            ComputePoisson(means, factor, ref words, open, ref count, apart);
        else
            ComputeNegativeBinomial(means, factor, ref words, open, ref count, apart);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ComputePoisson(ReadOnlySpan<double> means, double factor, ref uint words, int open, ref ushort count, int apart)
    {
        for (var index = 0; index < open; index += Vector256<double>.Count)
        {
            var places = new FourPlaces(ref scratch.Open[index]);
            var mean = places.Of(means) * Vector256.Create(factor);
            var first = ExpOfNegative(Vector256<double>.Zero - mean);
            places.Store(Invert(places.Uniforms(ref words), first, Vector256<double>.Zero, mean), ref count, apart);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ComputeNegativeBinomial(ReadOnlySpan<double> means, double factor, ref uint words, int open, ref ushort count, int apart)
    {
        var size = Vector256.Create(law.Size);
        for (var index = 0; index < open; index += Vector256<double>.Count)
        {
            var places = new FourPlaces(ref scratch.Open[index]);
            var mean = places.Of(means) * Vector256.Create(factor);
            var a = mean / (size + mean);
            var first = SharedMathVector.Exp(Vector256<double>.Zero - (size * SharedMathVector.Log(Vector256<double>.One + (mean / size))));
            places.Store(Invert(places.Uniforms(ref words), first, a, Vector256.Create(law.Size - 1) * a), ref count, apart);
        }
    }

    /// <summary>Steps past a lane's count leave it as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Invert(Vector256<double> u, Vector256<double> first, Vector256<double> a, Vector256<double> b)
    {
        var probability = first;
        var cumulative = first;
        var count = Vector256<double>.Zero;
        for (var number = 1; number <= DemandLaw.Most; number++)
        {
            var more = Vector256.GreaterThan(u, cumulative);
            if (more.ExtractMostSignificantBits() == 0)
                break;
            count += more & Vector256<double>.One;
            probability *= a + (b * Vector256.Create(number < Inverses.Length ? Inverses[number] : 1.0 / number));
            cumulative += probability;
        }

        return count;
    }
}
