using Territory.Contracts.Plans;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Dispatch;
using Territory.Model.Quantities;
using static Territory.Grains.Tests.Plans.DispatchScene;

namespace Territory.Grains.Tests.Plans;

public sealed class PlanRunTests
{
    private static readonly RunOptions Short = new(RunScope.Unlocked, [], Seed: 1, Iterations: 20, TimeLimit: null, Money.Zero, ByTimeOfDay: false);

    /// <summary>Goes on until it is stopped.</summary>
    private static readonly RunOptions Long = Short with { Iterations = null, TimeLimit = new Duration(600) };

    [Fact]
    public async Task Run_WhoseBaseStillIsTheWorkingPlan_IsTheNextVersion()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        var ended = await EndedAsync(scene, (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Short))).Run!.Run);

        (ended.Status, ended.Version, ended.BaseVersion, ended.By).ShouldBe((RunStatus.Done, 2, 1, Ann));
        var plan = await scene.WorkingAsync();
        plan.Version.ShouldBe(2);
        (plan.Origin!.Kind, plan.Origin.Base, plan.Origin.Run).ShouldBe((PlanOriginKind.Reoptimised, 1, Short));
        plan.Cost.ShouldBe(ended.Cost!.Value);
        (await scene.Plan.Undo(new UndoEdit(By(Ann), 2))).Plan!.Version.ShouldBe(3);
    }

    [Fact]
    public async Task Run_OfTheSameBaseAndOptions_GivesTheSamePlanAgain()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        await EndedAsync(scene, (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Short))).Run!.Run);
        (await scene.Plan.Undo(new UndoEdit(By(Ann), 2))).Outcome.Accepted.ShouldBeTrue();

        await EndedAsync(scene, (await scene.Plan.StartRun(new StartRun(By(Ann), 3, Short))).Run!.Run);

        ContentOf((await scene.Plan.GetVersion(4)).Plan!).ShouldBe(ContentOf((await scene.Plan.GetVersion(2)).Plan!));
    }

    [Fact]
    public async Task Run_WhosePlanWasEditedMeanwhile_IsSetAside()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var run = (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Long))).Run!.Run;
        await BegunAsync(scene, run);

        // Edits and answers go on while it runs.
        var edited = await scene.EditAsync(Bo, 1, Hold(1));
        (await scene.Plan.StopRun(new StopRun(By(Bo), run))).Accepted.ShouldBeTrue();
        var ended = await EndedAsync(scene, run);

        (ended.Status, ended.Version).ShouldBe((RunStatus.Done, 3));
        (await scene.WorkingAsync()).Version.ShouldBe(edited.Version);
        (await scene.Plan.GetHistory()).Versions.Select(version => (version.Version, version.IsAside)).ShouldBe([(1, false), (2, false), (3, true)]);
        var next = await scene.EditAsync(Bo, 2, Hold(2));
        next.Version.ShouldBe(4);
        TrayOf((await scene.Plan.GetVersion(3)).Plan!).ShouldBeEmpty();
        var compared = await scene.Plan.Compare(4, 3);
        compared.Change!.Unserved.ShouldBe(-2);
    }

    [Fact]
    public async Task StartRun_Retried_StartsNoOther()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var command = new StartRun(By(Ann), 1, Short);
        var run = (await scene.Plan.StartRun(command)).Run!.Run;
        await EndedAsync(scene, run);

        (await scene.Plan.StartRun(command)).Run!.Run.ShouldBe(run);
        await scene.Cluster.CrashAndRestartAsync();
        // The process that ran it is gone; that its result is on record is not.
        var again = (await scene.Plan.StartRun(command)).Run!;

        (again.Run, again.Status, again.Version).ShouldBe((run, RunStatus.Done, 2));
        (await scene.Plan.GetHistory()).Versions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task StartRun_BeyondAFew_IsRefusedUntilOneEnds()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var started = new List<string>();
        for (var i = 0; i < 3; i++)
            started.Add((await scene.Plan.StartRun(new StartRun(By(Ann), 1, Long))).Run!.Run);

        (await scene.Plan.StartRun(new StartRun(By(Bo), 1, Long))).Outcome.ShouldBeRefused("run.too-many", ("most", "3"));
        // One that waits for its turn has no best so far to give.
        (await scene.Plan.StopRun(new StopRun(By(Bo), started[2]))).Accepted.ShouldBeTrue();
        await BegunAsync(scene, started[0]);
        foreach (var run in started)
            (await scene.Plan.StopRun(new StopRun(By(Bo), run))).Accepted.ShouldBeTrue();
        foreach (var run in started)
            await EndedAsync(scene, run);

        (await scene.Plan.GetRun(started[2]))!.RefusalCode.ShouldBe("run.stopped");
        (await EndedAsync(scene, (await scene.Plan.StartRun(new StartRun(By(Bo), (await scene.WorkingAsync()).Version, Short))).Run!.Run)).Status.ShouldBe(RunStatus.Done);
    }

    [Fact]
    public async Task Run_ThatARestartEnds_IsListedAsInterruptedWithItsOptionsUntilAnotherIsBegun()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var run = (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Long))).Run!.Run;
        await BegunAsync(scene, run);

        await scene.Cluster.CrashAndRestartAsync();

        (await scene.Plan.GetHistory()).Versions.ShouldHaveSingleItem();
        var interrupted = (await scene.Plan.GetRuns()).Runs.ShouldHaveSingleItem();
        (interrupted.Run, interrupted.Status, interrupted.RefusalCode).ShouldBe((run, RunStatus.Failed, "run.interrupted"));
        (interrupted.By, interrupted.BaseVersion).ShouldBe((Ann, 1));
        interrupted.Options.TimeLimit.ShouldBe(Long.TimeLimit);
        (await scene.Plan.GetRun(run))!.RefusalCode.ShouldBe("run.interrupted");

        var again = (await scene.Plan.StartRun(new StartRun(By(Bo), 1, Short))).Run!.Run;
        await EndedAsync(scene, again);
        (await scene.Plan.GetRuns()).Runs.ShouldHaveSingleItem().Run.ShouldBe(again);
        await scene.Cluster.CrashAndRestartAsync();
        (await scene.Plan.GetRuns()).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_StoppedBeforeItsTurn_IsNotInterrupted()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();
        var first = (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Long))).Run!.Run;
        await BegunAsync(scene, first);
        var waiting = (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Long))).Run!.Run;
        await scene.Plan.StopRun(new StopRun(By(Ann), waiting));
        await scene.Plan.StopRun(new StopRun(By(Ann), first));
        await EndedAsync(scene, first);
        (await EndedAsync(scene, waiting)).RefusalCode.ShouldBe("run.stopped");
        // The end is recorded after it is shown; the plan's actor takes one call after the other.
        await scene.EditAsync(Bo, (await scene.WorkingAsync()).Version, Hold(1));

        await scene.Cluster.CrashAndRestartAsync();

        (await scene.Plan.GetRuns()).Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task StartRun_OfSenselessOptions_IsRefused()
    {
        await using var scene = await StartAsync();
        await scene.ProposeAsync();

        (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Short with { Iterations = -1 }))).Outcome.RefusalCode.ShouldBe("plan.iterations");
        (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Short with { Scope = RunScope.Routes }))).Outcome.ShouldBeRefused("run.vehicles", ("scope", "Routes"), ("vehicles", "0"));
        (await scene.Plan.StartRun(new StartRun(By(Ann), 1, Short with { MovePrice = new Money(-1) }))).Outcome.ShouldBeRefused("run.move-price", ("movePrice", "-1"));
        (await scene.Plan.StartRun(new StartRun(By(Ann), 5, Short))).Outcome.RefusalCode.ShouldBe("plan.changed-since");
        (await scene.Plan.StopRun(new StopRun(By(Ann), "none"))).ShouldBeRefused("run.unknown", ("run", "none"));
    }

    private static Task<RunProgress> BegunAsync(DispatchScene scene, string run) => UntilAsync(scene, run, progress => progress.Status == RunStatus.Running);

    private static Task<RunProgress> EndedAsync(DispatchScene scene, string run) => UntilAsync(scene, run, progress => progress.Status is RunStatus.Done or RunStatus.Failed);

    private static async Task<RunProgress> UntilAsync(DispatchScene scene, string run, Func<RunProgress, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var progress = (await scene.Plan.GetRun(run)).ShouldNotBeNull();
            if (isSo(progress))
                return progress;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }
}
