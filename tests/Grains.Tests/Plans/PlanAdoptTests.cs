using Territory.Contracts.Plans;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanAdoptTests
{
    [Fact]
    public async Task Adopt_AnEarlierVersionWhole_IsLikeIt()
    {
        await using var scene = await StartAsync();
        var first = await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await scene.EditAsync(Bo, 2, Hold(2));

        var adopted = (await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 3, [.. first.Routes.Select(route => new AdoptedRoute(route.Vehicle, 1))], Overrides: 1))).Plan!;

        ContentOf(adopted).ShouldBe(ContentOf(first));
        (adopted.Version, adopted.Origin!.Kind, adopted.Origin.Base).ShouldBe((4, PlanOriginKind.Adopted, 3));
    }

    [Fact]
    public async Task Adopt_RoutesOfTwoVersions_LeavesWhatIsOnNoneInTheTray()
    {
        await using var scene = await StartAsync();
        await MoveAllAsync(scene, onFirst: 4);
        // In version 3 the second vehicle lost an order that version 2 had on it.
        var third = await scene.EditAsync(Ann, 2, Hold(5));

        var mixed = await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 3, [new AdoptedRoute(V1, 2), new AdoptedRoute(V2, 3)], Overrides: 2));
        var half = await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 4, [new AdoptedRoute(V2, 3)], Overrides: 3));

        OrdersOf(mixed.Plan!, V2).ShouldBe(OrdersOf(third, V2));
        TrayOf(mixed.Plan!).ShouldBe([Order(5)]);
        mixed.Plan!.Overrides.Held.ShouldBeEmpty();
        TrayOf(half.Plan!).ShouldBe([Order(1), Order(2), Order(3), Order(4), Order(5)], ignoreOrder: true);
        half.Plan!.Overrides.Held.ShouldHaveSingleItem().Order.ShouldBe(Order(5));
    }

    [Fact]
    public async Task Adopt_AStopOnTwoRoutes_IsRefusedWithTheStop()
    {
        await using var scene = await StartAsync();
        await MoveAllAsync(scene, onFirst: 4);
        await scene.EditAsync(Ann, 2, Move(1, V2));

        var refused = await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 3, [new AdoptedRoute(V1, 2), new AdoptedRoute(V2, 3)], Overrides: 3));

        refused.Outcome.ShouldBeRefused("adopt.stop-twice", ("stop", "O01"), ("vehicle", "V2"));
    }

    [Fact]
    public async Task Adopt_WhatIsLockedAgainstEveryone_IsRefused()
    {
        await using var scene = await StartAsync();
        await MoveAllAsync(scene, onFirst: 4);
        await scene.EditAsync(Ann, 2, Move(1, V2));
        await scene.EditAsync(Ann, 3, new LockVehicle(V2, LockStrength.Everyone, IsOrderKept: false));

        var refused = await scene.Plan.Adopt(new AdoptRoutes(By(Bo), 4, [new AdoptedRoute(V1, 2), new AdoptedRoute(V2, 2)], Overrides: 2));

        refused.Outcome.ShouldBeRefused("adopt.locked", ("vehicle", "V2"));
    }

    [Fact]
    public async Task Adopt_VersionsOrVehiclesThatAreNotThere_IsRefused()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        (await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 1, [new AdoptedRoute(V1, 9)], 1))).Outcome.ShouldBeRefused("plan.version-unknown", ("version", "9"));
        (await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 1, [new AdoptedRoute(V1, 1), new AdoptedRoute(V1, 1)], 1))).Outcome.ShouldBeRefused("adopt.vehicle-twice", ("vehicle", "V1"));
        (await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 1, [new AdoptedRoute(new("V9"), 1)], 1))).Outcome.ShouldBeRefused("adopt.vehicle-unknown", ("vehicle", "V9"));
    }

    [Fact]
    public async Task Adopt_AfterEverythingWasDiscarded_BringsAVersionBack()
    {
        await using var scene = await StartAsync();
        var first = await scene.ProposeAsync();
        (await scene.Plan.Discard(new DiscardPlan(By(Ann), 1))).Accepted.ShouldBeTrue();
        (await scene.Plan.Edit(new EditPlan(By(Ann), 0, [Hold(1)]))).Outcome.ShouldBeRefused("plan.not-made");

        var adopted = await scene.Plan.Adopt(new AdoptRoutes(By(Ann), 0, [.. first.Routes.Select(route => new AdoptedRoute(route.Vehicle, 1))], 1));

        ContentOf(adopted.Plan!).ShouldBe(ContentOf(first));
    }

    /// <summary>Version 2: the first orders on the one vehicle, the others on the other.</summary>
    private static async Task MoveAllAsync(DispatchScene scene, int onFirst)
    {
        await scene.ProposeAsync();
        await scene.EditAsync(
            Ann, 1,
            new MoveStops([.. Enumerable.Range(1, onFirst).Select(Order)], V1, null),
            new MoveStops([.. Enumerable.Range(onFirst + 1, 8 - onFirst).Select(Order)], V2, null));
    }
}
