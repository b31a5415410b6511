using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Grains.Actors;
using Territory.Grains.Plans;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.ReadModel.Tests.Fixtures;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

/// <summary>A day is proposed again after V1 has left with orders 1 to 4; V2, at the depot, has 5 to 8.</summary>
public sealed class PlanProposeAgainTests
{
    private static readonly PlanOptions Options = new(Seed: 7, Iterations: 60, TimeLimit: null);

    [Fact]
    public async Task Propose_AfterATripHasLeft_LeavesItAsItIsAndTakesInOrdersOfSince()
    {
        await using var scene = await LeftAsync();
        var before = await scene.WorkingAsync();
        await PlaceAsync(scene.Cluster, terminal: 6, order: 9, cases: 3);
        (await scene.Cluster.Terminal("T05").CancelOrder(new CancelOrder(AtSeven(), Order(5), "withdrawn"))).Accepted.ShouldBeTrue();

        var plan = await ProposedAsync(scene);

        TripOf(plan, V1, 0).Departure.ShouldBe(new Model.Calendar.TimeOfDay(7 * 3600));
        TripOf(plan, V1, 0).Stops.SelectMany(stop => stop.Orders).ShouldBe(OrdersOf(before, V1));
        OrdersOf(plan, V2).ShouldNotContain(order => OrdersOf(before, V1).Contains(order));
        OrdersOf(plan, V1).Concat(OrdersOf(plan, V2)).ShouldBe([.. Numbers(1, 2, 3, 4, 6, 7, 8, 9)], ignoreOrder: true);
        (await AuditAsync(scene, plan)).ShouldBeEmpty();
        (await scene.Plan.Publish(new PublishPlan(AtSeven(), plan.Version, AcceptBreaches: true))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Propose_AfterATripHasLeft_IsReproducedByItsOrigin()
    {
        await using var scene = await LeftAsync();
        var plan = await ProposedAsync(scene);
        var run = plan.Origin!.Run.ShouldNotBeNull();

        (plan.Version, plan.Origin.Kind, plan.Origin.Base, plan.Origin.By).ShouldBe((3, PlanOriginKind.Reoptimised, 2, Ann));
        (run.Scope, run.Seed, run.Iterations, run.TimeLimit).ShouldBe((RunScope.Everything, 7, 60, null));
        (await scene.Plan.Undo(new UndoEdit(AtSeven(), 3))).Outcome.RefusalCode.ShouldBeNull();
        (await scene.Plan.Propose(new ProposeDeliveryPlan(AtSeven(), Options))).Plan.ShouldNotBeNull();
        ContentOf(await scene.WorkingAsync()).ShouldBe(ContentOf(plan));
        (await scene.WorkingAsync()).Provenance.InputHash.ShouldBe(plan.Provenance.InputHash);
        // The run that the origin names is the same by the other way.
        (await scene.Plan.Undo(new UndoEdit(AtSeven(), 5))).Outcome.RefusalCode.ShouldBeNull();
        (await scene.Plan.StartRun(new StartRun(AtSeven(), 6, run))).Outcome.Accepted.ShouldBeTrue();
        await UntilVersionAsync(scene, 7);
        ContentOf(await scene.WorkingAsync()).ShouldBe(ContentOf(plan));
    }

    [Fact]
    public async Task Propose_OnAWorkingPlanThatGaveAwayWhatLeft_BringsItBackToItsVehicle()
    {
        await using var scene = await StartAsync();
        var published = await PublishedAsync(scene);
        // Changed and not published before V1 leaves by the plan that is.
        await scene.EditAsync(Ann, 2, Move(1, V2), Move(5, V1));
        await DepartAsync(scene, published);

        var plan = await ProposedAsync(scene);

        TripOf(plan, V1, 0).Stops.SelectMany(stop => stop.Orders).ShouldBe([.. Numbers(1, 2, 3, 4)], ignoreOrder: true);
        OrdersOf(plan, V2).Concat(OrdersOf(plan, V1)).ShouldBe([.. Numbers(1, 2, 3, 4, 5, 6, 7, 8)], ignoreOrder: true);
        (await AuditAsync(scene, plan)).ShouldBeEmpty();
        (await scene.Plan.Publish(new PublishPlan(AtSeven(), plan.Version, AcceptBreaches: true))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task LoadedPlan_OfAPlanThatKnowsOfNoTrip_HasTheLoadsThatLeft()
    {
        await using var scene = await LeftAsync();
        var known = await scene.WorkingAsync();
        await PlaceAsync(scene.Cluster, terminal: 2, order: 9, cases: 3);
        var (day, _) = await DayAsync(scene);
        IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> loads;
        using (var snapshot = await scene.Cluster.Journal.OpenSnapshotAsync(CancellationToken.None))
            loads = OnBoardOrders.Read(snapshot, Samples.Distributor, Tuesday);

        var plan = LoadedPlan.Of(day!.Day, known with { Routes = [], Unserved = [] }, loads);

        OrdersOf(plan, V1).ShouldBe(OrdersOf(known, V1));
        TrayOf(plan).ShouldBe([.. Numbers(5, 6, 7, 8, 9)], ignoreOrder: true);
        DeliveryPlanAudit.Breaches(plan, day.Request, day.Progress).ShouldBeEmpty();
        LoadedPlan.Of(day.Day, plan, loads).ShouldBeSameAs(plan);
    }

    [Fact]
    public async Task Propose_AfterATripHasLeft_LeavesTheTrayOfAPersonAlone()
    {
        await using var scene = await LeftAsync();
        (await scene.Plan.Edit(new EditPlan(AtSeven(), 2, [Hold(2), Hold(7)]))).Outcome.RefusalCode.ShouldBeNull();

        var plan = await ProposedAsync(scene);

        TrayOf(plan).ShouldBe([.. Numbers(2, 7)], ignoreOrder: true);
        (await AuditAsync(scene, plan)).ShouldBeEmpty();
    }

    private static CommandHeader AtSeven() => new(CommandId.New(), Ann, Samples.At(1, 7, 30));

    private static OrderId[] Numbers(params int[] numbers) => [.. numbers.Select(Order)];

    private static DeliveryTrip TripOf(DeliveryPlan plan, VehicleId vehicle, int trip) => plan.Routes.Single(route => route.Vehicle == vehicle).Trips[trip];

    private static async Task<DeliveryPlan> ProposedAsync(DispatchScene scene)
    {
        var result = await scene.Plan.Propose(new ProposeDeliveryPlan(AtSeven(), Options));
        result.Outcome.RefusalCode.ShouldBeNull();
        return result.Plan!;
    }

    private static async Task<DispatchScene> LeftAsync()
    {
        var scene = await StartAsync();
        await DepartAsync(scene, await PublishedAsync(scene));
        return scene;
    }

    private static async Task<DeliveryPlan> PublishedAsync(DispatchScene scene)
    {
        await scene.ProposeAsync();
        var placed = await scene.EditAsync(Ann, 1, new MoveStops(Numbers(1, 2, 3, 4), V1, null), new MoveStops(Numbers(5, 6, 7, 8), V2, null));
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 2, AcceptBreaches: true))).Accepted.ShouldBeTrue();
        return placed;
    }

    private static async Task DepartAsync(DispatchScene scene, DeliveryPlan plan) =>
        (await scene.Cluster.Vehicle.DepartTrip(new DepartTrip(TerritoryCluster.Header(Samples.At(1, 7)), plan.Id, 0, Tuesday, OrdersOf(plan, V1)))).Accepted.ShouldBeTrue();

    private static async Task UntilVersionAsync(DispatchScene scene, int version)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while ((await scene.WorkingAsync()).Version != version)
            await ticks.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>What the audit, which shares nothing with the planner, finds wrong with the plan on the day as it is on record.</summary>
    private static async Task<IReadOnlyList<string>> AuditAsync(DispatchScene scene, DeliveryPlan plan)
    {
        var (day, _) = await DayAsync(scene);
        return DeliveryPlanAudit.Breaches(plan, day!.Request, day.Progress);
    }

    private static async Task<(KeptDay? Day, Refusal? Refusal)> DayAsync(DispatchScene scene) => await scene.Cluster.Get<DispatchDays>().FindAsync(
        null, Samples.Distributor, Tuesday, byTimeOfDay: false, isLearned: false, Samples.At(1, 7, 30), CancellationToken.None);
}
