using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.Tests.Market;

/// <summary>A world in memory that can answer late and out of step, fail before or after acting, and tells what it was sent.</summary>
internal sealed class WatchedWorld(BatchWorld inner) : IMarketWorld
{
    private int calls;

    public MarketSetup Setup => inner.Setup;

    public List<object> Sent { get; } = [];

    /// <summary>Whether every call yields to others before it acts.</summary>
    public bool IsLate { get; init; }

    /// <summary>Every n-th call fails, in turn before and after it acts; 0 for none.</summary>
    public int FailEvery { get; set; }

    public int Failures { get; private set; }

    public ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken) =>
        inner.GetPlansAsync(date, knownRevision, cancellationToken);

    public ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken) =>
        inner.GetProgressAsync(date, cancellationToken);

    public ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken) =>
        PassAsync(interval, () => inner.SettleSalesAsync(interval, cancellationToken));

    public ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken) =>
        PassAsync(intervals, () => inner.SettleManyAsync(intervals, cancellationToken));

    public ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken) =>
        PassAsync(checkIn, () => inner.StartVisitAsync(checkIn, cancellationToken));

    public ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken) =>
        PassAsync(count, () => inner.CountStockAsync(count, cancellationToken));

    public ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken) =>
        PassAsync(placement, () => inner.PlaceOrderAsync(placement, cancellationToken));

    public ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken) =>
        PassAsync(checkOut, () => inner.CompleteVisitAsync(checkOut, cancellationToken));

    public ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken) =>
        PassAsync(departure, () => inner.DepartAsync(departure, cancellationToken));

    public ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken) =>
        PassAsync(report, () => inner.DeliverAsync(report, cancellationToken));

    public ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken) =>
        PassAsync(payment, () => inner.RecordPaymentAsync(payment, cancellationToken));

    public ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken) =>
        PassAsync(tripReturn, () => inner.ReturnAsync(tripReturn, cancellationToken));

    public ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken) =>
        PassAsync(call, () => inner.PlanNextDayAsync(call, cancellationToken));

    public ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken) =>
        PassAsync(closing, () => inner.CloseDayAsync(closing, cancellationToken));

    private async ValueTask PassAsync(object message, Func<ValueTask> act) => await PassAsync(message, async () =>
    {
        await act();
        return true;
    });

    private async ValueTask<T> PassAsync<T>(object message, Func<ValueTask<T>> act)
    {
        var call = ++calls;
        // Odd calls wait longer than even ones, so that calls in flight together overtake each other.
        for (var turn = 0; IsLate && turn < 1 + (call % 2 * 3); turn++)
            await Task.Yield();
        var fails = FailEvery > 0 && call % FailEvery == 0;
        if (fails && call / FailEvery % 2 == 0)
            Fail();
        T answer;
        lock (Sent)
        {
            var acting = act();
            answer = acting.IsCompletedSuccessfully ? acting.GetAwaiter().GetResult() : acting.AsTask().GetAwaiter().GetResult();
            Sent.Add(message);
        }

        if (fails)
            Fail();
        return answer;
    }

    private void Fail()
    {
        Failures++;
        throw new IOException("The world did not answer.");
    }
}
