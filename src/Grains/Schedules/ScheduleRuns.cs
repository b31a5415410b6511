using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Grains.Work;
using Territory.Model.Ids;
using Territory.Model.Schedules;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Schedules;

/// <summary>The schedules that are in the making in this process. They live here and not in their actor, which may sleep meanwhile.</summary>
/// <remarks>A run whose process ends has no end on record, which is how an interrupted one is known.</remarks>
internal sealed partial class ScheduleRuns(DeliveryScheduling scheduling, IGrainFactory grains, TimeProvider time, ILogger<ScheduleRuns> logger)
{
    /// <summary>Of a distributor; more would only wait for each other.</summary>
    public const int MostAtOnce = 2;

    private readonly ConcurrentDictionary<string, ScheduleRun> going = new(StringComparer.Ordinal);

    public ScheduleRun? Find(DistributorId distributor, string run) => going.GetValueOrDefault(run) is { } found && found.Distributor == distributor ? found : null;

    /// <summary>Refuses a run where the distributor has as many as it may have.</summary>
    public Refusal? CheckRoom(DistributorId distributor) =>
        going.Values.Count(run => run.Distributor == distributor) < MostAtOnce ? null : Refusal.Of("run.too-many", ("most", Text(MostAtOnce)));

    /// <summary>Has a run go on whose start is on record. Only the distributor's actor calls it, one call at a time, after it has asked whether there is room.</summary>
    public ScheduleRun Start(CommandHeader header, DistributorId distributor, ScheduleOptions options)
    {
        var run = new ScheduleRun(header, distributor, options, time);
        going[run.Id] = run;
        _ = FollowAsync(run);
        return run;
    }

    private async Task FollowAsync(ScheduleRun run)
    {
        try
        {
            var (schedule, refusal) = await scheduling.ScheduleAsync(run.Distributor, run.Options, run.Begin, run, run.Stopping);
            if (schedule is null)
                await FailAsync(run, refusal!);
            else
                await RecordAsync(run, schedule);
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // Stopped before its turn came: there is no best so far.
            await FailAsync(run, Refusal.Of("run.stopped"));
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(run.Id, run.Distributor.Value);
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Id, run.Distributor.Value);
            await FailAsync(run, Refusal.Of("run.failed"));
        }

        going.TryRemove(KeyValuePair.Create(run.Id, run));
    }

    private Task RecordAsync(ScheduleRun run, DeliverySchedule schedule)
    {
        var command = new RecordSchedule(EndHeader(run), run.Id, run.Progress.Elapsed, schedule);
        return RetryAsync(run, grain => grain.RecordSchedule(command, CancellationToken.None));
    }

    /// <summary>Best effort: a run whose end is not on record is taken for interrupted.</summary>
    private async Task FailAsync(ScheduleRun run, Refusal refusal)
    {
        try
        {
            var now = run.Progress;
            var command = new RecordScheduleFailure(EndHeader(run), run.Id, now.Elapsed, now.Iterations, refusal.Code, refusal.Detail);
            await RetryAsync(run, grain => grain.RecordFailure(command, CancellationToken.None));
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Id, run.Distributor.Value);
        }
    }

    private Task RetryAsync(ScheduleRun run, Func<IDeliveryScheduleRecordGrain, Task<CommandResult>> record) =>
        RecordRetry.SendAsync(() => record(grains.GetGrain<IDeliveryScheduleRecordGrain>(run.Distributor.Value)), run.Id, time);

    /// <summary>A run has one end, whichever of its ends is sent first.</summary>
    private static CommandHeader EndHeader(ScheduleRun run) =>
        run.Header with { Id = FurtherCommandId.Derive(run.Header.Id, 1), At = run.Header.At + run.Progress.Elapsed.ToTimeSpan() };

    [LoggerMessage(LogLevel.Error, "Schedule {Run} of distributor {Distributor} failed.")]
    private partial void LogFailed(Exception failure, string run, string distributor);

    [LoggerMessage(LogLevel.Information, "Schedule {Run} of distributor {Distributor} was interrupted.")]
    private partial void LogInterrupted(string run, string distributor);
}
