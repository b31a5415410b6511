using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Deliveries;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Terminals;

/// <summary>Every command of an outlet against the states that refuse it, by hand-made cases of the rules in docs/refusals.md.</summary>
public sealed class TerminalDecisionsTests
{
    private static readonly RegionCatalogue Catalogue = new(Samples.Region, [Samples.Product(1), Samples.Product(2), Samples.Product(3)]);
    private static readonly TerminalState Outlet = Fold(null, new TerminalRegistered(Samples.Terminal("T1"), null, Samples.Monday))!;
    private static readonly TerminalState Visited = Fold(Outlet, new VisitStarted(Samples.Rep, null, null, Samples.At(0, 9), Samples.Monday))!;
    private static readonly TerminalState Ordering = Fold(Outlet, Placed("O1", 2))!;

    [Theory]
    [InlineData("terminal.wrong-key", "T2", "店", 113.5, null)]
    [InlineData("terminal.name-missing", "T1", " ", 113.5, null)]
    [InlineData("terminal.location-invalid", "T1", "店", 999, null)]
    [InlineData("terminal.frequency-invalid", "T1", "店", 113.5, 0)]
    public void Register_FileThatBreaksARule_IsRefused(string code, string id, string name, double longitude, int? visits)
    {
        var file = Samples.Terminal(id) with { Name = name, Location = new GeoPoint(longitude, 29), VisitsPerCycle = visits };

        Code(FileDecisions.Register(null, new RegisterTerminal(Header(6), file, null), "T1", Catalogue)).ShouldBe(code);
    }

    [Fact]
    public void Register_Again_IsRefused() =>
        Code(FileDecisions.Register(Outlet, new RegisterTerminal(Header(6), Outlet.File, null), "T1", Catalogue)).ShouldBe("terminal.already-registered");

    [Fact]
    public void Register_ListingAProductThatTheRegionHasNot_IsRefused() =>
        Code(FileDecisions.Register(null, new RegisterTerminal(Header(6), Samples.Terminal("T1", products: 4), null), "T1", Catalogue)).ShouldBe("product.unknown");

    [Fact]
    public void Change_ToAnotherRegion_IsRefused() =>
        Code(FileDecisions.Change(Outlet, new ChangeTerminalFile(Header(6), Outlet.File with { Region = new RegionId("q") }), "T1", Catalogue))
            .ShouldBe("terminal.region-fixed");

    [Fact]
    public void Change_ToTheSameFile_IsAcceptedWithoutAnEvent() =>
        Accepted(FileDecisions.Change(Outlet, new ChangeTerminalFile(Header(6), Outlet.File), "T1", Catalogue)).ShouldBeEmpty();

    [Fact]
    public void Withdraw_AfterAVisit_IsRefused() =>
        Code(FileDecisions.Withdraw(Visited, new WithdrawTerminal(Header(6), "x"))).ShouldBe("terminal.has-history");

    [Fact]
    public void SetOpening_AfterSales_IsRefused()
    {
        var sold = Fold(Outlet, new SalesSettled(Samples.At(0, 0), Samples.At(0, 9), Samples.Monday, 0, []));

        Code(StockDecisions.SetOpening(sold, new SetOpeningStock(Header(10), []), Catalogue)).ShouldBe("stock.already-moving");
    }

    [Fact]
    public void Settle_MoreDemandThanStock_SellsTheStockAndLosesTheRest()
    {
        var stocked = Fold(Outlet, Opening((1, 5)));

        var settled = Accepted(StockDecisions.Settle(stocked, Settle(0, 0, 12, (1, 8), (2, 3)), Catalogue)).ShouldHaveSingleItem().ShouldBeOfType<SalesSettled>();

        settled.Lines.ShouldBe([new SoldLine(Samples.ProductId(1), new Units(5), new Units(3)), new SoldLine(Samples.ProductId(2), Units.Zero, new Units(3))]);
        settled.Day.ShouldBe(Samples.Monday);
    }

