using Territory.Contracts.Terminals;
using Territory.Grains.Catalogues;
using Territory.Model.Quantities;
using Territory.ReadModel.Terminals;
using Territory.Simulation.Market.Rules;

namespace Territory.Grains.Terminals;

/// <summary>What an outlet's state looks like to those who ask.</summary>
internal static class TerminalViews
{
    public static TerminalSnapshot Snapshot(TerminalState state, long version, RegionCatalogue? catalogue) => new(
        state.File,
        version,
        Stock(state),
        catalogue is null ? [] : Suggest(state, catalogue),
        [.. state.OpenOrders.Select(open => open.Order)],
        state.Balance,
        state.LastVisitOn,
        state.SettledUntil,
        state.NextInterval,
        state.Visit,
        state.OldestUnpaidOn);

    public static StockLine[] Stock(TerminalState state)
    {
        var shelf = state.Shelf;
        var means = shelf.MeanDailySales();
        var lines = new StockLine[shelf.Products.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new StockLine(shelf.Products[i], new Units(shelf.Stock[i]), new Units(shelf.OnOrder[i]), means[i]);
        return lines;
    }

    /// <summary>
    /// What the 1.5x rule proposes after the last count, for every product that was counted. A product counted for the first time goes by its mean
    /// sales until the next visit.
    /// </summary>
    public static SuggestedLine[] Suggest(TerminalState state, RegionCatalogue catalogue)
    {
        var shelf = state.Shelf;
        var means = shelf.MeanDailySales();
        var days = catalogue.DaysBetweenVisits(state.File);
        var lines = new List<SuggestedLine>(shelf.Products.Length);
        for (var i = 0; i < shelf.Products.Length; i++)
        {
            if (shelf.LastCount[i] == Shelf.NeverCounted || catalogue.Find(shelf.Products[i]) is not { } product)
                continue;
            var before = shelf.CountBefore[i] == Shelf.NeverCounted ? (Units?)null : new Units(shelf.CountBefore[i]);
            var between = new Units(shelf.ReceivedBetween[i]);
            var counted = new Units(shelf.LastCount[i]);
            var onOrder = new Units(shelf.OnOrder[i]);
            var suggested = before is { } previous
                ? OrderRule.Suggest(previous, between, counted, onOrder, product.UnitsPerCase)
                : OrderRule.SuggestFirst(means[i], days, counted, onOrder, product.UnitsPerCase);
            // Only what the outlet lists is kept from dropping off the shelf.
            if (i < shelf.Listed)
                suggested = OrderRule.KeepListed(suggested, counted, onOrder);
            lines.Add(new SuggestedLine(product.Id, before, between, counted, onOrder, suggested));
        }

        return [.. lines];
    }
}
