namespace Territory.Contracts.Plans;

/// <summary>Where the runs of a distributor's day hand in their results; the same actor as <see cref="IDeliveryPlanGrain"/>, and nobody else's business.</summary>
[Alias("territory.IDeliveryRunGrain")]
public interface IDeliveryRunGrain : IGrainWithStringKey
{
    [Alias("RecordRun")]
    Task<DeliveryPlanResult> RecordRun(RecordRun command, CancellationToken cancellationToken = default);

    [Alias("EndRun")]
    Task<CommandResult> EndRun(EndRun command, CancellationToken cancellationToken = default);
}
