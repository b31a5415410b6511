using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Model.Quantities;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;
using Territory.Simulation.Market.Rules;
using static Territory.Grains.Actors.Figures;
using static Territory.Grains.Terminals.TerminalRefusals;

namespace Territory.Grains.Terminals;

/// <summary>Decisions on an outlet's stock: its opening, sales to consumers, counts.</summary>
internal static class StockDecisions
{
    /// <summary>More units of one product than any outlet holds; a figure beyond it is a slip of the finger.</summary>
    public const int MostUnits = 10_000_000;

    public static Decision<TerminalState, CommandResult> SetOpening(TerminalState? state, SetOpeningStock command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (state.HasHistory || state.SettledUntil is not null)
            return Decide.Refuse<TerminalState>(Refusal.Of("stock.already-moving"));
        return CheckLines(command.Lines, catalogue) is { } refusal
            ? Decide.Refuse<TerminalState>(refusal)
            : Decide.Accept<TerminalState>(new OpeningStockSet(command.Lines, command.Header.At, catalogue.DayOf(command.Header.At)));
    }

    /// <summary>Sells what the shelf has of what was asked for; an interval that is settled already changes nothing.</summary>
    public static Decision<TerminalState, CommandResult> Settle(TerminalState? state, SettleSales command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (command.Until < command.From)
            return Decide.Refuse<TerminalState>(Refusal.Of("sales.interval-reversed", ("from", Text(command.From)), ("until", Text(command.Until))));

        var day = catalogue.DayOf(command.From);
        var expected = state.SettledDay == day ? state.NextInterval : 0;
        if (state.SettledDay > day || command.Interval < expected)
            return Decide.Accept<TerminalState>();
        if (command.Interval > expected)
        {
            return Decide.Refuse<TerminalState>(
                Refusal.Of("sales.interval-skipped", ("interval", Text(command.Interval)), ("expected", Text(expected))));
        }

        if (command.From < state.SettledUntil)
            return Decide.Refuse<TerminalState>(Refusal.Of("sales.already-settled", ("until", Text(state.SettledUntil.Value))));
        if (ForProducts(command.Demand.Select(line => line.Product), catalogue) is { } refusal)
            return Decide.Refuse<TerminalState>(refusal);

        var lines = new List<SoldLine>(command.Demand.Count);
        foreach (var asked in command.Demand)
        {
            if (asked.Demand.Count is < 0 or > MostUnits)
                return Decide.Refuse<TerminalState>(Quantity(asked.Product.Value, asked.Demand.Count));
            var (sold, lost) = SalesSettlement.Settle(state.Shelf.UnitsOf(asked.Product), asked.Demand);
            if (sold > Units.Zero || lost > Units.Zero)
                lines.Add(new SoldLine(asked.Product, sold, lost));
        }

        return Decide.Accept<TerminalState>(new SalesSettled(command.From, command.Until, day, command.Interval, lines));
    }

    /// <summary>The count replaces the book stock; the answer is the order rule's suggestion with the figures behind it.</summary>
    public static Decision<TerminalState, CountResult> Count(TerminalState? state, CountStock command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Refused(Unknown);
        if (catalogue is null)
            return Refused(RegionUnknown);
        if (command.Lines.Count == 0)
            return Refused(Refusal.Of("count.empty"));
        if (CheckLines(command.Lines, catalogue) is { } refusal)
            return Refused(refusal);

        var lines = new CountedLine[command.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = command.Lines[i];
            lines[i] = new CountedLine(line.Product, line.Units, state.Shelf.UnitsOf(line.Product), line.RetailPriceSeen);
        }

        var counted = new StockCounted(lines, command.Header.At, catalogue.DayOf(command.Header.At));
        var products = lines.Select(line => line.Product).ToHashSet();
        return Decision<TerminalState, CountResult>.Accept(
            after => new CountResult(CommandResult.Done(0), [.. TerminalViews.Suggest(after!, catalogue).Where(line => products.Contains(line.Product))]),
            counted);

        static Decision<TerminalState, CountResult> Refused(Refusal refusal) =>
            Decision<TerminalState, CountResult>.Refuse(new CountResult(refusal.ToResult(), []));
    }

    private static Refusal? CheckLines(IReadOnlyList<StockCountLine> lines, RegionCatalogue catalogue)
    {
        if (ForProducts(lines.Select(line => line.Product), catalogue) is { } refusal)
            return refusal;
        foreach (var line in lines)
        {
            if (line.Units.Count is < 0 or > MostUnits)
                return Quantity(line.Product.Value, line.Units.Count);
            if (line.RetailPriceSeen is { } price && (price < Money.Zero || price > OrderDecisions.MostPaid))
                return Refusal.Of("count.price-negative", ("product", line.Product.Value));
        }

        return null;
    }

    private static Refusal Quantity(string product, int units) => Refusal.Of("line.quantity", ("product", product), ("quantity", Text(units)));
}
