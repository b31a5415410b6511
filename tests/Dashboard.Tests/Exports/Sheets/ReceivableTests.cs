using Territory.Dashboard.Exports.Sheets;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports.Sheets;

public sealed class ReceivableTests
{
    /// <summary>Goods for 100, and a balance that is what was owed before, or that and the goods once they are delivered. Expected values: the terms in words.</summary>
    [Theory]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Open, 0, 100, 0)]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Open, 30, 130, 30)]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Open, -40, 60, 0)]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Open, -140, 0, 0)]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Delivered, 130, 130, 30)]
    [InlineData(PaymentTerms.CashOnDelivery, PlannedOrderState.Cancelled, 30, 30, 30)]
    [InlineData(PaymentTerms.NextVisit, PlannedOrderState.Open, 0, 0, 0)]
    [InlineData(PaymentTerms.NextVisit, PlannedOrderState.Open, 30, 30, 30)]
    [InlineData(PaymentTerms.NextVisit, PlannedOrderState.Delivered, 130, 30, 30)]
    [InlineData(PaymentTerms.MonthlyAccount, PlannedOrderState.Open, 30, 0, 0)]
    public void Receivable_OfAStop_FollowsTermsAndBalance(PaymentTerms terms, PlannedOrderState state, int balance, int amount, int earlier)
    {
        var day = DeliverySample.Of([1]);
        var stop = day.Plan.Routes[0].Trips[0].Stops[0];
        day = day with
        {
            Terminals = new Dictionary<TerminalId, TerminalFile> { [stop.Terminal] = day.Terminals[stop.Terminal] with { Terms = terms } },
            Balances = new Dictionary<TerminalId, Money> { [stop.Terminal] = new(balance) },
            Orders = new Dictionary<OrderId, PlannedOrder> { [stop.Orders[0]] = day.Orders[stop.Orders[0]] with { State = state, Value = new Money(100) } },
        };

        Receivable.Of(day, stop).ShouldBe(new Receivable(new Money(amount), new Money(earlier)));
    }
}
