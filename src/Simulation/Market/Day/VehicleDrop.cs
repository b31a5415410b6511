using Territory.Model.Deliveries;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>One stop of a vehicle: settle, hand over or take back, collect.</summary>
internal sealed class VehicleDrop(DayContext day, VehicleFile vehicle, int trip, int number, StopUnderWay stop)
{
    private readonly EntityKey key = EntityKey.Of(vehicle.Id).With(EntityKey.Of(stop.Planned.Terminal));

    public async ValueTask MakeAsync(IEnumerable<Order> orders, CancellationToken cancellationToken)
    {
        var deliveries = orders.Select(Deliver).ToList();
        await day.Sales.SettleAsync(stop.Planned.Terminal, stop.Departure, cancellationToken);
        await day.World.DeliverAsync(
            new DeliveryReport(
                day.Command(DrawPurpose.DeliverCommand, key, trip), vehicle.Id, vehicle.Distributor, stop.Planned.Terminal, day.Date, trip, number,
                stop.Planned.Window, stop.Arrival, stop.ServiceStart, stop.Departure, deliveries, stop.Refusal),
            cancellationToken);
        await CollectAsync(deliveries, cancellationToken);
    }

    /// <summary>Collects again for a stop that is on record: the process may have ended between the delivery and the payment.</summary>
    public ValueTask CollectAgainAsync(IEnumerable<Order> orders, CancellationToken cancellationToken) =>
        CollectAsync([.. orders.Select(Deliver)], cancellationToken);

    private async ValueTask CollectAsync(List<OrderDelivery> deliveries, CancellationToken cancellationToken)
    {
        var terms = day.Setup[stop.Planned.Terminal].Terms;
        var due = PaymentRule.AtDelivery(terms, ValueOf(deliveries));
        if (due > Money.Zero)
        {
            await day.World.RecordPaymentAsync(
                new PaymentReport(
                    day.Command(DrawPurpose.PaymentCommand, key, trip), stop.Planned.Terminal, null, vehicle.Id, day.Date, stop.Departure, due,
                    PaymentRule.Method(terms)),
                cancellationToken);
        }
    }

    private OrderDelivery Deliver(Order order) => new(
        order.Id,
        [.. order.Lines.Select(line =>
            new DeliveryLine(line.Product, line.Cases, stop.Refusal == RefusalReason.None ? line.Cases : Cases.Zero))]);

    private Money ValueOf(IEnumerable<OrderDelivery> deliveries) => deliveries
        .SelectMany(delivery => delivery.Lines)
        .Aggregate(Money.Zero, (sum, line) => sum + (day.Setup[line.Product].Prices.TerminalPerCase * line.Delivered.Count));
}
