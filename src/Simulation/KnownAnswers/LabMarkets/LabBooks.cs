using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Goes through the lab's books of a run: each node's balance of each day, and each flow against what it must follow from.</summary>
/// <remarks>
/// A morning is the evening before. Money follows from goods and prices, what is paid from what was invoiced so many days before, what arrives from
/// what was sent, and what is delivered from the drops that were reported.
/// </remarks>
internal sealed class LabBooks(LabSetup setup) : ILabDeliveries
{
    private readonly long[][] drops = [.. setup.Regions.Select(_ => new long[setup.Days])];

    /// <summary>Balances looked at: three nodes of each product, three of cash and two of debt, on each day of each region.</summary>
    public int Compared { get; private set; }

    public long GoodsOff { get; private set; }

    public long CashOff { get; private set; }

    public long UnitsSold { get; private set; }

    public long MoneyPaid { get; private set; }

    public void Delivered(int region, int row, int day, int cases) => drops[region][day] += cases;

    public void Audit(LabResult result)
    {
        for (var region = 0; region < result.Regions.Count; region++)
        {
            var books = result.Regions[region].Books;
            for (var day = 0; day < setup.Days; day++)
            {
                for (var product = 0; product < setup.Products.Count; product++)
                    Goods(books, day, product, setup.Regions[region].Distributor.FactoryLeadDays);
                var cases = books[day].Goods.Select((line, product) => line.Delivered / setup.Products[product].UnitsPerCase).Sum();
                GoodsOff += Math.Abs(cases - drops[region][day]);
                Cash(books, day, setup.Regions[region].Distributor);
            }
        }
    }

    private void Goods(IReadOnlyList<LabDayBook> books, int day, int product, int leadDays)
    {
        var line = books[day].Goods[product];
        var morning = day == 0 ? (line.OnTheWayBefore, line.DepotBefore, line.TerminalsBefore) : EveningOf(books[day - 1].Goods[product]);
        GoodsOff += Math.Abs(morning.OnTheWayBefore + line.Ordered - line.Arrived - line.OnTheWay)
            + Math.Abs(morning.DepotBefore + line.Arrived - line.Delivered - line.Depot)
            + Math.Abs(morning.TerminalsBefore + line.Delivered - line.Sold - line.Terminals)
            + Math.Abs(line.Arrived - (day < leadDays ? 0 : books[day - leadDays].Goods[product].Ordered));
        UnitsSold += line.Sold;
        Compared += 3;

        static (long OnTheWayBefore, long DepotBefore, long TerminalsBefore) EveningOf(LabGoodsLine before) => (before.OnTheWay, before.Depot, before.Terminals);
    }

    private void Cash(IReadOnlyList<LabDayBook> books, int day, LabDistributor distributor)
    {
        var (goods, cash) = (books[day].Goods, books[day].Cash);
        var before = day == 0 ? new LabCashLine { DistributorCash = distributor.OpeningCash.MinorUnits } : books[day - 1].Cash;
        CashOff += Math.Abs(before.TerminalCash + cash.ConsumersPaid - cash.TerminalsPaid - cash.TerminalCash)
            + Math.Abs(before.DistributorCash + cash.TerminalsPaid - cash.DistributorPaid - cash.DistributorSpent - cash.DistributorCash)
            + Math.Abs(before.CompanyCash + cash.DistributorPaid - cash.CompanySpent - cash.CompanyCash)
            + Math.Abs(before.TerminalDebt + cash.Invoiced - cash.TerminalsPaid - cash.TerminalDebt)
            + Math.Abs(before.DistributorDebt + cash.FactoryInvoiced - cash.DistributorPaid - cash.DistributorDebt);
        CashOff += Math.Abs(cash.ConsumersPaid - Worth(goods, line => line.Sold, product => product.UnitsPerCase * product.RetailPerUnit.MinorUnits))
            + Math.Abs(cash.Invoiced - Worth(goods, line => line.Delivered, product => product.ChannelPerCase.MinorUnits))
            + Math.Abs(cash.FactoryInvoiced - Worth(goods, line => line.Arrived, product => product.FactoryPerCase.MinorUnits))
            + Math.Abs(cash.TerminalsPaid - (day < distributor.TerminalCreditDays ? 0 : books[day - distributor.TerminalCreditDays].Cash.Invoiced))
            + Math.Abs(cash.DistributorPaid - (day < distributor.FactoryCreditDays ? 0 : books[day - distributor.FactoryCreditDays].Cash.FactoryInvoiced));
        MoneyPaid += cash.TerminalsPaid + cash.DistributorPaid;
        Compared += 5;
    }

    private long Worth(IReadOnlyList<LabGoodsLine> goods, Func<LabGoodsLine, long> units, Func<LabProduct, long> pricePerCase) =>
        goods.Select((line, product) => units(line) * pricePerCase(setup.Products[product]) / setup.Products[product].UnitsPerCase).Sum();
}
