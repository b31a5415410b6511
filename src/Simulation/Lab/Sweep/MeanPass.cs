using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The first pass over a block: mean sales from rate and goodwill, which then fades by a day.</summary>
internal sealed class MeanPass(RegionLayout layout, RegionColumns columns, LabResponse response, bool byClass, ShelfEffects? effects)
{
    private readonly float kept = (float)(1 - response.GoodwillDecay);

    /// <summary>Returns whether any terminal sells.</summary>
    /// <param name="day">Of the run.</param>
    public bool Run(int day, int from, int to, BlockScratch scratch, bool scalar)
    {
        var all = scratch.MeansTo(2, to - from);
        var done = scalar ? 0 : RunLanes(from, to, all);
        for (var terminal = from + done; terminal < to; terminal++)
        {
            var goodwill = columns.Goodwill[terminal];
            all[terminal - from] = columns.Rate[terminal] * GoodwillRule.Factor(goodwill, response);
            columns.Goodwill[terminal] = GoodwillRule.After(goodwill, kept);
        }

        effects?.Apply(day, from, to, all, scratch.Tally);
        if (byClass)
            Split(from, all, scratch);
        return all.ContainsAnyExcept(0.0);
    }

    private int RunLanes(int from, int to, Span<double> all)
    {
        ref var rates = ref MemoryMarshal.GetArrayDataReference(columns.Rate);
        ref var goodwills = ref MemoryMarshal.GetArrayDataReference(columns.Goodwill);
        ref var result = ref MemoryMarshal.GetReference(all);
        var gain = Vector256.Create(response.GoodwillGain);
        var half = Vector256.Create(response.GoodwillHalf);
        var keep = Vector256.Create(kept);
        var terminal = from;
        for (; terminal <= to - Vector256<float>.Count; terminal += Vector256<float>.Count)
        {
            var goodwill = Vector256.LoadUnsafe(ref goodwills, (nuint)terminal);
            var (rateLow, rateHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref rates, (nuint)terminal));
            var (low, high) = Vector256.Widen(goodwill);
            (rateLow * (Vector256<double>.One + (gain * low / (half + low)))).StoreUnsafe(ref result, (nuint)(terminal - from));
            (rateHigh * (Vector256<double>.One + (gain * high / (half + high)))).StoreUnsafe(ref result, (nuint)(terminal - from + 4));
            (goodwill * keep).StoreUnsafe(ref goodwills, (nuint)terminal);
        }

        return terminal - from;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Split(int from, ReadOnlySpan<double> all, BlockScratch scratch)
    {
        var best = scratch.MeansTo(0, all.Length);
        var middle = scratch.MeansTo(1, all.Length);
        for (var index = 0; index < all.Length; index++)
        {
            var rank = layout.Classes[from + index];
            best[index] = rank == 0 ? all[index] : 0;
            middle[index] = rank <= 1 ? all[index] : 0;
        }
    }
}
