namespace Territory.Contracts.Schedules;

/// <summary>Where a run hands in what it gave; the same actor as <see cref="IDeliveryScheduleGrain"/>, and nobody else's business.</summary>
[Alias("territory.IDeliveryScheduleRecordGrain")]
public interface IDeliveryScheduleRecordGrain : IGrainWithStringKey
{
    [Alias("RecordSchedule")]
    Task<CommandResult> RecordSchedule(RecordSchedule command, CancellationToken cancellationToken = default);

    [Alias("RecordFailure")]
    Task<CommandResult> RecordFailure(RecordScheduleFailure command, CancellationToken cancellationToken = default);
}
