using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Model.Ids;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Schedules;

/// <summary>The schedules that are made in this process, and the last ones that were. They live here and not in their actor, which may sleep meanwhile.</summary>
/// <remarks>A schedule changes nothing and is on no record: a restart leaves none, and whoever wants it again runs it again.</remarks>
internal sealed partial class ScheduleRuns(DeliveryScheduling scheduling, TimeProvider time, ILogger<ScheduleRuns> logger)
{
    /// <summary>More would only wait for each other.</summary>
    public const int MostAtOnce = 2;

    private const int MostEndedKept = 6;
    private const int MostDistributorsKept = 200;

    private readonly ConcurrentDictionary<DistributorId, IReadOnlyList<ScheduleRun>> byDistributor = new();

    /// <summary>The runs of a distributor, the oldest first.</summary>
    public IReadOnlyList<ScheduleRun> Of(DistributorId distributor) => byDistributor.GetValueOrDefault(distributor, []);

    public ScheduleRun? Find(DistributorId distributor, string run) => Of(distributor).FirstOrDefault(each => each.Progress.Run == run);

    /// <summary>Starts a run unless the distributor has as many as it may have. Only its actor calls it, one call at a time.</summary>
    public (ScheduleRun? Run, Refusal? Refusal) Start(CommandHeader header, DistributorId distributor, ScheduleOptions options)
    {
        var runs = Of(distributor);
        if (runs.Count(run => !run.HasEnded) >= MostAtOnce)
            return (null, Refusal.Of("run.too-many", ("most", Text(MostAtOnce))));
        ForgetOthers();
        var started = new ScheduleRun(header, options, time);
        var ended = runs.Where(run => run.HasEnded).TakeLast(MostEndedKept - 1).ToHashSet();
        byDistributor[distributor] = [.. runs.Where(run => !run.HasEnded || ended.Contains(run)), started];
        _ = FollowAsync(distributor, started);
        return (started, null);
    }

    private async Task FollowAsync(DistributorId distributor, ScheduleRun run)
    {
        try
        {
            var (schedule, refusal) = await scheduling.ScheduleAsync(distributor, run.Options, run.Begin, run, run.Stopping);
            if (schedule is null)
                run.Fail(refusal!);
            else
                run.Complete(schedule);
        }
        catch (OperationCanceledException)
        {
            // Stopped before its turn came, or the process ends: there is no best so far.
            run.Fail(Refusal.Of("run.stopped"));
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Progress.Run, distributor.Value);
            run.Fail(Refusal.Of("run.failed"));
        }
    }

    private void ForgetOthers()
    {
        if (byDistributor.Count < MostDistributorsKept)
            return;
        foreach (var (distributor, runs) in byDistributor)
        {
            if (runs.All(run => run.HasEnded))
                byDistributor.TryRemove(KeyValuePair.Create(distributor, runs));
        }
    }

    [LoggerMessage(LogLevel.Error, "Schedule {Run} of distributor {Distributor} failed.")]
    private partial void LogFailed(Exception failure, string run, string distributor);
}
