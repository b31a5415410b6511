using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.Market;

/// <summary>
/// What the market day acts on: arrays in memory in a what-if run, actors in the live territory. Each call is one command of one actor with an
/// id that the engine makes, so that sending it again must return the first answer.
/// </summary>
/// <remarks>
/// Order: calls that touch one terminal, one rep or one vehicle come one after another in simulated time. Calls to different ones may be
/// in flight together. A failed call throws and means "unknown outcome": the engine keeps the event and sends the same commands again.
/// </remarks>
public interface IMarketWorld
{
    MarketSetup Setup { get; }

    /// <summary>
    /// The published plans of the day, or null when their revision is still <paramref name="knownRevision"/>. Asked before each step, so it
    /// must be cheap when nothing changed. A day without plans has revision 0 and empty lists; -1 is never a revision.
    /// </summary>
    ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken);

    /// <summary>What has already happened on the day; empty on a fresh one. Asked once, when the day is opened or opened again.</summary>
    ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken);

    /// <summary>Sells what the interval's demand asks for and the stock holds (<see cref="Rules.SalesSettlement.Settle"/>).</summary>
    ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken);

    /// <summary>Settles different terminals at once, at closing time.</summary>
    ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken);

    /// <summary>The rep checks in; answers with what is on the shelf and what is owed.</summary>
    ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken);

    /// <summary>The rep counts; answers with what the order rule needs, as it was before this count became the last one.</summary>
    ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken);

    ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken);

    /// <summary>The rep checks out with the steps done.</summary>
    ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken);

    /// <summary>The vehicle leaves; false: it may not, and stays in the depot.</summary>
    ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken);

    /// <summary>A stop is done: goods handed over or refused.</summary>
    ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken);

    ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken);

    ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken);

    /// <summary>Plans and publishes the visits and deliveries of the next working day.</summary>
    ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken);

    /// <summary>Midnight: every terminal of the day is settled.</summary>
    ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken);
}
