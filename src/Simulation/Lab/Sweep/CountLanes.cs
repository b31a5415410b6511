using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A strip's counts of a <see cref="DemandLaw"/>: looked up, and where the table leaves them open, computed eight at a time as the law does.</summary>
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
        var entries = scratch.Entries.AsSpan(0, length);
        CountTable.Locate(means, factor, StripWords.Of(scratch, number), (number & 1) == 0 ? 24 : 56, entries);
        var open = table.Look(entries, ref count, apart, scratch.Open);
        if (open == 0)
            return;
        // The last eight are filled up with one that is computed again.
        for (var index = open; index < open + Vector512<double>.Count; index++)
            scratch.Open[index] = scratch.Open[open - 1];
        ref var words = ref StripWords.At(scratch, number);
        ref var mean = ref MemoryMarshal.GetReference(means);
        if (law.IsPoisson)
            ComputePoisson(ref mean, factor, ref words, open, ref count, apart);
        else
            ComputeNegativeBinomial(ref mean, factor, ref words, open, ref count, apart);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ComputePoisson(ref double means, double factor, ref uint words, int open, ref ushort count, int apart)
    {
        for (var index = 0; index < open; index += Vector512<double>.Count)
        {
            var places = new EightPlaces(ref scratch.Open[index]);
            var mean = places.Of(ref means) * Vector512.Create(factor);
            var first = Vector512.Create(
                SharedMathVector.ExpOfNegative(-mean.GetLower()), SharedMathVector.ExpOfNegative(-mean.GetUpper()));
            places.Store(Invert(places.Uniforms(ref words), first, Vector512<double>.Zero, mean), ref count, apart);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ComputeNegativeBinomial(ref double means, double factor, ref uint words, int open, ref ushort count, int apart)
    {
        var size = Vector512.Create(law.Size);
        for (var index = 0; index < open; index += Vector512<double>.Count)
        {
            var places = new EightPlaces(ref scratch.Open[index]);
            var mean = places.Of(ref means) * Vector512.Create(factor);
            var a = mean / (size + mean);
            var grown = Vector512<double>.One + (mean / size);
            var exponent = Vector512<double>.Zero
                - (size * Vector512.Create(SharedMathVector.Log(grown.GetLower()), SharedMathVector.Log(grown.GetUpper())));
            var first = Vector512.Create(SharedMathVector.Exp(exponent.GetLower()), SharedMathVector.Exp(exponent.GetUpper()));
            places.Store(Invert(places.Uniforms(ref words), first, a, Vector512.Create(law.Size - 1) * a), ref count, apart);
        }
    }

    /// <summary>Steps past a lane's count leave it as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Invert(Vector512<double> u, Vector512<double> first, Vector512<double> a, Vector512<double> b)
    {
        var probability = first;
        var cumulative = first;
        var count = Vector512<double>.Zero;
        for (var number = 1; number <= DemandLaw.Most; number++)
        {
            var more = Vector512.GreaterThan(u, cumulative);
            if (more == Vector512<double>.Zero)
                break;
            count += more & Vector512<double>.One;
            probability *= a + (b * Vector512.Create(number < Inverses.Length ? Inverses[number] : 1.0 / number));
            cumulative += probability;
        }

        return count;
    }
}
