using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Counts what consumers pay beyond the list price, or less, where terminals have prices of their own.</summary>
internal sealed class PriceTill(RegionColumns columns, ProductTable products, LabShelfPrices prices)
{
    public static PriceTill? Of(RegionState state) =>
        state.Columns.UsualPrice.Length == 0 ? null : new PriceTill(state.Columns, state.Products, state.Setup.Rules.ShelfPrices);

    /// <summary>What a terminal sells at list prices, in minor units.</summary>
    /// <param name="day">Of the run.</param>
    public void Add(int day, int terminal, long atListPrices, SweepTally tally) =>
        tally.PriceDifference += ShelfPriceRule.Difference(atListPrices, PriceOf(day, terminal));

    /// <summary>Units sold at a strip's shelves; a terminal's day is rounded once.</summary>
    public void Add(int day, int strip, int terminals, ReadOnlySpan<ushort> sold, SweepTally tally)
    {
        var retail = products.RetailPerUnit;
        for (var terminal = strip; terminal < strip + terminals; terminal++)
        {
            var price = PriceOf(day, terminal);
            var shelves = sold.Slice((terminal - strip) * retail.Length, retail.Length);
            // Most keep to the list.
            if (price == 1)
                continue;
            var atListPrices = 0L;
            for (var product = 0; product < retail.Length; product++)
                atListPrices += shelves[product] * retail[product];
            tally.PriceDifference += ShelfPriceRule.Difference(atListPrices, price);
        }
    }

    private float PriceOf(int day, int terminal)
    {
        var usual = columns.UsualPrice[terminal];
        return ShelfPriceRule.IsKept(day, columns.LastCall[terminal], prices.KeepDays) ? ShelfPriceRule.Kept(usual, prices.Restored) : usual;
    }
}
