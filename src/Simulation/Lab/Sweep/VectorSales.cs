using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The second pass, four terminals at a time: the twin of <see cref="ScalarSales"/>.</summary>
/// <remarks>
/// In strips that stay in the first cache: all random words, then product by product all first probabilities, then all counts against the shelves. The
/// search for a count branches on what was drawn; were it to wait for the exponential too, each wrong guess of the processor would cost that wait.
/// </remarks>
internal static class VectorSales
{
    private const int Lanes = 4;

    public static void Run(RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day, int from, int to, BlockScratch scratch)
    {
        var means = scratch.MeansTo(2, to - from);
        var vectors = from + ((to - from) & ~(Lanes - 1));
        for (var strip = from; strip < to; strip += BlockScratch.Strip)
        {
            var end = Math.Min(strip + BlockScratch.Strip, to);
            var own = means[(strip - from)..(end - from)];
            if (!own.ContainsAnyExcept(0.0))
                continue;
            var largest = Largest(own);
            for (var first = 0; first < products.Count; first += ScalarSales.Group)
            {
                var last = Math.Min(first + ScalarSales.Group, products.Count);
                // Counts of very large means are no matter of lanes.
                var inLanes = largest * Largest(day.Factors.AsSpan(first..last)) > DemandLaw.LargestInverted ? strip : Math.Min(end, vectors);
                if (inLanes > strip)
                    RunStrip(layout, columns, products, day, first, last, from, strip, inLanes, to - from, scratch);
                for (var terminal = inLanes; terminal < end; terminal++)
                    ScalarSales.One(layout, columns, products, day, first, terminal, terminal - from, to - from, scratch);
            }
        }
    }

    private static void RunStrip(
        RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day,
        int first, int last, int from, int strip, int end, int length, BlockScratch scratch)
    {
        FillUniforms(layout, day, first, strip, end, scratch);
        for (var product = first; product < last; product++)
        {
            var means = scratch.MeansTo(products.ListedTo[product], length)[(strip - from)..(end - from)];
            var counts = new CountLanes(scratch, end - strip);
            counts.Prepare(means, day.Factors[product], day.Law);
            new ShelfLanes(columns, product, scratch).Sell(strip, scratch.Uniforms.AsSpan((product - first) * BlockScratch.Strip, end - strip), counts, day.Law);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillUniforms(RegionLayout layout, SalesDay day, int first, int strip, int end, BlockScratch scratch)
    {
        ref var keys = ref MemoryMarshal.GetArrayDataReference(layout.Keys);
        ref var uniforms = ref MemoryMarshal.GetArrayDataReference(scratch.Uniforms);
        var flip = Vector256.Create((ulong)day.Draws.Flip);
        var counter0 = (uint)(first / ScalarSales.Group) << 12;
        var counter1 = (uint)day.Day | ((uint)DrawPurpose.LabDemand << 22);
        for (var terminal = strip; terminal < end; terminal += Lanes)
        {
            var words = PhiloxLanes.Block(day.Draws.Seed, counter0, counter1, Vector256.LoadUnsafe(ref keys, (nuint)terminal));
            var place = (nuint)(terminal - strip);
            CountLanes.Uniform(words.X0, flip).StoreUnsafe(ref uniforms, place);
            CountLanes.Uniform(words.X1, flip).StoreUnsafe(ref uniforms, place + BlockScratch.Strip);
            CountLanes.Uniform(words.X2, flip).StoreUnsafe(ref uniforms, place + (2 * BlockScratch.Strip));
            CountLanes.Uniform(words.X3, flip).StoreUnsafe(ref uniforms, place + (3 * BlockScratch.Strip));
        }
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var most = 0.0;
        foreach (var value in values)
            most = Math.Max(most, value);
        return most;
    }
}
