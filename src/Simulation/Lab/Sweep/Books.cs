using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Moves the day's money and writes the day's books, with every stock counted anew from the state.</summary>
internal sealed class Books
{
    private readonly RegionState state;
    private readonly List<LabDayBook> days = [];
    private readonly ColumnSum sum;
    private readonly long[] units;
    private LabGoodsLine[] last;
    private LabCashLine lastCash;

    public Books(RegionState state)
    {
        this.state = state;
        sum = new ColumnSum(state.Products.Count);
        units = new long[state.Products.Count];
        sum.Of(state.Columns.Stock, units);
        last = [.. Enumerable.Range(0, state.Products.Count).Select(product => Counted(product, default))];
        lastCash = Counted(default);
    }

    public IReadOnlyList<LabDayBook> Days => days;

    /// <summary>Closes a day after its last movement of goods.</summary>
    public void Close(int day, DayTally tally)
    {
        var moved = Pay(day, tally);
        sum.Of(state.Columns.Stock, units);
        var goods = new LabGoodsLine[state.Products.Count];
        for (var product = 0; product < goods.Length; product++)
        {
            var size = state.Products.UnitsPerCase[product];
            goods[product] = Counted(product, last[product]) with
            {
                Ordered = tally.Sent[product] * size,
                Arrived = tally.Arrived[product] * size,
                Delivered = tally.Delivered[product] * size,
                Sold = tally.Sales.Sold[product],
            };
        }

        last = goods;
        lastCash = moved;
        days.Add(new LabDayBook(state.DateOf(day), goods, moved));
    }

    private LabCashLine Pay(int day, DayTally tally)
    {
        long consumers = 0;
        long made = 0;
        for (var product = 0; product < state.Products.Count; product++)
        {
            consumers += tally.Sales.Sold[product] * state.Products.RetailPerUnit[product];
            made += tally.Sent[product] * state.Products.CostPerCase[product];
        }

        consumers += tally.Sales.PriceDifference;
        state.TerminalDebt.Add(day, tally.Invoiced);
        state.DistributorDebt.Add(day, tally.FactoryInvoiced);
        var terminalsPaid = state.TerminalDebt.Pay(day);
        var distributorPaid = state.DistributorDebt.Pay(day);
        var warehouse = state.Region.Distributor.WarehousePerDay.MinorUnits;
        var spent = made + tally.RepCost + tally.VehicleCost + tally.PromotionCost;
        state.TerminalCash += consumers - terminalsPaid;
        state.DistributorCash += terminalsPaid - distributorPaid - warehouse;
        state.CompanyCash += distributorPaid - spent;
        return Counted(lastCash) with
        {
            ConsumersPaid = consumers,
            Invoiced = tally.Invoiced,
            TerminalsPaid = terminalsPaid,
            FactoryInvoiced = tally.FactoryInvoiced,
            DistributorPaid = distributorPaid,
            DistributorSpent = warehouse,
            CompanySpent = spent,
        };
    }

    private LabGoodsLine Counted(int product, LabGoodsLine before)
    {
        var size = state.Products.UnitsPerCase[product];
        return new LabGoodsLine(
            before.OnTheWay, before.Depot, before.Terminals,
            state.Depot.OnTheWay[product] * size, state.Depot.Cases[product] * size, units[product], 0, 0, 0, 0);
    }

    private LabCashLine Counted(LabCashLine before) => new(
        before.TerminalCash, before.DistributorCash, before.CompanyCash, before.TerminalDebt, before.DistributorDebt,
        state.TerminalCash, state.DistributorCash, state.CompanyCash, state.TerminalDebt.Total, state.DistributorDebt.Total,
        0, 0, 0, 0, 0, 0, 0);
}
