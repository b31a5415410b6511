using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Work;
using Territory.Model.Dispatch;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Optimizer.Dispatch;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>The re-optimisations that go on in this process, and how those ended that did so lately. They live here and not in the plan's actor, which may sleep meanwhile.</summary>
/// <remarks>That a run began is on record, and how it ended; where the process ends under it, it is listed as interrupted, with its options.</remarks>
internal sealed partial class DispatchRuns(Reoptimisation reoptimisation, SolverPool pool, IGrainFactory grains, TimeProvider time, ILogger<DispatchRuns> logger)
{
    /// <summary>More would only wait for each other.</summary>
    public const int MostAtOnce = 3;

    private const int MostEndedKept = 20;
    private const int MostPlansKept = 1_000;
    private const int MostAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, PlanRuns> byPlan = new(StringComparer.Ordinal);

    /// <summary>The runs of a plan: those that ended, then those that go on, each the oldest first.</summary>
    public IReadOnlyList<RunProgress> Of(string plan)
    {
        var runs = byPlan.GetValueOrDefault(plan, PlanRuns.None);
        return [.. runs.Ended, .. runs.Going.Select(run => run.Progress)];
    }

    public RunProgress? Find(string plan, string run) => Of(plan).FirstOrDefault(progress => progress.Run == run);

    /// <summary>Has a run end with its best so far. One that has ended is left as it is.</summary>
    public void Stop(string plan, string run) => byPlan.GetValueOrDefault(plan, PlanRuns.None).Going.FirstOrDefault(going => going.Progress.Run == run)?.Stop();

    /// <summary>Refuses a run where the plan has as many as it may have.</summary>
    public Refusal? CheckRoom(string plan) =>
        byPlan.GetValueOrDefault(plan, PlanRuns.None).Going.Count < MostAtOnce ? null : Refusal.Of("run.too-many", ("most", Text(MostAtOnce)));

    /// <summary>Starts a run. Only the plan's actor calls it, one call at a time, after it has asked whether there is room.</summary>
    public RunProgress Start(CommandHeader header, string plan, DeliveryPlan basePlan, RunOptions options, KeptDay day)
    {
        ForgetOthers();
        var started = new DispatchRun(header, plan, basePlan, options, day, time);
        byPlan.AddOrUpdate(plan, _ => PlanRuns.None.With(started), (_, runs) => runs.With(started));
        _ = FollowAsync(started);
        return started.Progress;
    }

    private async Task FollowAsync(DispatchRun run)
    {
        try
        {
            await AnnounceAsync(run);
            var plan = await pool.RunAsync(token => Solve(run, token), run.Stopping);
            run.Complete(await RecordAsync(run, plan));
        }
        catch (OperationCanceledException)
        {
            // Stopped before its turn came: there is no best so far. Or the process ends, and the next one says so.
            run.Fail("run.stopped");
            if (run.Stopping.IsCancellationRequested)
                await RecordEndAsync(run);
        }
        catch (InvalidInputException)
        {
            run.Fail("plan.input-invalid");
            await RecordEndAsync(run);
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Progress.Run, run.Plan);
            run.Fail("run.failed");
            await RecordEndAsync(run);
        }

        byPlan.AddOrUpdate(run.Plan, PlanRuns.None, (_, runs) => runs.Without(run));
        await AnnounceAsync(run);
    }

    private DeliveryPlan Solve(DispatchRun run, CancellationToken cancellationToken)
    {
        run.Begin();
        return reoptimisation.Run(run.Day.Day, run.Base, run.Options, run, cancellationToken);
    }

    /// <summary>The plan as the version that it became. A retry has the same command id, so that the result is on record once.</summary>
    private async Task<DeliveryPlan> RecordAsync(DispatchRun run, DeliveryPlan plan)
    {
        var header = run.Header with { Id = DispatchRun.ResultOf(run.Header.Id), At = run.EndsAt };
        var command = new RecordRun(header, run.Base.Version, run.Options, run.Day.Progress, plan, run.Progress.Run);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await grains.GetGrain<IDeliveryRunGrain>(run.Plan).RecordRun(command, CancellationToken.None);
                return result.Plan ?? throw new InvalidOperationException($"The result of run {run.Progress.Run} was refused: {result.Outcome.RefusalCode}.");
            }
            catch (Exception failure) when (attempt < MostAttempts && failure is OutcomeUnknownException or TimeoutException or OrleansException)
            {
                await Task.Delay(Pause * attempt, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Best effort: a run whose end is not on record is taken for interrupted after a restart.</summary>
    private async Task RecordEndAsync(DispatchRun run)
    {
        try
        {
            var header = run.Header with { Id = DispatchRun.EndOf(run.Header.Id), At = run.EndsAt };
            await grains.GetGrain<IDeliveryRunGrain>(run.Plan).EndRun(new EndRun(header, run.Progress.Run, run.Progress.RefusalCode!), CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogEndUnrecorded(failure, run.Progress.Run, run.Plan);
        }
    }

    /// <summary>Tells those who watch the region. Best effort: who misses it sees the run when they look.</summary>
    private async Task AnnounceAsync(DispatchRun run)
    {
        try
        {
            await grains.GetGrain<ITerritoryGrain>(run.Base.Region.Value).AnnounceRun(new RunNews(run.Plan));
        }
        catch (Exception failure)
        {
            LogUnannounced(failure, run.Progress.Run);
        }
    }

    private void ForgetOthers()
    {
        if (byPlan.Count < MostPlansKept)
            return;
        foreach (var (plan, runs) in byPlan)
        {
            if (runs.Going.Count == 0)
                byPlan.TryRemove(KeyValuePair.Create(plan, runs));
        }
    }

    [LoggerMessage(LogLevel.Error, "Run {Run} of plan {Plan} failed.")]
    private partial void LogFailed(Exception failure, string run, string plan);

    [LoggerMessage(LogLevel.Warning, "The end of run {Run} of plan {Plan} could not be recorded.")]
    private partial void LogEndUnrecorded(Exception failure, string run, string plan);

    [LoggerMessage(LogLevel.Debug, "Run {Run} could not be announced.")]
    private partial void LogUnannounced(Exception failure, string run);

    /// <summary>Of a run that ended, only how it stood then is kept: what it was made on is large.</summary>
    private sealed record PlanRuns(IReadOnlyList<DispatchRun> Going, IReadOnlyList<RunProgress> Ended)
    {
        public static PlanRuns None { get; } = new([], []);

        public PlanRuns With(DispatchRun run) => this with { Going = [.. Going, run] };

        public PlanRuns Without(DispatchRun run) => new([.. Going.Where(other => other != run)], [.. Ended.TakeLast(MostEndedKept - 1), run.Progress]);
    }
}
