using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanEditTests
{
    [Fact]
    public async Task Propose_APlan_SaysWhoPlannedItAndWhen()
    {
        await using var scene = await StartAsync();

        var plan = await scene.ProposeAsync(Ann);

        plan.Origin.ShouldBe(new PlanOrigin(PlanOriginKind.Planned, null, Ann, Samples.At(0, 18)));
    }

    [Fact]
    public async Task Edit_TheWorkingPlan_IsTheNextVersionWithItsOriginAndOnRecord()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        var edited = await scene.EditAsync(Ann, 1, Hold(1));

        edited.Version.ShouldBe(2);
        edited.Id.ShouldBe(new PlanId("delivery-D1-20260303-2"));
        (edited.Origin!.Kind, edited.Origin.Base, edited.Origin.By).ShouldBe((PlanOriginKind.Edited, 1, Ann));
        edited.Origin.Edits.ShouldHaveSingleItem().ShouldBeOfType<Model.Dispatch.Edits.HoldStops>();
        edited.Unserved.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.Held);
        await scene.Cluster.CrashAndRestartAsync();
        ContentOf(await scene.WorkingAsync()).ShouldBe(ContentOf(edited));
        var history = (await scene.Plan.GetHistory()).Versions;
        history.Select(version => (version.Version, version.IsAside, version.Unserved)).ShouldBe([(1, false, 0), (2, false, 1)]);
    }

    [Fact]
    public async Task Edit_OfAVersionThatSomeoneChanged_IsRefusedWithWhoAndWhen()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));

        var late = await scene.Plan.Edit(new EditPlan(By(Bo), 1, [Hold(2)]));

        late.Outcome.ShouldBeRefused("plan.changed-since", ("version", "2"), ("by", "ann"), ("at", Samples.At(0, 18).ToString("O")));
        (await scene.Plan.Preview(new PreviewEdits(Samples.At(0, 18), 1, [Hold(2)]))).Outcome.RefusalCode.ShouldBe("plan.changed-since");
        (await scene.WorkingAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Edit_Retried_GetsTheFirstAnswerThoughThePlanMovedOn()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var command = new EditPlan(By(Ann), 1, [Hold(1)]);
        var first = await scene.Plan.Edit(command);
        await scene.EditAsync(Bo, 2, Hold(2));

        var again = await scene.Plan.Edit(command);

        again.Plan!.Version.ShouldBe(2);
        again.Outcome.Position.ShouldBe(first.Outcome.Position);
        (await scene.WorkingAsync()).Version.ShouldBe(3);
    }

    [Fact]
    public async Task Edit_TheEditorRefuses_IsRefusedWithItsCodeAndChangesNothing()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        (await scene.Plan.Edit(new EditPlan(By(Ann), 1, [Hold(1), Hold(99)]))).Outcome.ShouldBeRefused("edit.stop-unknown", ("order", "O99"));
        (await scene.Plan.Edit(new EditPlan(By(Ann), 1, []))).Outcome.ShouldBeRefused("edit.nothing");

        (await scene.WorkingAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Edit_WithoutAPlan_IsRefused()
    {
        await using var scene = await StartAsync(outlets: 1);

        (await scene.Plan.Edit(new EditPlan(By(Ann), 0, [Hold(1)]))).Outcome.ShouldBeRefused("plan.not-made");
    }

    [Fact]
    public async Task Preview_OfAnEdit_SaysWhatTheEditThenDoesAndWritesNothing()
    {
        await using var scene = await StartAsync();
        var before = await scene.ProposeAsync();
        var position = scene.Cluster.Journal.Position;

        var preview = await scene.Plan.Preview(new PreviewEdits(Samples.At(0, 18), 1, [Hold(3)]));

        scene.Cluster.Journal.Position.ShouldBe(position);
        var after = await scene.EditAsync(Ann, 1, Hold(3));
        preview.Change!.Cost.ShouldBe(after.Cost - before.Cost);
        preview.Change.Distance.ShouldBe(after.Distance - before.Distance);
        preview.Change.Unserved.ShouldBe(1);
        var changed = preview.Routes.ShouldHaveSingleItem();
        OrdersOf(before, changed.Vehicle).ShouldContain(Order(3));
        changed.Distance.ShouldBe(after.Routes.Single(route => route.Vehicle == changed.Vehicle).Distance);
    }

    [Fact]
    public async Task Edit_AfterNewAndCancelledOrders_IsMadeOnTheOrdersAsTheyAre()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await PlaceAsync(scene.Cluster, terminal: 2, order: 20, cases: 3);
        (await scene.Cluster.Terminal("T03").CancelOrder(new CancelOrder(TerritoryCluster.Header(Samples.At(0, 19)), Order(3), "changed their mind"))).Accepted.ShouldBeTrue();

        var plan = await scene.EditAsync(Ann, 2, new Model.Dispatch.Edits.TakeInOrders());

        TrayOf(plan).ShouldBe([Order(1), Order(20)], ignoreOrder: true);
        plan.Routes.SelectMany(route => OrdersOf(plan, route.Vehicle)).ShouldNotContain(Order(3));
    }

    [Fact]
    public async Task GetVersion_OfEachVersion_IsWhatItWasWhenItWasMade()
    {
        await using var scene = await StartAsync();
        List<DeliveryPlan> made = [await scene.ProposeAsync()];
        for (var order = 1; order <= 4; order++)
            made.Add(await scene.EditAsync(Ann, order, Hold(order)));

        foreach (var plan in made)
            ContentOf((await scene.Plan.GetVersion(plan.Version)).Plan!).ShouldBe(ContentOf(plan));
        (await scene.Plan.GetVersion(6)).Outcome.ShouldBeRefused("plan.version-unknown", ("version", "6"));
        var compared = await scene.Plan.Compare(2, 5);
        compared.Change!.Unserved.ShouldBe(3);
        compared.Change.Cost.ShouldBe(made[4].Cost - made[1].Cost);
    }

    [Fact]
    public async Task Publish_APlanThatBreaksRules_IsOnlyForSomeoneWhoSaysSo()
    {
        await using var scene = await StartAsync(outlets: 3);
        await PlaceAsync(scene.Cluster, terminal: 1, order: 90, cases: 290);
        await PlaceAsync(scene.Cluster, terminal: 2, order: 91, cases: 290);
        await scene.ProposeAsync();
        // Both big orders on one vehicle's only trip are more than it holds.
        var crowded = await scene.EditAsync(Ann, 1, new Model.Dispatch.Edits.MoveStops([Order(90), Order(91)], V1, new StopPlace(0, 0)));
        var uncovered = crowded.Breaches.Count(breach => !breach.IsAllowed);
        uncovered.ShouldBeGreaterThan(0);

        var refused = await scene.Plan.Publish(new PublishPlan(By(Ann), 2));
        var accepted = await scene.Plan.Publish(new PublishPlan(By(Ann), 2, AcceptBreaches: true));

        refused.ShouldBeRefused("plan.breaches", ("version", "2"), ("breaches", $"{uncovered}"));
        accepted.Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Discard_TheWorkingPlan_GoesBackToWhatIsPublished()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 1))).Accepted.ShouldBeTrue();
        await scene.EditAsync(Ann, 1, Hold(1));
        (await scene.Plan.Discard(new DiscardPlan(By(Ann), 2))).Accepted.ShouldBeTrue();

        (await scene.WorkingAsync()).Version.ShouldBe(1);
        var next = await scene.EditAsync(Ann, 1, Hold(2));

        next.Version.ShouldBe(3);
        TrayOf(next).ShouldBe([Order(2)]);
    }

    [Fact]
    public async Task FindOptions_ForAStopOfTheTray_HasAPlaceOnEachVehicle()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));

        var options = await scene.Plan.FindOptions(new FindStopOptions(Samples.At(0, 18), 2, [Order(1)]));

        options.Options.Select(option => option.Vehicle).ShouldBe([V1, V2], ignoreOrder: true);
        options.Options[0].Change.Unserved.ShouldBe(-1);
    }

    [Fact]
    public async Task SplitOrder_OfAStopOnARoute_LeavesARestThereAndTheNewOrderInTheTray()
    {
        await using var scene = await StartAsync();
        await PlaceAsync(scene.Cluster, terminal: 1, order: 50, cases: 9);
        await scene.ProposeAsync();
        var command = new SplitPlannedOrder(By(Ann), 1, Order(50), Order(51), [new Model.Orders.OrderLine(Samples.ProductId(1), new(4))], "two doors");

        var plan = (await scene.Plan.SplitOrder(command)).Plan!;
        var again = await scene.Plan.SplitOrder(command);

        TrayOf(plan).ShouldBe([Order(51)]);
        plan.Overrides.Apart.ShouldBe([Order(51)]);
        plan.Routes.SelectMany(route => OrdersOf(plan, route.Vehicle)).ShouldContain(Order(50));
        (plan.Version, again.Plan!.Version).ShouldBe((2, 2));
        (await scene.Cluster.Terminal("T01").GetSnapshot())!.OpenOrders.Single(order => order.Id == Order(51)).Lines[0].Cases.Count.ShouldBe(4);
        // Split on a vehicle of its own, the outlet has two stops.
        var placed = await scene.EditAsync(Ann, 2, Move(51, V2));
        placed.Routes.SelectMany(route => OrdersOf(placed, route.Vehicle)).ShouldContain(Order(51));
    }

    // The oracle is the comparison of the two versions between which the split was made.
    [Fact]
    public async Task PreviewSplit_OfAStopOnARoute_IsTheChangeThatTheSplitThenMakes()
    {
        await using var scene = await StartAsync();
        await PlaceAsync(scene.Cluster, terminal: 1, order: 50, cases: 9);
        await scene.ProposeAsync();
        Model.Orders.OrderLine[] lines = [new(Samples.ProductId(1), new(4))];

        var preview = await scene.Plan.PreviewSplit(new PreviewOrderSplit(Samples.At(0, 18), 1, Order(50), Order(51), lines));
        (await scene.WorkingAsync()).Version.ShouldBe(1);
        (await scene.Plan.PreviewSplit(new PreviewOrderSplit(Samples.At(0, 18), 1, Order(50), Order(2), lines))).Outcome.ShouldBeRefused("order.exists", ("order", "O02"));
        var split = await scene.Plan.SplitOrder(new SplitPlannedOrder(By(Ann), 1, Order(50), Order(51), lines, "two doors"));

        preview.Outcome.Accepted.ShouldBeTrue();
        var (change, made) = (preview.Change.ShouldNotBeNull(), (await scene.Plan.Compare(1, 2)).Change.ShouldNotBeNull());
        (change.Distance, change.Working, change.Cost, change.LateStops, change.Lateness, change.Unserved, change.Vehicles)
            .ShouldBe((made.Distance, made.Working, made.Cost, made.LateStops, made.Lateness, made.Unserved, made.Vehicles));
        change.Moved.ShouldBe(made.Moved);
        // Four cases less are unloaded, at 20 s each; another stop waits in the tray.
        (change.Working, change.Unserved).ShouldBe((new Duration(-80), 1));
        var route = preview.Routes.ShouldHaveSingleItem();
        OrdersOf(split.Plan!, route.Vehicle).ShouldBe(route.Trips.SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders));
    }

    [Theory]
    [InlineData("day")]
    [InlineData("vehicle")]
    [InlineData("stop")]
    public async Task Split_OfAStopThatNobodyMayChange_IsRefusedBeforeTheOutletHearsOfIt(string kind)
    {
        await using var scene = await StartAsync();
        var plan = await scene.ProposeAsync();
        var vehicle = plan.Routes.Single(route => OrdersOf(plan, route.Vehicle).Contains(Order(1))).Vehicle;
        await scene.EditAsync(Ann, 1, kind switch
        {
            "day" => new LockDay(LockStrength.Everyone),
            "vehicle" => new LockVehicle(vehicle, LockStrength.Everyone, IsOrderKept: false),
            _ => new LockStops([Order(1)], LockStrength.Everyone, IsPlaceKept: false, Window: null),
        });
        Model.Orders.OrderLine[] lines = [new(Samples.ProductId(1), new(1))];

        var preview = await scene.Plan.PreviewSplit(new PreviewOrderSplit(Samples.At(0, 18), 2, Order(1), Order(51), lines));
        var split = await scene.Plan.SplitOrder(new SplitPlannedOrder(By(Ann), 2, Order(1), Order(51), lines, "two doors"));

        (preview.Outcome.RefusalCode, preview.Outcome.Detail!["lock"]).ShouldBe(("edit.locked", kind));
        split.Outcome.RefusalCode.ShouldBe("edit.locked");
        (await scene.Cluster.Terminal("T01").GetSnapshot())!.OpenOrders.Select(order => order.Id).ShouldNotContain(Order(51));
        (await scene.WorkingAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task SplitOrder_TheOutletRefuses_ChangesNoPlan()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        var tooMuch = await scene.Plan.SplitOrder(new SplitPlannedOrder(By(Ann), 1, Order(1), Order(51), [new Model.Orders.OrderLine(Samples.ProductId(1), new(900))], "x"));
        var unknown = await scene.Plan.SplitOrder(new SplitPlannedOrder(By(Ann), 1, Order(77), Order(51), [], "x"));

        tooMuch.Outcome.ShouldBeRefused("line.quantity", ("product", "P01"), ("quantity", "900"));
        unknown.Outcome.ShouldBeRefused("order.not-open", ("order", "O77"));
        (await scene.WorkingAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Edit_AfterATripHasLeft_LeavesWhatIsOnBoard()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var placed = await scene.EditAsync(
            Ann, 1,
            new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(1, 4).Select(Order)], V1, null), new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(5, 4).Select(Order)], V2, null));
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 2, AcceptBreaches: true))).Accepted.ShouldBeTrue();
        var departure = TerritoryCluster.Header(Samples.At(1, 7));
        (await scene.Cluster.Vehicle.DepartTrip(new Contracts.Vehicles.DepartTrip(departure, placed.Id, 0, Tuesday, OrdersOf(placed, V1)))).Accepted.ShouldBeTrue();
        var atNine = new Contracts.CommandHeader(CommandId.New(), Ann, Samples.At(1, 7, 30));

        var ashore = await scene.Plan.Edit(new EditPlan(atNine, 2, [Move(1, V2)]));
        var undone = await scene.Plan.Undo(new UndoEdit(atNine with { Id = CommandId.New() }, 2));
        var later = await scene.Plan.Edit(new EditPlan(atNine with { Id = CommandId.New() }, 2, [Hold(5)]));

        ashore.Outcome.RefusalCode.ShouldBe("edit.on-board");
        undone.Outcome.RefusalCode.ShouldBe("undo.departed");
        OrdersOf(later.Plan!, V1).ShouldBe(OrdersOf(placed, V1));
        TrayOf(later.Plan!).ShouldBe([Order(5)]);
    }

    [Fact]
    public async Task Publish_OfAVersionThatGivesAwayWhatHasLeftSince_IsRefused()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var placed = await scene.EditAsync(
            Ann, 1,
            new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(1, 4).Select(Order)], V1, null), new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(5, 4).Select(Order)], V2, null));
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 2, AcceptBreaches: true))).Accepted.ShouldBeTrue();
        await scene.EditAsync(Ann, 2, Move(1, V2));
        var departure = TerritoryCluster.Header(Samples.At(1, 7));
        (await scene.Cluster.Vehicle.DepartTrip(new Contracts.Vehicles.DepartTrip(departure, placed.Id, 0, Tuesday, OrdersOf(placed, V1)))).Accepted.ShouldBeTrue();

        var twice = await scene.Plan.Publish(new PublishPlan(By(Ann), 3, AcceptBreaches: true));
        await scene.EditAsync(Ann, 3, Hold(1));
        var publication = new PublishPlan(By(Ann), 4, AcceptBreaches: true);

        // V1 has order 1 on board; V2 would load it once more.
        twice.ShouldBeRefused("plan.departed", ("order", "O01"), ("vehicle", "V1"), ("other", "V2"));
        (await scene.Plan.Publish(publication)).Accepted.ShouldBeTrue();
        (await scene.Plan.Publish(publication)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Publish_OfAVersionThatHasOnATripWhatItLeftWithout_IsRefused()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var placed = await scene.EditAsync(
            Ann, 1,
            new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(1, 4).Select(Order)], V1, null), new Model.Dispatch.Edits.MoveStops([.. Enumerable.Range(5, 4).Select(Order)], V2, null));
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 2, AcceptBreaches: true))).Accepted.ShouldBeTrue();
        await scene.EditAsync(Ann, 2, Move(5, V1));
        var departure = TerritoryCluster.Header(Samples.At(1, 7));
        (await scene.Cluster.Vehicle.DepartTrip(new Contracts.Vehicles.DepartTrip(departure, placed.Id, 0, Tuesday, OrdersOf(placed, V1)))).Accepted.ShouldBeTrue();

        var withoutIt = await scene.Plan.Publish(new PublishPlan(By(Ann), 3, AcceptBreaches: true));
        await scene.EditAsync(Ann, 3, Hold(5));

        // Nobody would bring order 5: V2 no longer has it, and V1 never had.
        withoutIt.ShouldBeRefused("plan.not-on-board", ("order", "O05"), ("vehicle", "V1"));
        (await scene.Plan.Publish(new PublishPlan(By(Ann), 4, AcceptBreaches: true))).Accepted.ShouldBeTrue();
    }
}
