using Orleans.Concurrency;

namespace Territory.Contracts.Plans;

/// <summary>The visit list of one rep on one day, keyed by <see cref="PlanKey"/>.</summary>
[Alias("territory.IVisitPlanGrain")]
public interface IVisitPlanGrain : IGrainWithStringKey
{
    [Alias("Propose")]
    [ResponseTimeout("00:10:00")]
    Task<VisitPlanResult> Propose(ProposeVisitPlan command, CancellationToken cancellationToken = default);

    [Alias("Publish")]
    Task<CommandResult> Publish(PublishPlan command, CancellationToken cancellationToken = default);

    [Alias("Discard")]
    Task<CommandResult> Discard(DiscardPlan command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<VisitPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default);
}
