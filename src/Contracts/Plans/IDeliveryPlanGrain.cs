using Orleans.Concurrency;

namespace Territory.Contracts.Plans;

/// <summary>The deliveries of one distributor on one day, keyed by <see cref="PlanKey"/>.</summary>
[Alias("territory.IDeliveryPlanGrain")]
public interface IDeliveryPlanGrain : IGrainWithStringKey
{
    [Alias("Propose")]
    [ResponseTimeout("00:10:00")]
    Task<DeliveryPlanResult> Propose(ProposeDeliveryPlan command, CancellationToken cancellationToken = default);

    [Alias("Publish")]
    Task<CommandResult> Publish(PublishPlan command, CancellationToken cancellationToken = default);

    [Alias("Discard")]
    Task<CommandResult> Discard(DiscardPlan command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<DeliveryPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default);
}
