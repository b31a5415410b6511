using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>The delivery plans of distributors.</summary>
internal sealed class DeliveryPlanEndpoints()
    : PlanEndpoints<DeliveryPlan, DeliveryPlanDay, TripProgress>("/plans/deliveries", "distributor.unknown", Policies.ReadDeliveryPlans, Policies.PlanDeliveries)
{
    protected override Task<IReadOnlyList<DeliveryPlanDay>> DaysAsync(PlanQueries plans, ReadScope scope, DateOnly date, CancellationToken cancellationToken) =>
        plans.DeliveriesAsync(scope, date, cancellationToken);

    protected override Task<DeliveryPlanDay?> DayOfAsync(PlanQueries plans, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken) =>
        plans.DeliveriesOfAsync(scope, new DistributorId(party), date, cancellationToken);

    protected override Task<byte[]> DrawAsync(PlanGeometry geometry, ReadScope scope, DeliveryPlan plan, CancellationToken cancellationToken) =>
        geometry.OfAsync(scope, plan, cancellationToken);

    protected override Task<IReadOnlyList<TripProgress>> FollowAsync(
        ProgressQuery progress, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken) =>
        progress.TripsAsync(scope, new DistributorId(party), date, cancellationToken);

    protected override async Task<(CommandResult Outcome, DeliveryPlan? Plan)> SendAsync(
        IGrainFactory grains, string party, DateOnly date, CommandHeader header, PlanOptions options, CancellationToken cancellationToken)
    {
        var result = await GrainOf(grains, party, date).Propose(new ProposeDeliveryPlan(header, options), cancellationToken);
        return (result.Outcome, result.Plan);
    }

    protected override Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, PublishPlan command, CancellationToken cancellationToken) =>
        GrainOf(grains, party, date).Publish(command, cancellationToken);

    protected override Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, DiscardPlan command, CancellationToken cancellationToken) =>
        GrainOf(grains, party, date).Discard(command, cancellationToken);

    private static IDeliveryPlanGrain GrainOf(IGrainFactory grains, string party, DateOnly date) =>
        grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(new DistributorId(party), date));
}