    [Fact]
    public void Settle_AnIntervalAlreadySettled_ChangesNothing()
    {
        var settled = Fold(Outlet, new SalesSettled(Samples.At(0, 0), Samples.At(0, 9), Samples.Monday, 0, []));

        Accepted(StockDecisions.Settle(settled, Settle(0, 0, 9, (1, 1)), Catalogue)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sales.interval-skipped", 2, 9, 12)]
    [InlineData("sales.already-settled", 1, 8, 12)]
    [InlineData("sales.interval-reversed", 1, 12, 9)]
    public void Settle_AnIntervalThatDoesNotFollow_IsRefused(string code, int interval, int from, int until)
    {
        var settled = Fold(Outlet, new SalesSettled(Samples.At(0, 0), Samples.At(0, 9), Samples.Monday, 0, []));

        Code(StockDecisions.Settle(settled, Settle(interval, from, until, (1, 1)), Catalogue)).ShouldBe(code);
    }

    [Fact]
    public void Settle_OnTheNextDay_StartsCountingAnew()
    {
        var settled = Fold(Outlet, new SalesSettled(Samples.At(0, 0), Samples.At(0, 9), Samples.Monday, 0, []));
        var next = new SettleSales(Header(22), Samples.At(1, 0), Samples.At(1, 9), 0, []);

        Accepted(StockDecisions.Settle(settled, next, Catalogue)).ShouldHaveSingleItem().ShouldBeOfType<SalesSettled>().Day.ShouldBe(Samples.Monday.AddDays(1));
    }

    [Theory]
    [InlineData("line.quantity", -1, 1)]
    [InlineData("product.unknown", 1, 9)]
    public void Settle_DemandThatBreaksARule_IsRefused(string code, int units, int product) =>
        Code(StockDecisions.Settle(Outlet, Settle(0, 0, 9, (product, units)), Catalogue)).ShouldBe(code);

    [Fact]
    public void Count_WithoutLines_IsRefused() =>
        StockDecisions.Count(Outlet, new CountStock(Header(9), []), Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe("count.empty");

    [Theory]
    [InlineData("line.quantity", -1)]
    [InlineData("line.quantity", StockDecisions.MostUnits + 1)]
    public void Count_OfAnImpossibleQuantity_IsRefused(string code, int units) =>
        StockDecisions.Count(Outlet, new CountStock(Header(9), [Line(1, units)]), Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe(code);

    [Fact]
    public void Count_OfAProductTwice_IsRefused() =>
        StockDecisions.Count(Outlet, new CountStock(Header(9), [Line(1, 1), Line(1, 2)]), Catalogue).Refusal!.Outcome.RefusalCode
            .ShouldBe("line.duplicate-product");

    // The most that is taken for a price is a hundred million of the currency, 1e10 of its minor units.
    [Theory]
    [InlineData(-1, "count.price-negative")]
    [InlineData(0, null)]
    [InlineData(10_000_000_000, null)]
    [InlineData(10_000_000_001, "count.price-negative")]
    [InlineData(long.MaxValue, "count.price-negative")]
    public void Count_WithAPriceSeen_TakesItWithinBounds(long minorUnits, string? code)
    {
        var count = new CountStock(Header(9), [Line(1, 1) with { RetailPriceSeen = new Money(minorUnits) }]);

        (StockDecisions.Count(Outlet, count, Catalogue).Refusal?.Outcome.RefusalCode).ShouldBe(code);
    }

    [Fact]
    public void Count_OfAnEmptyShelfNeverCountedBefore_SuggestsOneCaseToStayListed()
    {
        var decision = StockDecisions.Count(Outlet, new CountStock(Header(9), [Line(1, 0)]), Catalogue);

        decision.AnswerFrom(Fold(Outlet, [.. decision.Events])).Suggested.ShouldHaveSingleItem().Suggested.ShouldBe(new Cases(1));
    }

    [Fact]
    public void Start_WhileAnotherRepIsThere_NamesThatRep()
    {
        var refusal = VisitDecisions.Start(Visited, new StartVisit(Header(10), new RepId("S2"), null, null), Catalogue).Refusal!;

        refusal.RefusalCode.ShouldBe("visit.open-by-other-rep");
        refusal.Detail!["rep"].ShouldBe("S1");
    }

    [Fact]
    public void Start_Twice_IsRefused() =>
        Code(VisitDecisions.Start(Visited, new StartVisit(Header(10), Samples.Rep, null, null), Catalogue)).ShouldBe("visit.already-started");

    [Fact]
    public void Start_AtAnOutletThatClosedDown_IsRefused()
    {
        var closed = Outlet with { File = Outlet.File with { Status = TerminalStatus.Closed } };

        Code(VisitDecisions.Start(closed, new StartVisit(Header(10), Samples.Rep, null, null), Catalogue)).ShouldBe("terminal.closed-down");
    }

    [Fact]
    public void RecordStep_BeforeCheckIn_IsRefused() => Code(Step(Outlet, VisitProtocol.Greet)).ShouldBe("visit.not-started");

    [Fact]
    public void RecordStep_OfNoProtocol_IsRefused() => Code(Step(Visited, "dance")).ShouldBe("visit.unknown-step");

    [Fact]
    public void RecordStep_Twice_IsRefused() =>
        Code(Step(Fold(Visited, new VisitStepRecorded(VisitProtocol.Greet, null, Samples.At(0, 9))), VisitProtocol.Greet)).ShouldBe("visit.step-already-done");

    [Fact]
    public void Complete_WithoutCheckIn_IsRefused() =>
        Code(VisitDecisions.Complete(Outlet, new CompleteVisit(Header(10), null), Catalogue, VisitProtocol.EightSteps)).ShouldBe("visit.not-started");

    [Fact]
    public void Complete_BeforeItStarted_IsRefused() =>
        Code(VisitDecisions.Complete(Visited, new CompleteVisit(Header(8), null), Catalogue, VisitProtocol.EightSteps)).ShouldBe("visit.ends-before-start");

    [Fact]
    public void Complete_WithAnOrderAndSteps_IsProductiveAndKeepsEachStepOnce()
    {
        var state = Fold(Visited, new VisitStepRecorded(VisitProtocol.Greet, null, Samples.At(0, 9, 1)), Placed("O1", 1));
        var command = new CompleteVisit(Header(10), "ordered", [new(VisitProtocol.Greet, Samples.At(0, 9, 2)), new(VisitProtocol.Close, Samples.At(0, 9, 9))]);

        var completed = Accepted(VisitDecisions.Complete(state, command, Catalogue, VisitProtocol.EightSteps)).ShouldHaveSingleItem().ShouldBeOfType<VisitCompleted>();

        completed.Productive.ShouldBeTrue();
        completed.Steps.ShouldBe([new(VisitProtocol.Greet, Samples.At(0, 9, 1)), new(VisitProtocol.Close, Samples.At(0, 9, 9))]);
    }

    [Theory]
    [InlineData("order.unknown-product", 9, 1, 0)]
    [InlineData("line.quantity", 1, 0, 0)]
    [InlineData("line.quantity", 1, OrderDecisions.MostCases + 1, 0)]
    [InlineData("order.due-in-past", 1, 1, -1)]
    [InlineData("order.due-far", 1, 1, OrderDecisions.MostDaysAhead + 1)]
    public void Place_OrderThatBreaksARule_IsRefused(string code, int product, int cases, int dueInDays)
    {
        var command = new PlaceOrder(
            Header(9), new OrderId("O9"), Samples.Monday.AddDays(dueInDays), [new OrderLine(Samples.ProductId(product), new Cases(cases))], null);

        Code(OrderDecisions.Place(Outlet, command, Catalogue, idIsTaken: false)).ShouldBe(code);
    }

    [Fact]
    public void Place_OrderWithoutLines_IsRefused() =>
        Code(OrderDecisions.Place(Outlet, new PlaceOrder(Header(9), new OrderId("O9"), Samples.Monday, [], null), Catalogue, false)).ShouldBe("order.empty");

    [Fact]
    public void Place_OrderThatExists_IsRefused() =>
        Code(OrderDecisions.Place(Ordering, Placing("O1"), Catalogue, idIsTaken: false)).ShouldBe("order.exists");

    [Fact]
    public void Place_WithoutADistributor_IsRefused() =>
        Code(OrderDecisions.Place(Outlet with { File = Outlet.File with { Distributor = null } }, Placing("O2"), Catalogue, false)).ShouldBe("terminal.no-distributor");

    [Fact]
    public void Place_Order_CarriesUnitsAndValueAtTheTerminalPrice()
    {
        var placed = Accepted(OrderDecisions.Place(Outlet, Placing("O2"), Catalogue, false)).ShouldHaveSingleItem().ShouldBeOfType<OrderPlaced>();

        placed.Lines.ShouldBe([new PricedLine(Samples.ProductId(1), new Cases(3), new Units(36), Money.FromMajor(72))]);
        placed.Value.ShouldBe(Money.FromMajor(72));
        placed.Order.Distributor.ShouldBe(Samples.Distributor);
    }

    [Fact]
    public void Cancel_OrderThatIsNotOpen_IsRefused() =>
        Code(OrderDecisions.Cancel(Outlet, new CancelOrder(Header(9), new OrderId("O1"), "x"))).ShouldBe("order.not-open");

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    public void Pay_NothingOrLessOrBeyondAnySense_IsRefused(long amount) =>
        Code(OrderDecisions.Pay(Outlet, new ReceivePayment(Header(9), new Money(amount), PaymentMethod.Cash, null), Catalogue)).ShouldBe("payment.amount");

    [Theory]
    [InlineData("order.not-open", "O7", 1, 2, 2, RefusalReason.None)]
    [InlineData("delivery.lines-differ", "O1", 1, 3, 3, RefusalReason.None)]
    [InlineData("delivery.lines-differ", "O1", 2, 2, 2, RefusalReason.None)]
    [InlineData("line.quantity", "O1", 1, 2, 3, RefusalReason.None)]
    [InlineData("delivery.reason-missing", "O1", 1, 2, 1, RefusalReason.None)]
    public void Receive_DeliveryThatBreaksARule_IsRefused(string code, string order, int product, int ordered, int delivered, RefusalReason reason) =>
        DeliveryDecisions.Receive(Ordering, Delivery(order, product, ordered, delivered, reason), Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe(code);

    [Fact]
    public void Receive_WithoutOrders_IsRefused() =>
        DeliveryDecisions.Receive(Ordering, Delivery("O1", 1, 2, 2, RefusalReason.None) with { Orders = [] }, Catalogue).Refusal!.Outcome.RefusalCode
            .ShouldBe("delivery.no-orders");

    [Fact]
    public void Receive_WithAReversedWindow_IsRefused()
    {
        var command = Delivery("O1", 1, 2, 2, RefusalReason.None) with { WindowStart = Samples.At(0, 12), WindowEnd = Samples.At(0, 9) };

        DeliveryDecisions.Receive(Ordering, command, Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe("delivery.window-reversed");
    }

    [Theory]
    [InlineData(RefusalReason.OutletClosed, 0, true)]
    [InlineData(RefusalReason.NoCash, 0, true)]
    [InlineData(RefusalReason.Damaged, 0, false)]
    [InlineData(RefusalReason.OutletClosed, 1, false)]
    public void Receive_WithAReason_KeepsTheOrderOpenOnlyWhenNothingCameForAReasonThatPasses(RefusalReason reason, int delivered, bool stayOpen) =>
        DeliveryDecisions.Receive(Ordering, Delivery("O1", 1, 2, delivered, reason), Catalogue).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<DeliveryReceived>().OrdersStayOpen.ShouldBe(stayOpen);

    [Fact]
    public void EveryCommand_ToAnOutletThatIsNotRegistered_IsRefused()
    {
        Code(FileDecisions.Change(null, new ChangeTerminalFile(Header(9), Outlet.File), "T1", Catalogue)).ShouldBe("terminal.unknown");
        Code(FileDecisions.Withdraw(null, new WithdrawTerminal(Header(9), "x"))).ShouldBe("terminal.unknown");
        Code(StockDecisions.SetOpening(null, new SetOpeningStock(Header(9), []), Catalogue)).ShouldBe("terminal.unknown");
        Code(StockDecisions.Settle(null, Settle(0, 0, 9), Catalogue)).ShouldBe("terminal.unknown");
        StockDecisions.Count(null, new CountStock(Header(9), [Line(1, 1)]), Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe("terminal.unknown");
        Code(VisitDecisions.Start(null, new StartVisit(Header(9), Samples.Rep, null, null), Catalogue)).ShouldBe("terminal.unknown");
        Code(Step(null, VisitProtocol.Greet)).ShouldBe("terminal.unknown");
        Code(VisitDecisions.Complete(null, new CompleteVisit(Header(9), null), Catalogue, VisitProtocol.EightSteps)).ShouldBe("terminal.unknown");
        Code(OrderDecisions.Place(null, Placing("O1"), Catalogue, false)).ShouldBe("terminal.unknown");
        Code(OrderDecisions.Cancel(null, new CancelOrder(Header(9), new OrderId("O1"), "x"))).ShouldBe("terminal.unknown");
        Code(OrderDecisions.Pay(null, new ReceivePayment(Header(9), new Money(1), PaymentMethod.Cash, null), Catalogue)).ShouldBe("terminal.unknown");
        DeliveryDecisions.Receive(null, Delivery("O1", 1, 2, 2, RefusalReason.None), Catalogue).Refusal!.Outcome.RefusalCode.ShouldBe("terminal.unknown");
    }

    private static TerminalState? Fold(TerminalState? state, params IEvent[] events) => events.Aggregate(state, TerminalState.Apply);

    private static CommandHeader Header(int hour) => TerritoryCluster.Header(Samples.At(0, hour));

    private static string? Code(Decision<TerminalState, CommandResult> decision) => decision.Refusal?.RefusalCode;

    private static IReadOnlyList<IEvent> Accepted(Decision<TerminalState, CommandResult> decision)
    {
        decision.Refusal.ShouldBeNull();
        return decision.Events;
    }

    private static StockCountLine Line(int product, int units) => new(Samples.ProductId(product), new Units(units));

    private static OpeningStockSet Opening(params (int Product, int Units)[] lines) =>
        new([.. lines.Select(line => Line(line.Product, line.Units))], Samples.At(0, 6), Samples.Monday);

    private static SettleSales Settle(int interval, int from, int until, params (int Product, int Units)[] demand) => new(
        Header(until), Samples.At(0, from), Samples.At(0, until), interval,
        [.. demand.Select(line => new DemandLine(Samples.ProductId(line.Product), new Units(line.Units)))]);

    private static Decision<TerminalState, CommandResult> Step(TerminalState? state, string step) =>
        VisitDecisions.RecordStep(state, new RecordVisitStep(Header(10), step, null), VisitProtocol.EightSteps);

    private static PlaceOrder Placing(string id) =>
        new(Header(9), new OrderId(id), Samples.Monday, [new OrderLine(Samples.ProductId(1), new Cases(3))], null);

    private static OrderPlaced Placed(string id, int cases) => new(
        Samples.Order(id, "T1", (1, cases)), [new PricedLine(Samples.ProductId(1), new Cases(cases), new Units(12 * cases), Money.FromMajor(24 * cases))],
        Money.FromMajor(24 * cases), Samples.Monday);

    private static ReceiveDelivery Delivery(string order, int product, int ordered, int delivered, RefusalReason reason) => new(
        Header(10), Samples.Vehicle, null, [new OrderId(order)],
        [new DeliveryLine(Samples.ProductId(product), new Cases(ordered), new Cases(delivered))], reason, null, null, Samples.At(0, 9));
}
