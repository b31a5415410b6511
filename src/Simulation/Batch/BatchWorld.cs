using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Visits;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Planning;

namespace Territory.Simulation.Batch;

/// <summary>A market in memory, in columns by outlet and product: what-if runs, replications, and the oracle for the live market.</summary>
/// <remarks>Not for use from two threads at once. A depot never runs out; what it sends out is accounted for in <see cref="DayFigures"/>.</remarks>
public sealed class BatchWorld : IMarketWorld
{
    private readonly IDayPlanner planner;
    private readonly StockColumns stock;
    private readonly Accounts accounts;
    private readonly DateOnly?[] lastVisits;
    private readonly DateOnly firstDay;
    private readonly SortedDictionary<string, Order> openOrders = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, DayPlans> plans = [];
    private DayRecord record;

    /// <param name="firstDay">The day from which outlets never visited are counted.</param>
    /// <param name="openEmpty">Whether every shelf starts empty instead of with <see cref="OpeningStock"/>.</param>
    public BatchWorld(MarketSetup setup, IDayPlanner planner, DateOnly firstDay, bool openEmpty = false)
    {
        Setup = setup;
        this.planner = planner;
        this.firstDay = firstDay;
        stock = new StockColumns(setup, openEmpty);
        accounts = new Accounts(setup.Terminals.Count);
        lastVisits = new DateOnly?[setup.Terminals.Count];
        record = new DayRecord(firstDay);
        Figures = new DayFigures { Date = firstDay };
    }

    public MarketSetup Setup { get; }

    /// <summary>The figures of the current day; final once it is closed.</summary>
    public DayFigures Figures { get; private set; }

    public IReadOnlyCollection<Order> OpenOrders => openOrders.Values;

    /// <summary>Every listed product of every outlet, with its totals since the world began.</summary>
    public IEnumerable<StockLedger> Ledger()
    {
        for (var row = 0; row < Setup.Terminals.Count; row++)
        {
            var (start, end) = Bounds(row);
            for (var cell = start; cell < end; cell++)
            {
                yield return new StockLedger(
                    Setup.Terminals[row].Id, stock.ProductAt(cell), stock.Opening[cell], stock.Delivered[cell], stock.Sold[cell], stock.Lost[cell],
                    stock.Stock[cell], stock.OnOrder[cell]);
            }
        }
    }

    public Money InvoicedTo(TerminalId terminal) => accounts.Invoiced[Setup.IndexOf(terminal)];

    public Money PaidBy(TerminalId terminal) => accounts.Paid[Setup.IndexOf(terminal)];

    public DateOnly? LastVisitOf(TerminalId terminal) => lastVisits[Setup.IndexOf(terminal)];

    /// <summary>Puts plans in force by hand; the market day takes them up at its next step.</summary>
    public void Publish(DayPlans dayPlans) => plans[dayPlans.Date] = dayPlans;

    /// <summary>Plans and publishes a day from what is open now.</summary>
    public async ValueTask PlanAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var due = openOrders.Values.Where(order => order.DueOn <= date).ToList();
        var deliveries = new List<DeliveryPlan>();
        foreach (var distributor in Setup.Distributors)
        {
            var orders = due.Where(order => order.Distributor == distributor.Id).ToList();
            if (orders.Count == 0)
                continue;
            var plan = await planner.PlanDeliveriesAsync(new DeliveryPlanning(Setup, distributor.Id, date, orders), cancellationToken);
            deliveries.Add(plan with { Status = PlanStatus.Published });
        }

        var visits = new List<VisitPlan>();
        var records = Setup.Terminals.Select((terminal, row) => (terminal.Id, new VisitRecord(lastVisits[row], firstDay)))
            .ToDictionary(pair => pair.Id, pair => pair.Item2);
        foreach (var rep in Setup.Reps)
        {
            var plan = await planner.PlanVisitsAsync(new VisitPlanning(Setup, rep.Id, date, records), cancellationToken);
            visits.Add(plan with { Status = PlanStatus.Published });
        }

