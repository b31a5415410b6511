using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Deliveries;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.DispatchOrders;

/// <summary>One vehicle's day from the publication to the closed order; expected goods and money are added up by hand.</summary>
public sealed class DispatchOrderGrainTests
{
    private static readonly DateOnly Day = Samples.Monday.AddDays(1);
    private static readonly ProductId First = Samples.ProductId(1);

    [Fact]
    public async Task Publish_OfAPlan_IssuesAnOrderWithItsGoods()
    {
        await using var cluster = await PublishedAsync(cases: 5);

        var order = (await OrderOf(cluster).GetSnapshot())!.Order;

        order.Number.ShouldBe("20260303-V1");
        order.Version.ShouldBe(1);
        order.Status.ShouldBe(DispatchOrderStatus.Issued);
        order.Goods.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().ShouldBe(new OrderLine(First, new Cases(5)));
        order.Route.Trips.ShouldHaveSingleItem().Stops.ShouldHaveSingleItem().Terminal.ShouldBe(new TerminalId("T1"));
    }

    [Fact]
    public async Task Publish_SentAgain_IssuesNothingTwice()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        var before = cluster.Journal.Position;

        (await PlanOf(cluster).Publish(Publication(1))).Accepted.ShouldBeTrue();

        cluster.Journal.Position.ShouldBe(before);
    }

    [Fact]
    public async Task Publish_OfAPlanThatSaysTheSame_KeepsTheSignedOrder()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        (await OrderOf(cluster).Sign(Signing(1))).Accepted.ShouldBeTrue();

        await ProposeAndPublishAsync(cluster, version: 2);

        var order = (await OrderOf(cluster).GetSnapshot())!.Order;
        order.Version.ShouldBe(1);
        order.Signatures.ShouldHaveSingleItem().Name.ShouldBe("王师傅");
    }

    [Fact]
    public async Task Publish_OfAChangedPlan_AsksForNewSignatures()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        (await OrderOf(cluster).Sign(Signing(1))).Accepted.ShouldBeTrue();
        await OrderGoodsAsync(cluster, "O2", cases: 2);

        await ProposeAndPublishAsync(cluster, version: 2);

        var order = (await OrderOf(cluster).GetSnapshot())!.Order;
        order.Version.ShouldBe(2);
        order.Signatures.ShouldBeEmpty();
        order.Goods.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Cases.ShouldBe(new Cases(7));
        (await OrderOf(cluster).Sign(Signing(1))).ShouldBeRefused("dispatch-order.not-the-latest", ("version", "1"), ("latest", "2"));
    }

    [Fact]
    public async Task DepartTrip_WithoutAnOrder_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await cluster.Vehicle.DepartTrip(Departure())).ShouldBeRefused("trip.no-sheet");
    }

    [Fact]
    public async Task DepartTrip_AgainstTheDriversObjection_IsRefusedUntilItIsTakenBack()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        (await OrderOf(cluster).Answer(new AnswerDispatchOrder(Header(6), 1, "桥封了"))).Accepted.ShouldBeTrue();

        (await cluster.Vehicle.DepartTrip(Departure())).ShouldBeRefused("trip.sheet-objected", ("number", "20260303-V1"), ("version", "1"), ("objection", "桥封了"));
        (await OrderOf(cluster).Answer(new AnswerDispatchOrder(Header(7), 1, null))).Accepted.ShouldBeTrue();
        (await cluster.Vehicle.DepartTrip(Departure())).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Close_WithEverythingCounted_BalancesGoodsAndCash()
    {
        await using var cluster = await DeliveredAsync(ordered: 5, delivered: 3, paid: 4_000);

        (await OrderOf(cluster).Close(Closing(returned: 2, cash: 4_000, note: null))).Accepted.ShouldBeTrue();

        var order = (await OrderOf(cluster).GetSnapshot())!.Order;
        order.Status.ShouldBe(DispatchOrderStatus.Closed);
        order.Closing!.Outcome.Goods.ShouldHaveSingleItem().ShouldBe(new GoodsBalance(First, new Cases(5), new Cases(3), new Cases(2)));
        order.Closing.HasDifference.ShouldBeFalse();
        order.Closing.Driven.ShouldBe(new Distance(61_000));
        order.Closing.Outcome.StopsDone.ShouldBe(1);
        (await OrderOf(cluster).Close(Closing(returned: 2, cash: 4_000, note: null))).ShouldBeRefused("dispatch-order.closed", ("number", "20260303-V1"));
    }

    [Fact]
    public async Task Outcome_CashThatOthersTookAtTheOutlet_IsNotTheVehicles()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        (await cluster.Vehicle.DepartTrip(Departure())).Accepted.ShouldBeTrue();
        async Task PayAsync(int hour, long amount, PaymentMethod method, string? vehicle) => (await cluster.Terminal().ReceivePayment(
            new ReceivePayment(Header(hour), new Money(amount), method, new OrderId("O1"), vehicle is null ? null : new VehicleId(vehicle)))).Accepted.ShouldBeTrue();
        await PayAsync(10, 1_000, PaymentMethod.Cash, "V1");
        await PayAsync(10, 200, PaymentMethod.Cash, "V2");
        await PayAsync(10, 30, PaymentMethod.Cash, null);
        await PayAsync(10, 4, PaymentMethod.BankTransfer, "V1");
        (await cluster.Vehicle.ReturnTrip(new ReturnTrip(Header(12), new PlanId("p"), 0, Day, new Distance(60_000)))).Accepted.ShouldBeTrue();
        // The day after is another order's.
        await PayAsync(24 + 9, 50_000, PaymentMethod.Cash, "V1");

        (await OrderOf(cluster).GetSnapshot())!.Outcome.CashCollected.ShouldBe(new Money(1_000));
    }

    [Theory]
    [InlineData(1, 4_000, "1", "0")]
    [InlineData(2, 3_500, "0", "-500")]
    public async Task Close_WithADifference_AsksWhy(int returned, long cash, string missingCases, string cashDifference)
    {
        await using var cluster = await DeliveredAsync(ordered: 5, delivered: 3, paid: 4_000);

        (await OrderOf(cluster).Close(Closing(returned, cash, note: " "))).ShouldBeRefused(
            "dispatch-order.difference-unexplained", ("cases", missingCases), ("cash", cashDifference));
        (await OrderOf(cluster).Close(Closing(returned, cash, note: "一箱破损"))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Close_WhileTheVehicleIsOut_IsRefused()
    {
        await using var cluster = await PublishedAsync(cases: 5);
        (await cluster.Vehicle.DepartTrip(Departure())).Accepted.ShouldBeTrue();

        (await OrderOf(cluster).Close(Closing(returned: 5, cash: 0, note: null))).ShouldBeRefused("dispatch-order.vehicle-out");
    }

    [Fact]
    public async Task Close_WithFallingOdometer_IsRefused()
    {
        await using var cluster = await DeliveredAsync(ordered: 5, delivered: 5, paid: 0);
        var actuals = new DispatchActuals(Money.Zero, Money.Zero, [], Money.Zero, new Distance(9_000), new Distance(8_000));

        (await OrderOf(cluster).Close(new CloseDispatchOrder(Header(18), 1, actuals))).ShouldBeRefused("dispatch-order.odometer");
    }

    private static async Task<TerritoryCluster> DeliveredAsync(int ordered, int delivered, long paid)
    {
        var cluster = await PublishedAsync(ordered);
        (await cluster.Vehicle.DepartTrip(Departure())).Accepted.ShouldBeTrue();
        var lines = new[] { new DeliveryLine(First, new Cases(ordered), new Cases(delivered)) };
        var refusal = delivered < ordered ? RefusalReason.NotOrdered : RefusalReason.None;
        var drop = new ReceiveDelivery(Header(10), new VehicleId("V1"), null, [new OrderId("O1")], lines, refusal, null, null, At(10));
        (await cluster.Terminal().ReceiveDelivery(drop)).Outcome.Accepted.ShouldBeTrue();
        if (paid > 0)
            (await cluster.Terminal().ReceivePayment(new ReceivePayment(Header(10), new Money(paid), PaymentMethod.Cash, new OrderId("O1"), new VehicleId("V1")))).Accepted.ShouldBeTrue();
        (await cluster.Vehicle.ReturnTrip(new ReturnTrip(Header(12), new PlanId("p"), 0, Day, new Distance(60_000)))).Accepted.ShouldBeTrue();
        return cluster;
    }

    private static async Task<TerritoryCluster> PublishedAsync(int cases)
    {
        var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.RegisterTerminalAsync();
        await OrderGoodsAsync(cluster, "O1", cases);
        await ProposeAndPublishAsync(cluster, version: 1);
        return cluster;
    }

    private static async Task OrderGoodsAsync(TerritoryCluster cluster, string id, int cases)
    {
        var order = new PlaceOrder(TerritoryCluster.Header(Samples.At(0, 9)), new OrderId(id), Day, [new OrderLine(First, new Cases(cases))], null);
        (await cluster.Terminal().PlaceOrder(order)).Accepted.ShouldBeTrue();
    }

    private static async Task ProposeAndPublishAsync(TerritoryCluster cluster, int version)
    {
        var proposed = await PlanOf(cluster).Propose(new ProposeDeliveryPlan(TerritoryCluster.Header(Samples.At(0, 17)), new PlanOptions(1, 200, null)));
        proposed.Plan!.Version.ShouldBe(version);
        proposed.Plan.Routes.Count.ShouldBe(1);
        (await PlanOf(cluster).Publish(Publication(version))).Accepted.ShouldBeTrue();
    }

    /// <summary>The same command each time, so that it can be sent again.</summary>
    private static PublishPlan Publication(int version) =>
        new(TerritoryCluster.Header(Samples.At(0, 18)) with { Id = new CommandId(new Guid(version, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)) }, version);

    private static IDeliveryPlanGrain PlanOf(TerritoryCluster cluster) => cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(new DistributorId("D1"), Day));

    private static IDispatchOrderGrain OrderOf(TerritoryCluster cluster) =>
        cluster.Grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(new VehicleId("V1"), Day));

    private static SignDispatchOrder Signing(int version) => new(Header(6), version, SignerRole.Driver, "王师傅", null);

    private static CloseDispatchOrder Closing(int returned, long cash, string? note) => new(
        Header(18), 1,
        new DispatchActuals(
            new Money(12_000), Money.Zero, [new OrderLine(First, new Cases(returned))], new Money(cash), new Distance(1_000_000), new Distance(1_061_000), note));

    private static DepartTrip Departure() => new(Header(8), new PlanId("p"), 0, Day, [new OrderId("O1")]);

    private static Contracts.CommandHeader Header(int hour) => TerritoryCluster.Header(At(hour));

    private static DateTimeOffset At(int hour) => Samples.At(1, hour);
}
