using Territory.Contracts.Distributors;
using Territory.Contracts.Following;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.EmbeddedOrleans.Tests.Support;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Following;

public sealed class OrderCutOffGrainTests
{
    private static readonly DateOnly Tuesday = DeliveryRound.Tuesday;

    [Fact]
    public async Task Reminder_PastTheCutOff_ProposesTomorrowOnceAndPublishesNothing()
    {
        var clock = ClockAt(0, 17);
        await using var cluster = await WithOrdersAsync(clock);
        await CutOff(cluster).Arm();

        await PassAsync(cluster, clock, TimeSpan.FromMinutes(50));
        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed.ShouldBeNull();

        await PassAsync(cluster, clock, TimeSpan.FromMinutes(15));
        var snapshot = await PlanOf(cluster, Tuesday).GetSnapshot();
        snapshot.Published.ShouldBeNull();
        snapshot.Proposed!.Status.ShouldBe(PlanStatus.Proposed);
        // It says what it could not do.
        snapshot.Proposed.Unserved.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.LargerThanAnyVehicle);

        await PassAsync(cluster, clock, TimeSpan.FromHours(3));
        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed!.Version.ShouldBe(1);
    }

    /// <summary>The process dies before the cut-off and is started at night: its reminders are gone, its record is not.</summary>
    [Fact]
    public async Task Arm_AfterACrash_CatchesUpBeforeTheShift()
    {
        var clock = ClockAt(0, 17);
        await using var cluster = await WithOrdersAsync(clock);
        await CutOff(cluster).Arm();
        await cluster.CrashAndRestartAsync();
        clock.Advance(TimeSpan.FromHours(12));

        await CutOff(cluster).Arm();
        await PassAsync(cluster, clock, TimeSpan.FromMinutes(5));

        // Tuesday 5:05, and the shift begins at 6.
        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed.ShouldNotBeNull();
        (await PlanOf(cluster, Tuesday.AddDays(1)).GetSnapshot()).Proposed.ShouldBeNull();
    }

    [Fact]
    public async Task Look_AfterACrashInTheMiddle_SendsTheSameCommandAndMakesNoSecondVersion()
    {
        var clock = ClockAt(0, 19);
        await using var cluster = await WithOrdersAsync(clock);
        await CutOff(cluster).Look();
        await cluster.CrashAndRestartAsync();

        await CutOff(cluster).Look();

        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Look_PlannedByAPersonOrDiscarded_LeavesItAlone()
    {
        var clock = ClockAt(0, 19);
        await using var cluster = await WithOrdersAsync(clock);
        await PlanOf(cluster, Tuesday).Propose(new ProposeDeliveryPlan(DeliveryRound.Header(0, 16), new PlanOptions(1, 10, null)));
        await PlanOf(cluster, Tuesday).Discard(new DiscardPlan(DeliveryRound.Header(0, 16), 1));

        await CutOff(cluster).Look();

        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Look_ACutOffOfItsOwn_IsKept()
    {
        var clock = ClockAt(0, 19);
        await using var cluster = await TerritoryCluster.StartWithRegionAsync(clock);
        var late = Samples.DistributorFile with { Id = new DistributorId("D2"), OrderCutOff = TimeOfDay.At(20, 30) };
        (await cluster.Grains.GetGrain<IDistributorGrain>("D2").Register(new RegisterDistributor(DeliveryRound.Header(0, 6), late))).Accepted.ShouldBeTrue();
        await cluster.RegisterTerminalAsync(Samples.Terminal("T1") with { Distributor = late.Id });
        await new DeliveryRound(cluster).PlaceAsync("T1", "O1", Tuesday);
        var plan = cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(late.Id, Tuesday));

        await CutOff(cluster).Look();
        (await plan.GetSnapshot()).Proposed.ShouldBeNull();
        clock.Advance(TimeSpan.FromMinutes(91));
        await CutOff(cluster).Look();

        // There is no vehicle, and the proposal says so.
        (await plan.GetSnapshot()).Proposed!.Unserved.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.NoVehicle);
    }

    [Fact]
    public async Task Look_InASimulatedMarket_LeavesTheEveningToIt()
    {
        var clock = ClockAt(0, 19);
        await using var cluster = await WithOrdersAsync(clock);
        (await cluster.Grains.GetGrain<IMarketGrain>("r").Open(new OpenMarket(DeliveryRound.Header(0, 0), 1, Samples.Monday))).Accepted.ShouldBeTrue();

        await CutOff(cluster).Look();

        (await PlanOf(cluster, Tuesday).GetSnapshot()).Proposed.ShouldBeNull();
    }

    [Fact]
    public async Task Look_AllVehiclesBack_ClosesTheDay()
    {
        var clock = ClockAt(1, 11);
        await using var cluster = await TerritoryCluster.StartWithRegionAsync(clock);
        var round = await DeliveryRound.PlannedAsync(cluster, 2);
        var day = cluster.Grains.GetGrain<IDeliveryDayGrain>(PlanKey.Of(Samples.Distributor, Tuesday));
        await round.DepartAsync(TimeOfDay.At(8));
        await CutOff(cluster).Look();
        (await day.GetSnapshot()).ShouldBeNull();

        await round.ReturnAsync(TimeOfDay.At(10));
        await CutOff(cluster).Look();

        var closed = (await day.GetSnapshot()).ShouldNotBeNull();
        closed.ClosedBy.ShouldBe(new UserId("order-cut-off"));
        closed.Carried.Count.ShouldBe(2);
    }

    private static ManualTimeProvider ClockAt(int day, int hour)
    {
        var clock = new ManualTimeProvider();
        clock.Advance(Samples.At(day, hour) - clock.GetUtcNow());
        return clock;
    }

    /// <summary>Two orders that fit and one that fits no vehicle.</summary>
    private static async Task<TerritoryCluster> WithOrdersAsync(TimeProvider clock)
    {
        var cluster = await TerritoryCluster.StartWithRegionAsync(clock);
        var round = new DeliveryRound(cluster);
        for (var number = 1; number <= 3; number++)
            await cluster.RegisterTerminalAsync(Samples.Terminal($"T{number}") with { Location = DeliveryRound.East(number) });
        await round.PlaceAsync("T1", "O1", Tuesday);
        await round.PlaceAsync("T2", "O2", Tuesday);
        (await cluster.Terminal("T3").PlaceOrder(new Contracts.Terminals.PlaceOrder(
            DeliveryRound.Header(0, 16), new OrderId("BIG"), Tuesday, [new Model.Orders.OrderLine(Samples.ProductId(1), new Cases(5_000))], null))).Accepted.ShouldBeTrue();
        return cluster;
    }

    /// <summary>Lets time pass in the reminder's steps; a call behind each tick waits until it is dealt with.</summary>
    private static async Task PassAsync(TerritoryCluster cluster, ManualTimeProvider clock, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(5))
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await CutOff(cluster).Arm();
        }
    }

    private static IOrderCutOffGrain CutOff(TerritoryCluster cluster) => cluster.Grains.GetGrain<IOrderCutOffGrain>("r");

    private static IDeliveryPlanGrain PlanOf(TerritoryCluster cluster, DateOnly date) => cluster.Grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(Samples.Distributor, date));
}
