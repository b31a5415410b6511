using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Visits;
using Territory.ReadModel.Market;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using ContractStep = Territory.Contracts.Terminals.VisitStepDone;

namespace Territory.Grains.Market;

/// <summary>
/// The live territory as the market day sees it: each call becomes the commands that a rep's, driver's or shop's report would be. Ids follow from
/// the call, so that sending it again gets the first answer.
/// </summary>
/// <remarks>
/// A refusal means that a person was there first, for example with a visit of their own: the market lets them have their way and goes on. A
/// failure is thrown on, and the market day sends the same commands again.
/// </remarks>
internal sealed class GrainMarketWorld : IMarketWorld
{
    /// <summary>Commands under way at once, so that they share commits.</summary>
    public const int MostUnderWay = 256;

    private readonly MarketContext context;
    private readonly Func<MarketState> stateOf;
    private readonly TripCalls trips;
    private readonly RepDays repDays;
    private readonly EveningPlans evening;
    private DayPlans plans = DayPlans.None(default);
    private long seenPublications;

    /// <param name="stateOf">The market's own state as it is on disk.</param>
    /// <param name="record">Records an event of the market itself.</param>
    public GrainMarketWorld(MarketContext context, MarketSetup setup, Func<MarketState> stateOf, Func<CommandId, IEvent, CancellationToken, Task> record)
    {
        this.context = context;
        this.stateOf = stateOf;
        Setup = setup;
        trips = new TripCalls(context, setup);
        repDays = new RepDays(context, setup, record);
        evening = new EveningPlans(context, setup, record);
    }

    public MarketSetup Setup { get; }

    /// <summary>The plans in force on the day.</summary>
    public DayPlans Plans => plans;

    public async ValueTask<DayPlans?> GetPlansAsync(DateOnly date, long knownRevision, CancellationToken cancellationToken)
    {
        var publications = context.Board.Publications;
        if (publications == seenPublications && plans.Date == date && plans.Revision == knownRevision)
            return null;
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        plans = DayPlanQueries.Read(snapshot, Setup.Region, date);
        seenPublications = publications;
        return plans.Revision == knownRevision ? null : plans;
    }

    public async ValueTask<DayProgress> GetProgressAsync(DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        return DayProgressQueries.Read(snapshot, Setup.Region, date, stateOf());
    }

    public async ValueTask SettleSalesAsync(SalesInterval interval, CancellationToken cancellationToken)
    {
        var until = At(interval.Date, interval.To);
        var command = new SettleSales(
            Header(interval.Command, until), At(interval.Date, interval.From), until, interval.Number,
            [.. interval.Demand.Select(line => new DemandLine(line.Product, line.Demand))]);
        Note(await Terminal(interval.Terminal).SettleSales(command, cancellationToken), nameof(SettleSales), interval.Terminal.Value);
    }

