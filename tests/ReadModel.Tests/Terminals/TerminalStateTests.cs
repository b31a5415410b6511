using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.ReadModel.Tests.Terminals;

public sealed class TerminalStateTests
{
    private static readonly TerminalRegistered Registered = new(Samples.Terminal("T1"), null, Samples.Monday);

    [Fact]
    public void Apply_RegistrationThenWithdrawal_IsNothing() =>
        Fold(Registered, new TerminalWithdrawn("wrong batch")).ShouldBeNull();

    [Fact]
    public void Apply_EventBeforeRegistration_Throws() =>
        Should.Throw<InvalidOperationException>(() => Fold(new TerminalWithdrawn("x")));

    [Fact]
    public void Apply_Sales_TakesThemFromStockAndCountsTheInterval()
    {
        var state = Fold(Registered, Opening(10, 20, 0), Sold(0, 0, (1, 4, 0), (2, 0, 0)), Sold(0, 1, (1, 6, 3)))!;

        state.Shelf.Stock.ShouldBe([0, 20, 0]);
        state.NextInterval.ShouldBe(2);
        state.SettledDay.ShouldBe(Samples.Monday);
        state.Shelf.Sales.Sums(3).ShouldBe([10, 0, 0]);
    }

    [Fact]
    public void Apply_SecondCount_KeepsTheFiguresOfTheOrderRule()
    {
        var state = Fold(
            Registered, Counted(10, 0, 0), Ordered("O1", 1, cases: 2), Delivered("O1", 1, ordered: 2, delivered: 2), Counted(12, 0, 0))!;

        state.Shelf.CountBefore[0].ShouldBe(10);
        state.Shelf.ReceivedBetween[0].ShouldBe(24);
        state.Shelf.LastCount[0].ShouldBe(12);
        state.Shelf.Received[0].ShouldBe(0);
        state.Shelf.Stock[0].ShouldBe(12);
    }

    [Fact]
    public void Apply_OrderAndDelivery_MovesUnitsFromOrderToStockAndOwesThem()
    {
        var ordered = Fold(Registered, Ordered("O1", 1, cases: 2), Ordered("O2", 1, cases: 1))!;
        ordered.Shelf.OnOrder.ShouldBe([36, 0, 0]);

        var delivered = TerminalState.Apply(ordered, Delivered("O1", 1, ordered: 2, delivered: 1))!;

        delivered.Shelf.OnOrder.ShouldBe([12, 0, 0]);
        delivered.Shelf.Stock.ShouldBe([12, 0, 0]);
        delivered.OpenOrders.ShouldHaveSingleItem().Order.Id.ShouldBe(new OrderId("O2"));
        delivered.Balance.ShouldBe(Money.FromMajor(24));
        delivered.OldestUnpaidOn.ShouldBe(Samples.Monday.AddDays(1));
    }

    [Fact]
    public void Apply_RefusedDeliveryThatStaysOpen_KeepsTheOrder()
    {
        var state = Fold(Registered, Ordered("O1", 1, cases: 2), Delivered("O1", 1, ordered: 2, delivered: 0) with { OrdersStayOpen = true })!;

        state.OpenOrders.Count.ShouldBe(1);
        state.Shelf.OnOrder.ShouldBe([24, 0, 0]);
        state.OldestUnpaidOn.ShouldBeNull();
    }

    [Fact]
    public void Apply_FullPayment_ForgetsTheOldestDebt()
    {
        var state = Fold(
            Registered, Ordered("O1", 1, cases: 1), Delivered("O1", 1, ordered: 1, delivered: 1),
            new PaymentReceived(Money.FromMajor(24), PaymentMethod.Cash, null, Samples.At(2, 9), Samples.Monday.AddDays(2)))!;

        state.Balance.ShouldBe(Money.Zero);
        state.OldestUnpaidOn.ShouldBeNull();
    }