        Publish(new DayPlans(date, plans.TryGetValue(date, out var earlier) ? earlier.Revision + 1 : 1, visits, deliveries, due));
    }

    public ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken)
    {
        var current = plans.GetValueOrDefault(date) ?? DayPlans.None(date);
        return new(current.Revision == knownRevision ? null : current);
    }

    public ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (record.Date != date)
        {
            record = new DayRecord(date);
            Figures = new DayFigures { Date = date };
        }

        return new(record.ToProgress());
    }

    public ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken)
    {
        Settle(interval);
        return default;
    }

    public ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken)
    {
        foreach (var interval in intervals)
            Settle(interval);
        return default;
    }

    public ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(checkIn.Command, out var first))
            return new((VisitStart)first!);
        var row = Setup.IndexOf(checkIn.Terminal);
        var (start, end) = Bounds(row);
        var lines = new StockCountLine[end - start];
        for (var cell = start; cell < end; cell++)
            lines[cell - start] = new StockCountLine(stock.ProductAt(cell), new Units(stock.Stock[cell]));
        var answer = new VisitStart(lines, accounts.OutstandingOf(row), accounts.OldestUnpaidOn(row));
        record.Answer(checkIn.Command, answer);
        record.Started(checkIn);
        return new(answer);
    }

    public ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(count.Command, out var first))
            return new((IReadOnlyList<OrderBasis>)first!);
        var row = Setup.IndexOf(count.Terminal);
        var basis = new OrderBasis[count.Lines.Count];
        for (var index = 0; index < basis.Length; index++)
        {
            var line = count.Lines[index];
            var cell = stock.CellOf(row, line.Product);
            basis[index] = new OrderBasis(
                line.Product, stock.CountedAt(cell), new Units(stock.DeliveredSince[cell]), line.Units, new Units(stock.OnOrder[cell]));
            stock.LastCount[cell] = line.Units.Count;
            stock.DeliveredSince[cell] = 0;
        }

        record.Answer(count.Command, basis);
        return new(basis);
    }

    public ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(placement.Command, out _))
            return default;
        var order = placement.Order;
        openOrders.Add(order.Id.Value, order);
        foreach (var line in order.Lines)
        {
            stock.OnOrder[stock.CellOf(Setup.IndexOf(order.Terminal), line.Product)] += UnitsOf(line.Product, line.Cases);
            Figures.CasesOrdered += line.Cases.Count;
        }

        Figures.Orders++;
        record.Answer(placement.Command);
        return default;
    }

    public ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(checkOut.Command, out _))
            return default;
        lastVisits[Setup.IndexOf(checkOut.Terminal)] = checkOut.Date;
        Figures.VisitsDone++;
        record.Completed(checkOut);
        record.Answer(checkOut.Command);
        return default;
    }

    public ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(departure.Command, out _))
            return ValueTask.FromResult(true);
        record.Departed(departure);
        record.Answer(departure.Command);
        return ValueTask.FromResult(true);
    }

    public ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(report.Command, out _))
            return default;
        var row = Setup.IndexOf(report.Terminal);
        var invoice = Money.Zero;
        var keepsOpen = RefusalRule.KeepsOrderOpen(report.Reason);
        foreach (var delivery in report.Orders)
        {
            foreach (var line in delivery.Lines)
            {
                var cell = stock.CellOf(row, line.Product);
                var units = UnitsOf(line.Product, line.Delivered);
                stock.Stock[cell] += units;
                stock.DeliveredSince[cell] += units;
                stock.Delivered[cell] += units;
                if (!keepsOpen)
                    stock.OnOrder[cell] -= UnitsOf(line.Product, line.Ordered);
                invoice += Setup[line.Product].Prices.TerminalPerCase * line.Delivered.Count;
                Figures.CasesDelivered += line.Delivered.Count;
            }

            if (!keepsOpen)
                openOrders.Remove(delivery.Order.Value);
        }

        accounts.Invoice(row, invoice, report.Date);
        Figures.Invoiced += invoice;
        Figures.Drops++;
        Figures.DropsOnTime += report.OnTime ? 1 : 0;
        Figures.Refusals += report.Reason == default ? 0 : 1;
        record.Delivered(report);
        record.Answer(report.Command);
        return default;
    }

    public ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(payment.Command, out _))
            return default;
        accounts.Pay(Setup.IndexOf(payment.Terminal), payment.Amount);
        Figures.Paid += payment.Amount;
        record.Answer(payment.Command);
        return default;
    }

    public ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken)
    {
        if (record.IsRepeated(tripReturn.Command, out _))
            return default;
        record.Returned(tripReturn);
        record.Answer(tripReturn.Command);
        return default;
    }

    public async ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken)
    {
        if (record.NextDayPlanned)
            return;
        await PlanAsync(call.PlanFor, cancellationToken);
        record.NextDayPlanned = true;
    }

    public ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken)
    {
        if (record.Closed)
            return default;
        CountShelves();
        var today = plans.GetValueOrDefault(closing.Date) ?? DayPlans.None(closing.Date);
        Figures.VisitsPlanned = today.Visits.Sum(plan => plan.Visits.Count);
        Figures.DeliveriesDue = today.Deliveries.Sum(plan => plan.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count)));
        Figures.Unserved = today.Deliveries.Sum(plan => plan.Unserved.Count);
        plans.Remove(closing.Date);
        record.Closed = true;
        return default;
    }

    /// <summary>SHA-256 of the market's whole state, in hexadecimal.</summary>
    public string StateHash() => WorldHash.Of(Setup, stock, accounts, lastVisits, openOrders.Values);

    private void Settle(SalesInterval interval)
    {
        if (record.IsRepeated(interval.Command, out _))
            return;
        var row = Setup.IndexOf(interval.Terminal);
        foreach (var asked in interval.Demand)
        {
            var cell = stock.CellOf(row, asked.Product);
            var (sold, lost) = SalesSettlement.Settle(new Units(stock.Stock[cell]), asked.Demand);
            stock.Stock[cell] -= sold.Count;
            stock.Sold[cell] += sold.Count;
            stock.Lost[cell] += lost.Count;
            Figures.UnitsSold += sold.Count;
            Figures.UnitsLost += lost.Count;
        }

        record.Settled(interval);
        record.Answer(interval.Command);
    }

    private void CountShelves()
    {
        for (var row = 0; row < Setup.Terminals.Count; row++)
        {
            if (Setup.Terminals[row].Status != TerminalStatus.Active)
                continue;
            var shelf = stock.Stock.AsSpan(stock.CellsOf(row));
            var empty = shelf.Count(0);
            var volume = Setup.Terminals[row].CategoryVolumePerMonth.Count;
            Figures.ListedTerminalProducts += shelf.Length;
            Figures.EmptyTerminalProducts += empty;
            Figures.ActiveOutlets++;
            Figures.ActiveVolume += volume;
            if (empty == shelf.Length)
                continue;
            Figures.HandlingOutlets++;
            Figures.HandlingVolume += volume;
        }
    }

    private (int Start, int End) Bounds(int row)
    {
        var cells = stock.CellsOf(row);
        return (cells.Start.Value, cells.End.Value);
    }

    private int UnitsOf(ProductId product, Cases cases) => cases.ToUnits(Setup[product].UnitsPerCase).Count;
}
