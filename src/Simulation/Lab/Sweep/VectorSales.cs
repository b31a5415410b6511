using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The second pass, many terminals at a time: the twin of <see cref="ScalarSales"/>.</summary>
/// <remarks>In strips that stay in the first cache: all random words, then product by product all counts, then all shelves.</remarks>
internal static class VectorSales
{
    /// <summary>Strips of fewer are no matter of lanes.</summary>
    private const int Fewest = 8;

    /// <summary>With a factor below this, a mean might vanish that is listed.</summary>
    private const double LeastFactor = 1e-200;

    public static void Run(
        RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day, int from, int to, BlockScratch scratch)
    {
        var means = scratch.MeansTo(2, to - from);
        for (var strip = from; strip < to; strip += BlockScratch.Strip)
        {
            var end = Math.Min(strip + BlockScratch.Strip, to);
            var own = means[(strip - from)..(end - from)];
            if (!own.ContainsAnyExcept(0.0))
                continue;
            scratch.MarkListed(strip - from, end - strip, to - from, products.LeastListed);
            var largest = Largest(own);
            for (var first = 0; first < products.Count; first += ScalarSales.Group)
            {
                var factors = day.Factors.AsSpan(first..Math.Min(first + ScalarSales.Group, products.Count));
                if (end - strip >= Fewest && largest * Largest(factors) <= DemandLaw.LargestInverted && Smallest(factors) >= LeastFactor)
                {
                    RunStrip(layout, columns, products, day, first, from, strip, end, to - from, scratch);
                    continue;
                }

                for (var terminal = strip; terminal < end; terminal++)
                    ScalarSales.One(layout, columns, products, day, first, terminal, terminal - from, to - from, scratch);
            }
        }
    }

    private static void RunStrip(
        RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day,
        int first, int from, int strip, int end, int length, BlockScratch scratch)
    {
        var counter0 = (uint)(first / ScalarSales.Group) << 12;
        var counter1 = (uint)day.Day | ((uint)DrawPurpose.LabDemand << 22);
        StripWords.Fill(day.Draws, counter0, counter1, layout.Keys.AsSpan(strip..end), scratch);
        var counts = new CountLanes(scratch, day.Table, day.Law);
        for (var product = first; product < Math.Min(first + ScalarSales.Group, products.Count); product++)
        {
            var rank = products.ListedTo[product];
            counts.Draw(scratch.MeansTo(rank, length)[(strip - from)..(end - from)], day.Factors[product], product - first);
            new ShelfLanes(columns, product, scratch).Sell(strip, scratch.Counts.AsSpan(0, end - strip), scratch.Listed[rank].AsSpan(0, end - strip));
        }
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var most = 0.0;
        foreach (var value in values)
            most = Math.Max(most, value);
        return most;
    }

    private static double Smallest(ReadOnlySpan<double> values)
    {
        var least = double.MaxValue;
        foreach (var value in values)
            least = Math.Min(least, value);
        return least;
    }
}