    [Fact]
    public void Apply_ProductNoLongerListed_StaysAtTheEndWhileItHasStock()
    {
        var file = Samples.Terminal("T1") with { ListedProducts = [Samples.ProductId(3), Samples.ProductId(4)] };
        var state = Fold(Registered, Opening(5, 0, 7), new TerminalFileChanged(file))!;

        state.Shelf.Products.ShouldBe([Samples.ProductId(3), Samples.ProductId(4), Samples.ProductId(1)]);
        state.Shelf.Stock.ShouldBe([7, 0, 5]);
        state.Shelf.Listed.ShouldBe(2);
        state.Shelf.OutOfStock().ShouldBe(1);
    }

    [Fact]
    public void LowestCoverDays_OfListedProductsThatSell_IsTheSmallestStockOverMeanSales()
    {
        // 12 sold in two days is 6 a day: 12 left cover 2 days. 3 sold is 1.5 a day: 9 left cover 6. The third does not sell.
        var state = Fold(Registered, Opening(24, 12, 5), Sold(0, 0, (1, 6, 0), (2, 2, 0)), Sold(1, 0, (1, 6, 0), (2, 1, 0)))!;

        state.Shelf.LowestCoverDays().ShouldBe(2.0);
    }

    [Fact]
    public void State_OfAShopWithFifteenProductsAndFourWeeksOfSales_StaysUnderTwoKilobytes()
    {
        var random = new Random(7);
        var events = new List<IEvent> { new TerminalRegistered(Samples.Terminal("T000123", products: 15), null, Samples.Monday) };
        events.Add(new OpeningStockSet([.. Enumerable.Range(1, 15).Select(p => Count(p, 60))], Samples.At(0, 7), Samples.Monday));
        for (var day = 0; day < 28; day++)
            events.Add(Sold(day, 0, [.. Enumerable.Range(1, 15).Select(p => (p, random.Next(3), random.Next(2)))]));
        events.Add(Counted([.. Enumerable.Range(1, 15)]));

        CompactJson.Write(Fold([.. events])!, TerminalState.JsonForm).Length.ShouldBeLessThan(2048);
    }

    private static TerminalState? Fold(params IEvent[] events) => events.Aggregate((TerminalState?)null, TerminalState.Apply);

    private static OpeningStockSet Opening(params int[] units) =>
        new([.. units.Select((count, i) => Count(i + 1, count))], Samples.At(0, 7), Samples.Monday);

    private static StockCounted Counted(params int[] units) => new(
        [.. units.Select((count, i) => new CountedLine(Samples.ProductId(i + 1), new Units(count), Units.Zero, null))], Samples.At(0, 10), Samples.Monday);

    private static SalesSettled Sold(int day, int interval, params (int Product, int Sold, int Lost)[] lines) => new(
        Samples.At(day, 8), Samples.At(day, 22), Samples.Monday.AddDays(day), interval,
        [.. lines.Select(line => new SoldLine(Samples.ProductId(line.Product), new Units(line.Sold), new Units(line.Lost)))]);

    private static OrderPlaced Ordered(string order, int product, int cases) => new(
        Samples.Order(order, "T1", (product, cases)),
        [new PricedLine(Samples.ProductId(product), new Cases(cases), new Units(cases * 12), Money.FromMajor(24 * cases))],
        Money.FromMajor(24 * cases), Samples.Monday);

    private static DeliveryReceived Delivered(string order, int product, int ordered, int delivered) => new(
        Samples.Vehicle, null, Samples.Distributor, [new OrderId(order)],
        [new DeliveredLine(Samples.ProductId(product), new Cases(ordered), new Cases(delivered), new Units(delivered * 12), Money.FromMajor(24 * delivered))],
        delivered < ordered ? RefusalReason.OutletClosed : RefusalReason.None, null, null, Samples.At(1, 9), Samples.At(1, 10), Samples.Monday.AddDays(1),
        Money.FromMajor(24 * delivered), false);

    private static StockCountLine Count(int product, int units) => new(Samples.ProductId(product), new Units(units));
}
