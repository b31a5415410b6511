using System.Globalization;

using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>One call at an outlet: settle, check in, count, order, collect; and later check out.</summary>
/// <remarks>The order is worked out from the answers to the check-in and the count, so that a call carried out again orders the same.</remarks>
internal sealed class RepCall(DayContext day, RepFile rep, TerminalId terminal, TimeOfDay at, int number)
{
    private TerminalFile File => day.Setup[terminal];

    public EntityKey Key { get; } = EntityKey.Of(rep.Id).With(EntityKey.Of(terminal));

    public async ValueTask<VisitOutcome> MakeAsync(CancellationToken cancellationToken)
    {
        var world = day.World;
        await day.Sales.SettleAsync(terminal, at, cancellationToken);
        var start = await world.StartVisitAsync(
            new VisitCheckIn(day.Command(DrawPurpose.StartVisitCommand, Key), rep.Id, terminal, day.Date, at, number), cancellationToken);
        if (day.Sales.ProfileOf(terminal)?.IsOpenAt(at) != true)
            return VisitOutcome.FoundClosed;

        var basis = await world.CountStockAsync(
            new StockCount(day.Command(DrawPurpose.CountStockCommand, Key), rep.Id, terminal, day.Date, at, start.Stock), cancellationToken);
        var lines = Order(basis);
        if (lines.Count > 0)
        {
            var order = new OrderPlacement(day.Command(DrawPurpose.PlaceOrderCommand, Key), rep.Id, day.Date, at, OrderOf(lines));
            await world.PlaceOrderAsync(order, cancellationToken);
        }

        var due = PaymentRule.AtVisit(File.Terms, start.Outstanding, start.OldestUnpaidOn, day.Date);
        if (due > Money.Zero)
        {
            var payment = new PaymentReport(
                day.Command(DrawPurpose.PaymentCommand, Key), terminal, rep.Id, null, day.Date, at, due, PaymentRule.Method(File.Terms));
            await world.RecordPaymentAsync(payment, cancellationToken);
        }

        return lines.Count > 0 ? VisitOutcome.Ordered : VisitOutcome.NoOrder;
    }

    public ValueTask EndAsync(TimeOfDay departure, VisitOutcome outcome, CancellationToken cancellationToken) => day.World.CompleteVisitAsync(
        new VisitCheckOut(
            day.Command(DrawPurpose.CompleteVisitCommand, Key), rep.Id, terminal, day.Date, at, departure, outcome, Steps(departure, outcome)),
        cancellationToken);

    private List<OrderLine> Order(IReadOnlyList<OrderBasis> basis)
    {
        var daysBetweenVisits = VisitCadence.DaysBetweenVisits(day.Setup.Region, File);
        var lines = new List<OrderLine>(basis.Count);
        foreach (var line in basis)
        {
            var unitsPerCase = day.Setup[line.Product].UnitsPerCase;
            var tenths = day.Setup.Rates.OrderTargetTenths;
            var suggested = line.PreviousCount is { } previous
                ? OrderRule.Suggest(previous, line.DeliveredSince, line.Present, line.OnOrder, unitsPerCase, tenths)
                : OrderRule.SuggestFirst(
                    day.Setup.Demand.UnitsPerDay(terminal, line.Product, day.Date), daysBetweenVisits, line.Present, line.OnOrder, unitsPerCase, tenths);
            var cases = OrderRule.KeepListed(suggested, line.Present, line.OnOrder);
            if (cases > Cases.Zero)
                lines.Add(new OrderLine(line.Product, cases));
        }

        return lines;
    }

    private Order OrderOf(List<OrderLine> lines) => new()
    {
        Id = new OrderId(string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyyMMdd}-{terminal}-{rep.Id}")),
        Terminal = terminal,
        Distributor = File.Distributor ?? rep.Distributor,
        PlacedAt = day.Setup.Region.ToInstant(day.Date, at),
        DueOn = day.NextWorkingDay,
        Lines = lines,
    };

    /// <summary>The steps at even distances over the call; at a closed door only the first.</summary>
    private VisitStepDone[] Steps(TimeOfDay departure, VisitOutcome outcome)
    {
        var steps = day.Setup.Protocol.Steps;
        var length = (departure - at).Seconds;
        return [.. steps
            .Take(outcome == VisitOutcome.FoundClosed ? 1 : steps.Count)
            .Select((step, index) => new VisitStepDone(step.Code, at + new Duration((int)((long)length * (index + 1) / steps.Count))))];
    }
}
