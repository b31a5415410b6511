using Territory.Contracts.Plans;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.ReadModel.Tests.Fixtures;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanUndoTests
{
    /// <summary>The oracle is the two stacks of an editor that keeps whole documents.</summary>
    [Fact]
    public async Task UndoAndRedo_OfOnePerson_WalkTheirDocumentsBackAndForth()
    {
        await using var scene = await StartAsync();
        var first = await scene.ProposeAsync();
        var (undo, redo) = (new Stack<string>(), new Stack<string>());
        var (now, version) = (ContentOf(first), 1);
        var random = new Random(7);
        for (var step = 0; step < 40; step++)
        {
            var result = random.Next(3) switch
            {
                0 => await EditAsync(),
                1 => await ReturnAsync(await scene.Plan.Undo(new UndoEdit(By(Ann), version)), undo, redo, "undo.nothing"),
                _ => await ReturnAsync(await scene.Plan.Redo(new RedoEdit(By(Ann), version)), redo, undo, "redo.nothing"),
            };
            if (!result)
                continue;
            version++;
            var working = await scene.WorkingAsync();
            working.Version.ShouldBe(version);
            ContentOf(working).ShouldBe(now, $"step {step}");
        }

        version.ShouldBeGreaterThan(10);

        async Task<bool> EditAsync()
        {
            var order = 1 + random.Next(8);
            var edited = await scene.EditAsync(Ann, version, random.Next(2) == 0 ? Hold(order) : Move(order, random.Next(2) == 0 ? V1 : V2));
            undo.Push(now);
            redo.Clear();
            now = ContentOf(edited);
            return true;
        }

        Task<bool> ReturnAsync(DeliveryPlanResult result, Stack<string> from, Stack<string> to, string nothing)
        {
            if (from.Count == 0)
            {
                result.Outcome.ShouldBeRefused(nothing);
                return Task.FromResult(false);
            }

            result.Outcome.RefusalCode.ShouldBeNull();
            to.Push(now);
            now = from.Pop();
            return Task.FromResult(true);
        }
    }

    [Fact]
    public async Task Undo_OfAnEdit_IsAVersionThatSaysWhatItTookBack()
    {
        await using var scene = await StartAsync();
        var first = await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));

        var undone = (await scene.Plan.Undo(new UndoEdit(By(Ann), 2))).Plan!;
        var redone = (await scene.Plan.Redo(new RedoEdit(By(Ann), 3))).Plan!;

        ContentOf(undone).ShouldBe(ContentOf(first));
        undone.Origin.ShouldBe(new PlanOrigin(PlanOriginKind.Undone, 2, Ann, Samples.At(0, 18), Reverted: 2));
        redone.Origin.ShouldBe(new PlanOrigin(PlanOriginKind.Redone, 3, Ann, Samples.At(0, 18), Reverted: 2));
        TrayOf(redone).ShouldBe([Order(1)]);
    }

    [Fact]
    public async Task Undo_AfterSomeoneElseChangedThePlan_IsRefusedWithWhoAndWhen()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await scene.EditAsync(Bo, 2, Hold(2));

        var refused = await scene.Plan.Undo(new UndoEdit(By(Ann), 3));
        var own = await scene.Plan.Undo(new UndoEdit(By(Bo), 3));

        refused.Outcome.ShouldBeRefused("undo.changed-since", ("version", "3"), ("by", "bo"), ("at", Samples.At(0, 18).ToString("O")));
        TrayOf(own.Plan!).ShouldBe([Order(1)]);
    }

    [Fact]
    public async Task Redo_AfterSomeoneElseChangedThePlan_IsRefusedWithWhoAndWhen()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        (await scene.Plan.Undo(new UndoEdit(By(Ann), 2))).Outcome.Accepted.ShouldBeTrue();
        await scene.EditAsync(Bo, 3, Hold(2));

        var refused = await scene.Plan.Redo(new RedoEdit(By(Ann), 4));

        refused.Outcome.ShouldBeRefused("redo.changed-since", ("version", "4"), ("by", "bo"), ("at", Samples.At(0, 18).ToString("O")));
    }

    [Fact]
    public async Task Undo_OfAPersonWhoChangedNothing_IsRefused()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync(Ann);

        // A first plan was made of nothing, so that there is nothing to go back to.
        (await scene.Plan.Undo(new UndoEdit(By(Ann), 1))).Outcome.ShouldBeRefused("undo.nothing");
        (await scene.Plan.Undo(new UndoEdit(By(Bo), 1))).Outcome.ShouldBeRefused("undo.nothing");
    }

    [Fact]
    public async Task Undo_Retried_TakesBackOnce()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await scene.EditAsync(Ann, 1, Hold(1));
        await scene.EditAsync(Ann, 2, Hold(2));
        var command = new UndoEdit(By(Ann), 3);

        (await scene.Plan.Undo(command)).Plan!.Version.ShouldBe(4);
        (await scene.Plan.Undo(command)).Plan!.Version.ShouldBe(4);

        TrayOf(await scene.WorkingAsync()).ShouldBe([Order(1)]);
    }
}
