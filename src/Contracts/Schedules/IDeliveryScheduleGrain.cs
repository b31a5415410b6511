using Orleans.Concurrency;

namespace Territory.Contracts.Schedules;

/// <summary>Schedules of one distributor's deliveries over coming days (配送排程), keyed by its <see cref="Model.Ids.DistributorId"/>. They change no plan: the days' plans are made from orders.</summary>
[Alias("territory.IDeliveryScheduleGrain")]
public interface IDeliveryScheduleGrain : IGrainWithStringKey
{
    /// <summary>Starts a run and answers at once.</summary>
    [Alias("Start")]
    Task<ScheduleRunResult> Start(StartSchedule command, CancellationToken cancellationToken = default);

    /// <summary>Ends a run with its best so far.</summary>
    [Alias("Stop")]
    [AlwaysInterleave]
    Task<CommandResult> Stop(StopSchedule command, CancellationToken cancellationToken = default);

    [Alias("GetRuns")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<ScheduleRunList> GetRuns(CancellationToken cancellationToken = default);

    /// <summary>What a run gave: refused while it goes on, and where it failed or is gone.</summary>
    [Alias("GetSchedule")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<DeliveryScheduleResult> GetSchedule(string run, CancellationToken cancellationToken = default);
}
