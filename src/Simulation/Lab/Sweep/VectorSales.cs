using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The second pass, many terminals at a time: the twin of <see cref="ScalarSales"/>.</summary>
/// <remarks>In strips that stay in the first cache: random words for four products and their counts, and when all are counted the shelves.</remarks>
internal sealed class VectorSales(RegionState state)
{
    /// <summary>Strips of fewer are no matter of lanes.</summary>
    private const int Fewest = 8;

    /// <summary>With a factor below this, a mean might vanish that is listed.</summary>
    private const double LeastFactor = 1e-200;

    private readonly RegionLayout layout = state.Layout;
    private readonly ProductTable products = state.Products;
    private readonly ScalarSales scalars = new(state);
    private readonly ListedRows listed = new(state.Products);
    private readonly float[] tastes = state.Columns.Tastes;
    private readonly PriceTill? till = PriceTill.Of(state);

    public void Run(SalesDay day, int from, int to, BlockScratch scratch)
    {
        var means = scratch.MeansTo(2, to - from);
        var (least, most) = Bounds(day.Factors);
        most *= state.Opening?.LargestTaste ?? 1;
        least *= state.Opening?.LeastTaste ?? 1;
        for (var strip = from; strip < to; strip += BlockScratch.Strip)
        {
            var end = Math.Min(strip + BlockScratch.Strip, to);
            var largest = Largest(means[(strip - from)..(end - from)]);
            if (largest == 0)
                continue;
            if (end - strip < Fewest || largest * most > DemandLaw.LargestInverted || least < LeastFactor)
                scalars.Run(day, from, strip, end, to - from, scratch);
            else
                RunStrip(day, from, strip, end, to - from, scratch);
        }
    }

    private void RunStrip(SalesDay day, int from, int strip, int end, int length, BlockScratch scratch)
    {
        var counts = new CountLanes(scratch, day.Table, day.Law);
        for (var product = 0; product < products.Count; product++)
        {
            var number = product % ScalarSales.Group;
            if (number == 0)
            {
                StripWords.Fill(
                    day.Draws, LabDraws.Counter0(product / ScalarSales.Group), LabDraws.Counter1(DrawPurpose.LabDemand, day.Day),
                    layout.Keys.AsSpan(strip..end), scratch);
            }

            var means = scratch.MeansTo(products.ListedTo[product], length)[(strip - from)..(end - from)];
            if (tastes.Length > 0)
                means = Tasted(means, strip, product, scratch);
            counts.Draw(means, day.Factors[product], number, ref scratch.Counts[product], products.Count);
        }

        listed.Mark(layout, strip, scratch.MeansTo(2, length)[(strip - from)..(end - from)], scratch.Listed);
        if (tastes.Length > 0)
            Unlist(tastes.AsSpan(strip * products.Count, (end - strip) * products.Count), scratch.Listed);
        new ShelfLanes(state.Columns, scratch).Sell(strip, end - strip);
        till?.Add(day.RunDay, strip, end - strip, scratch.Counts, scratch.Tally);
    }

    /// <summary>The means of a product at terminals that have tastes of their own.</summary>
    private Span<double> Tasted(ReadOnlySpan<double> means, int strip, int product, BlockScratch scratch)
    {
        var tasted = scratch.Tasted.AsSpan(0, means.Length);
        for (var place = 0; place < means.Length; place++)
            tasted[place] = means[place] * tastes[((strip + place) * products.Count) + product];
        return tasted;
    }

    /// <summary>Takes out the shelves of products that a terminal does not list.</summary>
    private static void Unlist(ReadOnlySpan<float> tastes, ushort[] listed)
    {
        for (var shelf = 0; shelf < tastes.Length; shelf++)
        {
            if (tastes[shelf] == 0)
                listed[shelf] = 0;
        }
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var most = Vector256<double>.Zero;
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (var four in lanes)
            most = Vector256.Max(most, four);
        var largest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        foreach (var value in values[(lanes.Length * Vector256<double>.Count)..])
            largest = Math.Max(largest, value);
        return largest;
    }

    private static (double Least, double Most) Bounds(double[] values)
    {
        var (least, most) = (double.MaxValue, 0.0);
        foreach (var value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return (least, most);
    }
}
