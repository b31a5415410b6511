using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.KnownAnswers.Markets;

/// <summary>A second set of books over a market (进销存、资金对账): kept from what is reported to the world, and held against what the world says.</summary>
/// <remarks>
/// Every day at every node, in whole units and cents: outlet and product, opening + delivered - sold = stock, with sold and lost worked out
/// here; vehicle and product, loaded = delivered + brought back; account, invoiced - paid = owed; distributor, goods out and cash in.
/// </remarks>
public sealed class MarketBooks(BatchWorld world)
{
    private readonly Dictionary<(TerminalId Terminal, ProductId Product), Shelf> shelves = world.Ledger()
        .ToDictionary(line => (line.Terminal, line.Product), line => new Shelf { Stock = line.Opening });

    private readonly Dictionary<TerminalId, long> invoiced = [];
    private readonly Dictionary<TerminalId, long> paid = [];
    private readonly Dictionary<string, Order> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<(VehicleId Vehicle, ProductId Product), long> aboard = [];
    private long casesOut;
    private long casesBack;
    private long casesDelivered;
    private long invoicedToday;
    private long paidToday;

    /// <summary>Node-days compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Node-days whose goods do not add up.</summary>
    public long GoodsImbalances { get; private set; }

    /// <summary>Node-days whose money does not add up.</summary>
    public long CashImbalances { get; private set; }

    public long UnitsDelivered { get; private set; }

    public long MoneyPaid { get; private set; }

    private MarketSetup Setup => world.Setup;

    public void Sold(SalesInterval interval)
    {
        foreach (var line in interval.Demand)
        {
            var shelf = shelves[(interval.Terminal, line.Product)];
            var sold = Math.Min(shelf.Stock, line.Demand.Count);
            shelf.Stock -= sold;
            shelf.Sold += sold;
            shelf.Lost += line.Demand.Count - sold;
        }
    }

    public void Placed(Order order) => orders[order.Id.Value] = order;

    public void Departed(TripDeparture departure)
    {
        foreach (var line in departure.Orders.SelectMany(order => orders[order.Value].Lines))
        {
            Load(departure.Vehicle, line.Product, line.Cases.Count);
            casesOut += line.Cases.Count;
        }
    }

    public void Delivered(DeliveryReport report)
    {
        foreach (var line in report.Orders.SelectMany(order => order.Lines))
        {
            var product = Setup[line.Product];
            var units = line.Delivered.ToUnits(product.UnitsPerCase).Count;
            var shelf = shelves[(report.Terminal, line.Product)];
            shelf.Stock += units;
            shelf.Delivered += units;
            UnitsDelivered += units;
            Load(report.Vehicle, line.Product, -line.Delivered.Count);
            casesDelivered += line.Delivered.Count;
            var worth = product.Prices.TerminalPerCase.MinorUnits * line.Delivered.Count;
            invoiced[report.Terminal] = invoiced.GetValueOrDefault(report.Terminal) + worth;
            invoicedToday += worth;
        }
    }

    public void Returned(TripReturn trip)
    {
        foreach (var line in trip.Unloaded)
        {
            Load(trip.Vehicle, line.Product, -line.Cases.Count);
            casesBack += line.Cases.Count;
        }
    }

    public void Paid(PaymentReport payment)
    {
        paid[payment.Terminal] = paid.GetValueOrDefault(payment.Terminal) + payment.Amount.MinorUnits;
        paidToday += payment.Amount.MinorUnits;
        MoneyPaid += payment.Amount.MinorUnits;
    }

    public void CloseDay()
    {
        foreach (var line in world.Ledger())
        {
            var shelf = shelves[(line.Terminal, line.Product)];
            Goods(line.Stock == shelf.Stock && line.Sold == shelf.Sold && line.Lost == shelf.Lost && line.Delivered == shelf.Delivered
                && line.Opening + line.Delivered - line.Sold == line.Stock && line.Stock >= 0);
        }

        foreach (var load in aboard.Values)
            Goods(load == 0);
        Goods(casesOut == casesDelivered + casesBack && world.Figures.CasesDelivered == casesDelivered);
        foreach (var terminal in Setup.Terminals)
        {
            var (debt, cash) = (invoiced.GetValueOrDefault(terminal.Id), paid.GetValueOrDefault(terminal.Id));
            Cash(world.InvoicedTo(terminal.Id).MinorUnits == debt && world.PaidBy(terminal.Id).MinorUnits == cash && debt >= cash);
        }

        Cash(world.Figures.Invoiced == new Money(invoicedToday) && world.Figures.Paid == new Money(paidToday));
        casesOut = casesBack = casesDelivered = invoicedToday = paidToday = 0;
    }

    private void Load(VehicleId vehicle, ProductId product, int cases) =>
        aboard[(vehicle, product)] = aboard.GetValueOrDefault((vehicle, product)) + cases;

    private void Goods(bool balanced)
    {
        Compared++;
        GoodsImbalances += balanced ? 0 : 1;
    }

    private void Cash(bool balanced)
    {
        Compared++;
        CashImbalances += balanced ? 0 : 1;
    }

    private sealed class Shelf
    {
        public int Stock { get; set; }

        public long Sold { get; set; }

        public long Lost { get; set; }

        public long Delivered { get; set; }
    }
}
