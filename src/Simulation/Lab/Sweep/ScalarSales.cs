using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The second pass, one terminal at a time: demand of a product against its stock.</summary>
internal sealed class ScalarSales(RegionState state)
{
    /// <summary>Products that share one block of random words.</summary>
    public const int Group = 4;

    private readonly RegionLayout layout = state.Layout;
    private readonly RegionColumns columns = state.Columns;
    private readonly ProductTable products = state.Products;
    private readonly PriceTill? till = PriceTill.Of(state);

    /// <param name="block">The first terminal of the block to which the terminals belong.</param>
    /// <param name="length">Of the block.</param>
    public void Run(SalesDay day, int block, int from, int to, int length, BlockScratch scratch)
    {
        for (var first = 0; first < products.Count; first += Group)
        {
            for (var terminal = from; terminal < to; terminal++)
                One(day, first, terminal, terminal - block, length, scratch);
        }

        if (till is null)
            return;
        var sold = scratch.AtListPrices(length);
        for (var terminal = from; terminal < to; terminal++)
        {
            ref var atListPrices = ref sold[terminal - block];
            till.Add(day.RunDay, terminal, atListPrices, scratch.Tally);
            atListPrices = 0;
        }
    }

    /// <summary>One terminal and the products of one group.</summary>
    private void One(SalesDay day, int first, int terminal, int place, int length, BlockScratch scratch)
    {
        if (scratch.MeansTo(2, length)[place] == 0)
            return;
        var words = day.Draws.Words(DrawPurpose.LabDemand, layout.Keys[terminal], day.Day, first / Group);
        Span<uint> bits = [words.X0, words.X1, words.X2, words.X3];
        for (var product = first; product < Math.Min(first + Group, products.Count); product++)
        {
            var cell = columns.ShelfOf(terminal, product);
            var rate = scratch.MeansTo(products.ListedTo[product], length)[place];
            var mean = (columns.Tastes.Length == 0 ? rate : rate * columns.Tastes[cell]) * day.Factors[product];
            var asked = day.Law.Count(DemandLaw.Uniform(bits[product - first] ^ day.Draws.Flip), mean) + columns.Carried[cell];
            columns.Carried[cell] = 0;
            var stock = columns.Stock[cell];
            var sold = Math.Min(stock, asked);
            columns.Stock[cell] = (ushort)(stock - sold);
            columns.SoldSinceCall[cell] += (ushort)sold;
            scratch.Tally.Sold[product] += sold;
            if (till is not null)
                scratch.AtListPrices(length)[place] += sold * products.RetailPerUnit[product];
            if (asked > sold)
                scratch.Missing.Add(new MissingUnits(cell, asked - sold));
            if (!(mean > 0))
                continue;
            scratch.Tally.ListedDays++;
            if (stock == sold)
                scratch.Tally.EmptyDays++;
        }
    }
}
