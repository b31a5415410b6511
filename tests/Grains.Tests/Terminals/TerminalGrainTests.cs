using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Journal;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Visits;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Terminals;

public sealed class TerminalGrainTests
{
    [Fact]
    public async Task GetSnapshot_BeforeRegistration_IsNull()
    {
        await using var cluster = await TerritoryCluster.StartAsync();

        (await cluster.Terminal().GetSnapshot()).ShouldBeNull();
    }

    [Fact]
    public async Task Register_InAnUnknownRegion_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartAsync();

        var result = await cluster.Terminal().Register(new RegisterTerminal(Header(6), Samples.Terminal("T1"), null));

        result.RefusalCode.ShouldBe("region.unknown");
    }

    [Fact]
    public async Task Visit_FromCheckInToCheckOut_CountsSuggestsAndOrders()
    {
        // The worked example of the 1.5x rule in units: S0 = 10, P0 = 20, S1 = 12: sold 18, target 27, order 15.
        await using var cluster = await TerritoryCluster.StartWithRegionAsync(Samples.Product(1) with { UnitsPerCase = 1 });
        var terminal = await cluster.RegisterTerminalAsync(Samples.Terminal("T1", products: 1));
        await terminal.CountStock(Count(8, 10));
        await terminal.PlaceOrder(Order("O1", 8, 20));
        (await terminal.ReceiveDelivery(Delivery("O1", 20, 20, 10))).Outcome.Accepted.ShouldBeTrue();

        (await terminal.StartVisit(new StartVisit(Header(11), Samples.Rep, null, null))).Accepted.ShouldBeTrue();
        (await terminal.RecordVisitStep(new RecordVisitStep(Header(11), VisitProtocol.StoreCheck, null))).Accepted.ShouldBeTrue();
        var count = await terminal.CountStock(Count(11, 12));
        count.Suggested.ShouldHaveSingleItem().ShouldBe(new SuggestedLine(
            Samples.ProductId(1), new Units(10), new Units(20), new Units(12), Units.Zero, new Cases(15)));
        (await terminal.PlaceOrder(Order("O2", 11, 15))).Accepted.ShouldBeTrue();
        (await terminal.CompleteVisit(new CompleteVisit(Header(12), "ordered"))).Accepted.ShouldBeTrue();

        var snapshot = (await terminal.GetSnapshot()).ShouldNotBeNull();
        snapshot.Visit.ShouldBeNull();
        snapshot.LastVisitOn.ShouldBe(Samples.Monday);
        snapshot.OpenOrders.ShouldHaveSingleItem().Id.ShouldBe(new OrderId("O2"));
        snapshot.Stock.ShouldHaveSingleItem().ShouldBe(new StockLine(Samples.ProductId(1), new Units(12), new Units(15), 0));
        snapshot.Balance.ShouldBe(Money.FromMajor(24) * 20);
    }

    [Fact]
    public async Task Command_SentTwice_ActsOnceAndGivesTheFirstAnswer()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();
        var count = Count(9, 10);
        var first = await terminal.CountStock(count);
        var position = cluster.Journal.Position;

        var second = await terminal.CountStock(count);

        MessageOf(second).ShouldBe(MessageOf(first));
        first.Outcome.Position.ShouldBe(position);
        cluster.Journal.Position.ShouldBe(position);
    }

    [Fact]
    public async Task Command_RetriedWhenTheStateHasMovedOn_GivesTheFirstAnswerAndNoRefusal()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();
        var start = new StartVisit(Header(9), Samples.Rep, null, null);
        var order = Order("O1", 9, 2);
        var started = await terminal.StartVisit(start);
        var ordered = await terminal.PlaceOrder(order);
        await terminal.CompleteVisit(new CompleteVisit(Header(10), null));
        await terminal.CancelOrder(new CancelOrder(Header(10), new OrderId("O1"), "mistake"));

        (await terminal.StartVisit(start)).ShouldBe(started);
        (await terminal.PlaceOrder(order)).ShouldBe(ordered);
    }

    [Fact]
    public async Task Command_RetriedAfterACrash_GivesTheFirstAnswer()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();
        var count = Count(9, 10);
        var first = await terminal.CountStock(count);
        var before = (await terminal.GetSnapshot())!;

        await cluster.CrashAndRestartAsync();

        var again = cluster.Terminal();
        MessageOf((await again.GetSnapshot())!).ShouldBe(MessageOf(before));
        MessageOf(await again.CountStock(count)).ShouldBe(MessageOf(first));
    }

    [Fact]
    public async Task Command_AfterAnotherWriterMovedTheStream_IsDecidedAnew()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();
        var version = (await terminal.GetSnapshot())!.Version;
        var visit = new VisitStarted(new RepId("S9"), null, null, Samples.At(0, 9), Samples.Monday);
        await cluster.Journal.AppendAsync(new AppendRequest(
            StreamId.Of("terminal", "T1"), version, CommandId.New(), "elsewhere", [new EventData(EventCodec.AliasOf(visit), EventCodec.Encode(visit))],
            Array.Empty<byte>()));

        var result = await terminal.StartVisit(new StartVisit(Header(10), Samples.Rep, null, null));

        result.RefusalCode.ShouldBe("visit.open-by-other-rep");
        (await terminal.GetSnapshot())!.Version.ShouldBe(version + 1);
    }

    [Fact]
    public async Task PlaceOrder_WithAnIdThatAnotherOutletUsed_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await (await cluster.RegisterTerminalAsync()).PlaceOrder(Order("O1", 9, 2));
        var other = await cluster.RegisterTerminalAsync(Samples.Terminal("T2"));

        (await other.PlaceOrder(Order("O1", 9, 2))).RefusalCode.ShouldBe("order.exists");
    }

    [Fact]
    public async Task Withdraw_BeforeAnyBusiness_TakesTheFileBackAndLetsItBeOpenedAgain()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();

        (await terminal.Withdraw(new WithdrawTerminal(Header(7), "undo"))).Accepted.ShouldBeTrue();

        (await terminal.GetSnapshot()).ShouldBeNull();
        (await cluster.RegisterTerminalAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Commands_ToManyOutletsAtOnce_AllTakeEffectOnce()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var ids = Enumerable.Range(0, 200).Select(i => $"X{i:000}").ToArray();
        await Task.WhenAll(ids.Select(id => cluster.RegisterTerminalAsync(Samples.Terminal(id))));

        var results = await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(1, 3).Select(units => cluster.Terminal(id).CountStock(Count(8 + units, units)))));

        results.ShouldAllBe(result => result.Outcome.Accepted);
        results.Select(result => result.Outcome.Position).Distinct().Count().ShouldBe(600);
        foreach (var id in ids)
            (await cluster.Terminal(id).GetSnapshot())!.Version.ShouldBe(4);
    }

    [Fact]
    public async Task ReceivePayment_OfAllThatIsOwed_ClearsTheBalance()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await cluster.RegisterTerminalAsync();
        await terminal.PlaceOrder(Order("O1", 8, 2));
        await terminal.ReceiveDelivery(Delivery("O1", 2, 2, 10));
        (await terminal.GetSnapshot())!.OldestUnpaidOn.ShouldBe(Samples.Monday);

        (await terminal.ReceivePayment(new ReceivePayment(Header(10), Money.FromMajor(48), PaymentMethod.Cash, null))).Accepted.ShouldBeTrue();

        var snapshot = (await terminal.GetSnapshot())!;
        snapshot.Balance.ShouldBe(Money.Zero);
        snapshot.OldestUnpaidOn.ShouldBeNull();
    }

    private static CommandHeader Header(int hour) => TerritoryCluster.Header(Samples.At(0, hour));

    private static CountStock Count(int hour, int units) => new(Header(hour), [new StockCountLine(Samples.ProductId(1), new Units(units))]);

    private static PlaceOrder Order(string id, int hour, int cases) =>
        new(Header(hour), new OrderId(id), Samples.Monday, [new OrderLine(Samples.ProductId(1), new Cases(cases))], null);

    private static ReceiveDelivery Delivery(string order, int ordered, int delivered, int hour) => new(
        Header(hour), Samples.Vehicle, null, [new OrderId(order)], [new DeliveryLine(Samples.ProductId(1), new Cases(ordered), new Cases(delivered))],
        RefusalReason.None, null, null, Samples.At(0, hour));

    private static string MessageOf(CountResult result) => CompactJson.Text(result, MessageJsonContext.Default.CountResult);

    private static string MessageOf(TerminalSnapshot snapshot) => CompactJson.Text(snapshot, MessageJsonContext.Default.TerminalSnapshot);
}