    public async ValueTask SettleManyAsync(IReadOnlyList<SalesInterval> intervals, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(MostUnderWay);
        var underWay = new List<Task>(intervals.Count);
        foreach (var interval in intervals)
        {
            await places.WaitAsync(cancellationToken);
            underWay.Add(SettleOneAsync(interval));
        }

        await Task.WhenAll(underWay);

        async Task SettleOneAsync(SalesInterval interval)
        {
            try
            {
                await SettleSalesAsync(interval, cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }
    }

    public async ValueTask<VisitStart> StartVisitAsync(VisitCheckIn checkIn, CancellationToken cancellationToken)
    {
        var plan = plans.Visits.FirstOrDefault(list => list.Rep == checkIn.Rep)?.Id;
        if (checkIn.Number == 0)
            await repDays.StartAsync(checkIn.Rep, checkIn.Date, plans, cancellationToken);
        var file = Setup[checkIn.Terminal];
        var terminal = Terminal(checkIn.Terminal);
        var command = new StartVisit(Header(checkIn.Command, At(checkIn.Date, checkIn.At)), checkIn.Rep, plan, file.Location);
        Note(await terminal.StartVisit(command, cancellationToken), nameof(StartVisit), checkIn.Terminal.Value);

        var found = await terminal.GetSnapshot(cancellationToken) ?? throw new InvalidOperationException($"Terminal {checkIn.Terminal} is gone.");
        var stock = found.Stock.ToDictionary(line => line.Product, line => line.Stock);
        return new VisitStart(
            [.. file.ListedProducts.Select(product => new StockCountLine(product, stock.GetValueOrDefault(product)))], found.Balance, found.OldestUnpaidOn);
    }

    public async ValueTask<IReadOnlyList<OrderBasis>> CountStockAsync(StockCount count, CancellationToken cancellationToken)
    {
        var command = new CountStock(Header(count.Command, At(count.Date, count.At)), count.Lines);
        var result = await Terminal(count.Terminal).CountStock(command, cancellationToken);
        Note(result.Outcome, nameof(CountStock), count.Terminal.Value);
        return [.. result.Suggested.Select(line => new OrderBasis(line.Product, line.LastCount, line.ReceivedSince, line.Counted, line.OnOrder))];
    }

    public async ValueTask PlaceOrderAsync(OrderPlacement placement, CancellationToken cancellationToken)
    {
        var order = placement.Order;
        var command = new PlaceOrder(Header(placement.Command, At(placement.Date, placement.At)), order.Id, order.DueOn, order.Lines, order.Note);
        Note(await Terminal(order.Terminal).PlaceOrder(command, cancellationToken), nameof(PlaceOrder), order.Terminal.Value);
    }

    public async ValueTask CompleteVisitAsync(VisitCheckOut checkOut, CancellationToken cancellationToken)
    {
        var outcome = checkOut.Outcome switch
        {
            VisitOutcome.Ordered => "ordered",
            VisitOutcome.FoundClosed => "found-closed",
            _ => "no-order",
        };
        var command = new CompleteVisit(
            Header(checkOut.Command, At(checkOut.Date, checkOut.Departure)), outcome,
            [.. checkOut.Steps.Select(step => new ContractStep(step.Code, At(checkOut.Date, step.At)))]);
        Note(await Terminal(checkOut.Terminal).CompleteVisit(command, cancellationToken), nameof(CompleteVisit), checkOut.Terminal.Value);
    }

    public ValueTask<bool> DepartAsync(TripDeparture departure, CancellationToken cancellationToken) => trips.DepartAsync(departure, plans, cancellationToken);

    public ValueTask DeliverAsync(DeliveryReport report, CancellationToken cancellationToken) => trips.DeliverAsync(report, plans, cancellationToken);

    public async ValueTask RecordPaymentAsync(PaymentReport payment, CancellationToken cancellationToken)
    {
        var command = new ReceivePayment(Header(payment.Command, At(payment.Date, payment.At)), payment.Amount, payment.Method, null, payment.Vehicle);
        Note(await Terminal(payment.Terminal).ReceivePayment(command, cancellationToken), nameof(ReceivePayment), payment.Terminal.Value);
    }

    public ValueTask ReturnAsync(TripReturn tripReturn, CancellationToken cancellationToken) => trips.ReturnAsync(tripReturn, plans, cancellationToken);

    public ValueTask PlanNextDayAsync(PlanningCall call, CancellationToken cancellationToken) => evening.PlanAsync(call, cancellationToken);

    public ValueTask CloseDayAsync(DayClosing closing, CancellationToken cancellationToken) => repDays.CloseAsync(closing, plans, cancellationToken);

    private DateTimeOffset At(DateOnly date, TimeOfDay time) => Setup.Region.ToInstant(date, time);

    private ITerminalGrain Terminal(TerminalId id) => context.Grains.GetGrain<ITerminalGrain>(id.Value);

    private static CommandHeader Header(CommandId id, DateTimeOffset at) => MarketContext.Header(id, at);

    private void Note(CommandResult result, string command, string actor) => context.Note(result, command, actor);
}
