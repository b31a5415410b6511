using Territory.Contracts.Plans;
using Territory.Grains.DispatchOrders;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The deliveries of one distributor on one day.</summary>
[GrainType("delivery-plan")]
internal sealed class DeliveryPlanGrain(IJournal journal, DeliveryPlanning planning, DispatchOrderIssuing orders, ChangeBoard board)
    : PlanGrain<DeliveryPlanState, DeliveryPlan, DeliveryPlanResult>(journal, board, PlanKinds.Deliveries), IDeliveryPlanGrain
{
    public Task<DeliveryPlanResult> Propose(ProposeDeliveryPlan command, CancellationToken cancellationToken = default) => ProposeAsync(
        command,
        (party, date, version) => planning.PlanAsync(new DistributorId(party), date, version, command.Options, cancellationToken),
        cancellationToken);

    public Task<DeliveryPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeliveryPlanSnapshot(State?.Latest, State?.Published, Version));

    protected override Task PublishedAsync(PublishPlan command, CancellationToken cancellationToken) =>
        State?.Published is { } plan && plan.Version == command.PlanVersion ? orders.IssueAsync(plan, command.Header, cancellationToken) : Task.CompletedTask;
}
