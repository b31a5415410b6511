using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Counts what consumers pay beyond the list price, or less, where terminals have prices of their own.</summary>
internal sealed class PriceTill(RegionColumns columns, ProductTable products, LabShelfPrices prices)
{
    public static PriceTill? Of(RegionState state) =>
        state.Columns.UsualPrice.Length == 0 ? null : new PriceTill(state.Columns, state.Products, state.Setup.Rules.ShelfPrices);

    /// <param name="day">Of the run.</param>
    public void Add(int day, int terminal, int product, int units, SweepTally tally) =>
        tally.PriceDifference += ShelfPriceRule.Difference(units * products.RetailPerUnit[product], PriceOf(day, terminal));

    /// <summary>Units sold at a strip's shelves.</summary>
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
            for (var product = 0; product < retail.Length; product++)
                tally.PriceDifference += ShelfPriceRule.Difference(shelves[product] * retail[product], price);
        }
    }

    private float PriceOf(int day, int terminal)
    {
        var usual = columns.UsualPrice[terminal];
        return ShelfPriceRule.IsKept(day, columns.LastCall[terminal], prices.KeepDays) ? ShelfPriceRule.Kept(usual, prices.Restored) : usual;
    }
}
