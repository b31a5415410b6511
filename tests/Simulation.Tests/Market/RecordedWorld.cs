using Territory.Model.Ids;
using Territory.Simulation.Batch;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Fitting;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.Tests.Market;

/// <summary>A market in memory that writes down its deliveries, and what a territory would know of its shelves.</summary>
internal sealed class RecordedWorld(BatchWorld world) : IMarketWorld
{
    private readonly Dictionary<(TerminalId, ProductId), (int Count, int Received)> counted = [];

    public List<Delivery> Deliveries { get; } = [];

    public MarketSetup Setup => world.Setup;

    /// <summary>Each terminal's shelf as it stands after so many days.</summary>
    public IReadOnlyDictionary<string, ScenarioShelf> Shelves(DateOnly firstDay, int days) => world.Ledger().GroupBy(line => line.Terminal).ToDictionary(
        lines => lines.Key.Value,
        lines => new ScenarioShelf(
            [.. lines.Select(line => new ShelfLine(line.Product.Value, line.Stock, line.OnOrder, SoldSinceCount(line), (int)line.Sold))],
            lines.Any(line => counted.ContainsKey((line.Terminal, line.Product))),
            world.LastVisitOf(lines.Key),
            days,
            firstDay),
        StringComparer.Ordinal);

    public ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken) => world.GetPlansAsync(date, knownRevision, cancellationToken);

    public ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken) => world.GetProgressAsync(date, cancellationToken);

    public ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken) => world.SettleSalesAsync(interval, cancellationToken);

    public ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken) => world.SettleManyAsync(intervals, cancellationToken);

    public ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken) => world.StartVisitAsync(checkIn, cancellationToken);

    public ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken)
    {
        foreach (var line in count.Lines)
            counted[(count.Terminal, line.Product)] = (line.Units.Count, 0);
        return world.CountStockAsync(count, cancellationToken);
    }

    public ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken) => world.PlaceOrderAsync(placement, cancellationToken);

    public ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken) => world.CompleteVisitAsync(checkOut, cancellationToken);

    public ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken) => world.DepartAsync(departure, cancellationToken);

    public ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        foreach (var line in report.Orders.SelectMany(order => order.Lines))
        {
            if (counted.TryGetValue((report.Terminal, line.Product), out var known))
                counted[(report.Terminal, line.Product)] = (known.Count, known.Received + (line.Delivered.Count * Setup[line.Product].UnitsPerCase));
        }

        if (report.Orders.Sum(order => order.Lines.Sum(line => line.Delivered.Count)) is > 0 and var cases)
            Deliveries.Add(new Delivery(report.Date, report.Terminal.Value, cases));
        return world.DeliverAsync(report, cancellationToken);
    }

    public ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken) => world.RecordPaymentAsync(payment, cancellationToken);

    public ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken) => world.ReturnAsync(tripReturn, cancellationToken);

    public ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken) => world.PlanNextDayAsync(call, cancellationToken);

    public ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken) => world.CloseDayAsync(closing, cancellationToken);

    private int SoldSinceCount(StockLedger line) =>
        counted.TryGetValue((line.Terminal, line.Product), out var known) ? Math.Max(0, known.Count + known.Received - line.Stock) : 0;
}
