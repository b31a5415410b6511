using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.KnownAnswers.Markets;

/// <summary>Passes every report on to a world and enters it in the second set of books.</summary>
public sealed class AuditedWorld(BatchWorld inner) : IMarketWorld
{
    public MarketBooks Books { get; } = new(inner);

    public MarketSetup Setup => inner.Setup;

    public ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken) =>
        inner.GetPlansAsync(date, knownRevision, cancellationToken);

    public ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken) =>
        inner.GetProgressAsync(date, cancellationToken);

    public ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken)
    {
        Books.Sold(interval);
        return inner.SettleSalesAsync(interval, cancellationToken);
    }

    public ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken)
    {
        foreach (var interval in intervals)
            Books.Sold(interval);
        return inner.SettleManyAsync(intervals, cancellationToken);
    }

    public ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken) =>
        inner.StartVisitAsync(checkIn, cancellationToken);

    public ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken) =>
        inner.CountStockAsync(count, cancellationToken);

    public ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken)
    {
        Books.Placed(placement.Order);
        return inner.PlaceOrderAsync(placement, cancellationToken);
    }

    public ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken) =>
        inner.CompleteVisitAsync(checkOut, cancellationToken);

    public ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken)
    {
        Books.Departed(departure);
        return inner.DepartAsync(departure, cancellationToken);
    }

    public ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        Books.Delivered(report);
        return inner.DeliverAsync(report, cancellationToken);
    }

    public ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken)
    {
        Books.Paid(payment);
        return inner.RecordPaymentAsync(payment, cancellationToken);
    }

    public ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken)
    {
        Books.Returned(tripReturn);
        return inner.ReturnAsync(tripReturn, cancellationToken);
    }

    public ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken) => inner.PlanNextDayAsync(call, cancellationToken);

    public async ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken)
    {
        await inner.CloseDayAsync(closing, cancellationToken);
        Books.CloseDay();
    }
}
