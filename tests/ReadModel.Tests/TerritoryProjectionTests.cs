using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Distributors;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Dispatch;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Model.Visits;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Queries;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.ReadModel.Tests;

public sealed class TerritoryProjectionTests
{
    private static readonly PlanId VisitPlanId = new("visits");
    private static readonly PlanId DeliveryPlanId = new("deliveries");

    [Fact]
    public async Task Tables_AfterADay_HoldWhatHappened()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveADayAsync(model);

        (await model.QueryAsync("SELECT in_stock, out_of_stock, listed, balance, last_visit_on, next_due_on, next_interval FROM terminals WHERE id = 'T1'"))
            .ShouldBe([$"2 | 1 | 3 | 0 | {Samples.Monday.DayNumber} | {Samples.Monday.DayNumber + 14} | 1"]);
        (await model.QueryAsync("SELECT status, cases, value FROM orders")).ShouldBe(["delivered | 2 | 4800"]);
        (await model.QueryAsync("SELECT planned, productive, steps FROM visits")).ShouldBe(["1 | 1 | 2"]);
        (await model.QueryAsync("SELECT on_time, cases, refusal FROM deliveries")).ShouldBe(["1 | 2 | None"]);
        (await model.QueryAsync("SELECT number, version, status, answered, objected, signatures FROM dispatch_orders")).ShouldBe(["20260303-V1 | 1 | Issued | 1 | 0 | 1"]);
        (await model.QueryAsync("SELECT product, ordered, delivered FROM delivery_lines")).ShouldBe(["P01 | 2 | 2"]);
        (await model.QueryAsync("SELECT cases FROM depot_stock")).ShouldBe(["98"]);
        (await model.QueryAsync("SELECT trip, driven_meters FROM trips")).ShouldBe(["0 | 12000"]);
        (await model.QueryAsync("SELECT travelled_meters FROM rep_days")).ShouldBe(["9000"]);
        (await model.QueryAsync("SELECT status FROM plans ORDER BY kind")).ShouldBe(["Published", "Published"]);
        (await model.QueryAsync("SELECT next_on FROM postponed_visits")).ShouldBe([$"{Samples.Monday.DayNumber + 1}"]);
        (await model.QueryAsync("SELECT day, units_sold, units_lost, orders, visits, productive_visits, deliveries, deliveries_on_time, paid FROM region_days ORDER BY day"))
            .ShouldBe([$"{Samples.Monday.DayNumber} | 4 | 1 | 1 | 1 | 1 | 0 | 0 | 0", $"{Samples.Monday.DayNumber + 1} | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 4800"]);
        (await model.QueryAsync("SELECT region, speed, running FROM markets")).ShouldBe(["r | 60.0 | 1"]);
    }

    [Fact]
    public async Task Tables_RebuiltFromTheJournal_EqualTheLiveOnes()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveADayAsync(model);
        var live = await model.DumpAsync();

        await model.ReopenAsync(rebuild: true);

        var rebuilt = await model.DumpAsync();
        rebuilt.Keys.ShouldBe(live.Keys);
        foreach (var (table, rows) in live)
            rebuilt[table].ShouldBe(rows, table);
        live.ShouldAllBe(pair => pair.Value.Count > 0);
    }

    /// <summary>A data directory that an older program wrote: its tables are built anew from the journal when today's opens it.</summary>
    [Fact]
    public async Task Tables_OfTheFirstVersion_AreBroughtUpToDateAndVerifySound()
    {
        await using var model = await TemporaryReadModel.OpenAsync(new FirstProjection());
        await LiveADayAsync(model, isOfToday: false);
        await model.ReopenAsync();

        (await model.QueryAsync("SELECT count(*) FROM dispatch_orders")).ShouldBe(["0"]);
        (await model.QueryAsync("SELECT count(*) FROM delivery_schedules")).ShouldBe(["0"]);
        (await model.QueryAsync("SELECT trip, driven_meters FROM trips")).ShouldBe(["0 | 12000"]);
        (await model.QueryAsync("SELECT status FROM plans ORDER BY kind")).ShouldBe(["Published", "Published"]);
        (await model.VerifyAsync()).IsSound.ShouldBeTrue();
        // And it goes on where the older one stopped.
        await model.AppendAsync(ActorKind.Terminal, "T1", new PaymentReceived(Money.FromMajor(1), PaymentMethod.Cash, null, Samples.At(1, 12), Samples.Monday.AddDays(1), Samples.Vehicle));
        (await model.QueryAsync("SELECT amount, vehicle FROM payments WHERE vehicle IS NOT NULL")).ShouldBe([$"{Money.FromMajor(1).MinorUnits} | V1"]);
        (await model.VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Plans_OfEveryVersion_HaveARowAndAHeader_ThoseSetAsideToo()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveADayAsync(model);
        var key = PlanKey.Of(Samples.Distributor, Samples.Monday.AddDays(1));
        DeliveryPlan Version(int version, string by) => DeliveryPlan() with
        {
            Id = new PlanId($"deliveries-{version}"),
            Version = version,
            Origin = new PlanOrigin(PlanOriginKind.Edited, version - 1, new UserId(by), Samples.At(0, 21)),
        };

        await model.AppendAsync(
            ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Version(2, "ann")), new DeliveryPlanSetAside(Version(3, "bo")), new DeliveryPlanProposed(Version(4, "ann")),
            new DeliveryPlanDiscarded(new PlanId("deliveries-4"), 4, Samples.At(0, 22)),
            new DeliveryPlanNamed(new PlanId("deliveries-3"), 3, "rain", new UserId("bo"), Samples.At(0, 23)));

        (await model.QueryAsync("SELECT version, status, is_aside FROM plans WHERE kind = 'delivery-plan' ORDER BY version"))
            .ShouldBe(["1 | Published | 0", "2 | Proposed | 0", "3 | Proposed | 1", "4 | Discarded | 0"]);
        var (state, _) = await ActorStates.FindAsync<DeliveryPlanState>(model.Journal, key);
        state!.Versions.Select(version => (version.Version, version.Status, version.IsAside)).ShouldBe(
            [(1, PlanStatus.Published, false), (2, PlanStatus.Proposed, false), (3, PlanStatus.Proposed, true), (4, PlanStatus.Discarded, false)]);
        state.Versions.Select(version => version.Name).ShouldBe([null, null, "rain", null]);
        (state.LastVersion, state.Working!.Version).ShouldBe((4, 1));
        (await PlanVersions.FindAsync(model.Journal, key, state, 3, CancellationToken.None))!.Origin!.By.ShouldBe(new UserId("bo"));
        (await PlanVersions.FindAsync(model.Journal, key, state, 5, CancellationToken.None)).ShouldBeNull();
        var live = await model.DumpAsync();
        await model.ReopenAsync(rebuild: true);
        (await model.DumpAsync())["plans"].ShouldBe(live["plans"]);
    }

    [Fact]
    public async Task Header_OfALatePlan_SumsUpItsLateStopsAndNothingElse()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        var plan = DeliveryPlan();
        PlanBreach Breach(BreachRule rule, long amount) => new(rule, new VehicleId("V1"), new OrderId("O1"), amount, IsAllowed: false, Money.Zero);

        await model.AppendAsync(
            ActorKind.DeliveryPlan, PlanKey.Of(plan.Distributor, plan.Date),
            new DeliveryPlanProposed(plan with { Breaches = [Breach(BreachRule.Window, 300), Breach(BreachRule.Shift, 900), Breach(BreachRule.Window, 60)] }));

        var (state, _) = await ActorStates.FindAsync<DeliveryPlanState>(model.Journal, PlanKey.Of(plan.Distributor, plan.Date));
        var header = state!.Versions.ShouldHaveSingleItem();
        (header.LateStops, header.Lateness, header.Breaches).ShouldBe((2, new Duration(360), 3));
    }

    [Fact]
    public async Task Progress_OfADay_IsWhatLeftCameBackAndWasDealtWith()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveADayAsync(model);
        var query = new DispatchProgressQuery(model.Journal);
        var tuesday = Samples.Monday.AddDays(1);

        var during = await query.FindAsync(Samples.Region, Samples.Distributor, tuesday, Samples.At(1, 12), CancellationToken.None);
        var before = await query.FindAsync(Samples.Region, Samples.Distributor, tuesday, Samples.At(0, 12), CancellationToken.None);

        during.Now.ShouldBe(TimeOfDay.At(12));
        var route = during.Routes.ShouldHaveSingleItem();
        route.Vehicle.ShouldBe(Samples.Vehicle);
        route.Departures.ShouldBe([TimeOfDay.At(7)]);
        route.Returns.ShouldBe([TimeOfDay.At(11)]);
        var stop = route.Done.ShouldHaveSingleItem();
        (stop.Terminal, stop.Arrival, stop.Departure).ShouldBe((new TerminalId("T1"), TimeOfDay.At(9), TimeOfDay.At(9, 10)));
        stop.Orders.ShouldBe([new OrderId("O1")]);
        before.Now.ShouldBeNull();
    }

    [Fact]
    public async Task State_ReadFromItsRow_IsTheFoldOfTheStream()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveADayAsync(model);

        var (state, version) = await ActorStates.FindAsync<TerminalState>(model.Journal, "T1");

        TerminalState? folded = null;
        var count = 0;
        await foreach (var entry in model.Journal.ReadStreamAsync(Territory.Journal.StreamId.Of(ActorKind.Terminal, "T1")))
        {
            folded = TerminalState.Apply(folded, Contracts.Serialization.EventCodec.Decode(entry.Alias, entry.Payload.Span));
            count++;
        }

        version.ShouldBe(count);
        Contracts.Serialization.CompactJson.Write(state!, TerminalState.JsonForm)
            .ShouldBe(Contracts.Serialization.CompactJson.Write(folded!, TerminalState.JsonForm));
    }

    [Fact]
    public async Task Withdrawal_OfATerminal_TakesItOffTheListButKeepsItsVersion()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await model.AppendAsync(ActorKind.Terminal, "T9", new TerminalRegistered(Samples.Terminal("T9"), "batch", Samples.Monday), new TerminalWithdrawn("undo"));

        (await model.QueryAsync("SELECT id FROM terminals")).ShouldBeEmpty();
        var (state, version) = await ActorStates.FindAsync<TerminalState>(model.Journal, "T9");
        state.ShouldBeNull();
        version.ShouldBe(2);
    }

    private static async Task LiveADayAsync(TemporaryReadModel model, bool isOfToday = true)
    {
        await Lab.LabTablesTests.LiveARunAsync(model);
        if (isOfToday)
            await Schedules.DeliveryScheduleTablesTests.LiveARunAsync(model);
        var (day, next) = (Samples.Monday, Samples.Monday.AddDays(1));
        var product = Samples.ProductId(1);
        await model.AppendAsync(ActorKind.Territory, "r", new RegionCreated(Samples.Region), new ProductsListed([Samples.Product(1), Samples.Product(2), Samples.Product(3)]));
        await model.AppendAsync(ActorKind.Distributor, "D1", new DistributorRegistered(Samples.DistributorFile));
        await model.AppendAsync(ActorKind.Rep, "S1", new RepRegistered(Samples.RepFile));
        await model.AppendAsync(ActorKind.Vehicle, "V1", new VehicleRegistered(Samples.VehicleFile));
        await model.AppendAsync(
            ActorKind.Market, "r", new MarketOpened(5, day, Samples.At(0, 0)), new MarketSpeedSet(60, Samples.At(0, 0)), new MarketResumed(Samples.At(0, 0)));
        await model.AppendAsync(ActorKind.VisitPlan, PlanKey.Of(Samples.Rep, day), new VisitPlanProposed(VisitPlan()), new VisitPlanPublished(VisitPlanId, 1, Samples.At(0, 7)));
        await model.AppendAsync(ActorKind.Terminal, "T1", new TerminalRegistered(Samples.Terminal("T1"), null, day));
        await model.AppendAsync(
            ActorKind.Terminal, "T1",
            new OpeningStockSet([new StockCountLine(product, new Units(10)), new StockCountLine(Samples.ProductId(2), new Units(3))], Samples.At(0, 7), day),
            new SalesSettled(Samples.At(0, 0), Samples.At(0, 9), day, 0, [new SoldLine(product, new Units(4), new Units(1))]));
        await model.AppendAsync(ActorKind.Rep, "S1", new DayStarted(day, VisitPlanId, Samples.At(0, 8)));
        await model.AppendAsync(ActorKind.Terminal, "T1", new VisitStarted(Samples.Rep, VisitPlanId, null, Samples.At(0, 9), day));
        await model.AppendAsync(
            ActorKind.Terminal, "T1",
            new VisitStepRecorded(VisitProtocol.StoreCheck, "clean", Samples.At(0, 9, 5)),
            new StockCounted([new CountedLine(product, new Units(6), new Units(6), null)], Samples.At(0, 9, 6), day),
            new OrderPlaced(
                Samples.Order("O1", "T1", (1, 2)), [new PricedLine(product, new Cases(2), new Units(24), Money.FromMajor(48))], Money.FromMajor(48), day),
            new VisitCompleted(
                Samples.Rep, VisitPlanId, Samples.At(0, 9), Samples.At(0, 9, 20), day, true, "ordered",
                [new VisitStepDone(VisitProtocol.StoreCheck, Samples.At(0, 9, 5)), new VisitStepDone(VisitProtocol.Close, Samples.At(0, 9, 20))]));
        await model.AppendAsync(ActorKind.Rep, "S1", new DayEnded(day, new Distance(9000), Samples.At(0, 17)));
        await model.AppendAsync(
            ActorKind.DeliveryPlan, PlanKey.Of(Samples.Distributor, next), new DeliveryPlanProposed(DeliveryPlan()), new DeliveryPlanPublished(DeliveryPlanId, 1, Samples.At(0, 20)));
        if (isOfToday)
        {
            await model.AppendAsync(
                ActorKind.DispatchOrder, DispatchOrderKey.Of(Samples.Vehicle, next), new DispatchOrderIssued(DispatchOrder(next)),
                new DispatchOrderSigned(new OrderSignature(SignerRole.Driver, "王师傅", new UserId("u"), Samples.At(1, 6), null)),
                new DispatchOrderAnswered(new DriverAnswer(null, new UserId("u"), Samples.At(1, 6))));
        }

        OrderLine[] load = [new(product, new Cases(2))];
        await model.AppendAsync(
            ActorKind.Distributor, "D1", new GoodsReceived([new OrderLine(product, new Cases(100))], "factory", Samples.At(1, 6), next),
            new GoodsShipped(Samples.Vehicle, DeliveryPlanId, 0, load, Samples.At(1, 7), next));
        await model.AppendAsync(ActorKind.Vehicle, "V1", new TripDeparted(DeliveryPlanId, 0, next, Samples.At(1, 7), [new OrderId("O1")]));
        await model.AppendAsync(
            ActorKind.Terminal, "T1",
            new DeliveryReceived(
                Samples.Vehicle, DeliveryPlanId, Samples.Distributor, [new OrderId("O1")],
                [new DeliveredLine(product, new Cases(2), new Cases(2), new Units(24), Money.FromMajor(48))], RefusalReason.None, Samples.At(1, 8),
                Samples.At(1, 10), Samples.At(1, 9), Samples.At(1, 9, 10), next, Money.FromMajor(48), false),
            new PaymentReceived(Money.FromMajor(48), PaymentMethod.Cash, null, Samples.At(1, 9, 10), next));
        await model.AppendAsync(ActorKind.Vehicle, "V1", new TripReturned(DeliveryPlanId, 0, next, new Distance(12_000), Samples.At(1, 11)));
    }

    private static VisitPlan VisitPlan() => new()
    {
        Id = VisitPlanId,
        Region = Samples.RegionId,
        Rep = Samples.Rep,
        Date = Samples.Monday,
        Version = 1,
        Status = PlanStatus.Proposed,
        Start = TimeOfDay.At(8),
        End = TimeOfDay.At(17),
        Visits = [new PlannedVisit(new TerminalId("T1"), VisitPurpose.Cadence, Samples.Monday, TimeOfDay.At(9), TimeOfDay.At(9, 18), new Duration(600), new Distance(4500))],
        Postponed = [new PostponedVisit(new TerminalId("T2"), Samples.Monday, UnservedReason.NoTimeLeft, Samples.Monday.AddDays(1))],
        Distance = new Distance(9000),
        Driving = new Duration(1200),
        Provenance = Provenance,
    };

    private static DispatchOrder DispatchOrder(DateOnly day) => new()
    {
        Number = "20260303-V1",
        Version = 1,
        Region = Samples.RegionId,
        Distributor = Samples.Distributor,
        Vehicle = Samples.Vehicle,
        Date = day,
        Plan = DeliveryPlanId,
        PlanVersion = 1,
        Route = DeliveryPlan().Routes[0],
        Goods = [],
        IssuedAt = Samples.At(0, 20),
    };

    private static DeliveryPlan DeliveryPlan()
    {
        var load = new VehicleCapacity(new Cases(2), Mass.FromKilograms(14), Volume.FromLitres(24));
        var stop = new DeliveryStop(
            new TerminalId("T1"), [new OrderId("O1")], load, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(10)), TimeOfDay.At(9), TimeOfDay.At(9),
            TimeOfDay.At(9, 7), new Duration(900), new Distance(6000));
        var trip = new DeliveryTrip(TimeOfDay.At(7), TimeOfDay.At(8, 45), TimeOfDay.At(10), load, new Distance(12_000), new Duration(1800), [stop]);
        return new()
        {
            Id = DeliveryPlanId,
            Region = Samples.RegionId,
            Distributor = Samples.Distributor,
            Date = Samples.Monday.AddDays(1),
            Version = 1,
            Status = PlanStatus.Proposed,
            Routes = [new DeliveryRoute(Samples.Vehicle, [trip], new Distance(12_000), new Duration(4500), Money.FromMajor(80))],
            Unserved = [],
            Distance = new Distance(12_000),
            Cost = Money.FromMajor(80),
            Provenance = Provenance,
        };
    }

    private static PlanProvenance Provenance => new("test", 1, 1, 10, "straight-line", 0, "");
}
