using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Work;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Optimizer.Dispatch;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>The re-optimisations that go on in this process, and those that ended lately. They live here and not in the plan's actor, which may sleep meanwhile.</summary>
/// <remarks>A run has left nothing behind until its result is on record: a crash ends it without a trace.</remarks>
internal sealed partial class DispatchRuns(Reoptimisation reoptimisation, SolverPool pool, IGrainFactory grains, TimeProvider time, ILogger<DispatchRuns> logger)
{
    /// <summary>More would only wait for each other.</summary>
    public const int MostAtOnce = 3;

    private const int MostEndedKept = 20;
    private const int MostAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, IReadOnlyList<DispatchRun>> byPlan = new(StringComparer.Ordinal);

    /// <summary>The runs of a plan, the oldest first.</summary>
    public IReadOnlyList<DispatchRun> Of(string plan) => byPlan.GetValueOrDefault(plan, []);

    public DispatchRun? Find(string plan, string run) => Of(plan).FirstOrDefault(candidate => candidate.Progress.Run == run);

    /// <summary>Starts a run unless the plan has as many as it may have. Only the plan's actor calls it, one call at a time.</summary>
    public (DispatchRun? Run, Refusal? Refusal) Start(CommandHeader header, string plan, DeliveryPlan basePlan, Model.Dispatch.RunOptions options, KeptDay day)
    {
        var known = Of(plan);
        if (known.Count(run => !run.HasEnded) >= MostAtOnce)
            return (null, Refusal.Of("run.too-many", ("most", Text(MostAtOnce))));
        var started = new DispatchRun(header, plan, basePlan, options, day, time);
        var ended = known.Where(run => run.HasEnded).TakeLast(MostEndedKept);
        byPlan[plan] = [.. ended, .. known.Where(run => !run.HasEnded), started];
        _ = FollowAsync(started);
        return (started, null);
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
            // Stopped before its turn came, or the process ends: there is no best so far.
            run.Fail("run.stopped");
        }
        catch (InvalidInputException)
        {
            run.Fail("plan.input-invalid");
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Progress.Run, run.Plan);
            run.Fail("run.failed");
        }

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
        var header = run.Header with { Id = FurtherCommandId.Derive(run.Header.Id, 1), At = run.EndsAt };
        var command = new RecordRun(header, run.Base.Version, run.Options, run.Day.Progress, plan);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await grains.GetGrain<IDeliveryRunGrain>(run.Plan).RecordRun(command);
                return result.Plan ?? throw new InvalidOperationException($"The result of run {run.Progress.Run} was refused: {result.Outcome.RefusalCode}.");
            }
            catch (Exception failure) when (attempt < MostAttempts && failure is OutcomeUnknownException or TimeoutException or OrleansException)
            {
                await Task.Delay(Pause * attempt, time);
            }
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

    [LoggerMessage(LogLevel.Error, "Run {Run} of plan {Plan} failed.")]
    private partial void LogFailed(Exception failure, string run, string plan);

    [LoggerMessage(LogLevel.Debug, "Run {Run} could not be announced.")]
    private partial void LogUnannounced(Exception failure, string run);
}
