using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>What the driver is to collect at a stop (应收), from the outlet's terms and what it owes.</summary>
/// <param name="Amount">Nothing where the terms put the goods on account.</param>
/// <param name="Earlier">The part of it that is owed for earlier deliveries.</param>
internal readonly record struct Receivable(Money Amount, Money Earlier)
{
    /// <remarks>
    /// Cash on delivery: the goods and whatever is still owed. Settled at the next visit (赊销): what is owed, not today's goods. Monthly account: nothing.
    /// What has been delivered already is part of the balance, so a sheet printed again in the evening asks for the same.
    /// </remarks>
    public static Receivable Of(PlannedDeliveries day, DeliveryStop stop)
    {
        var delivered = ValueOf(day, stop, PlannedOrderState.Delivered);
        var earlier = day.Balances.GetValueOrDefault(stop.Terminal).MinorUnits - delivered;
        return day.Terminals[stop.Terminal].Terms switch
        {
            PaymentTerms.CashOnDelivery => Positive(earlier + delivered + ValueOf(day, stop, PlannedOrderState.Open), earlier),
            PaymentTerms.NextVisit => Positive(earlier, earlier),
            PaymentTerms.MonthlyAccount => default,
            var terms => throw new InvalidOperationException($"Unknown terms {terms}."),
        };
    }

    private static Receivable Positive(long amount, long earlier) => new(new Money(Math.Max(0, amount)), new Money(Math.Max(0, earlier)));

    private static long ValueOf(PlannedDeliveries day, DeliveryStop stop, PlannedOrderState state) => stop.Orders
        .Select(order => day.Orders.GetValueOrDefault(order)).OfType<PlannedOrder>()
        .Where(order => order.State == state).Sum(order => order.Value.MinorUnits);
}
