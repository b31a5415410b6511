using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The deliveries of one distributor on one day.</summary>
[GrainType("delivery-plan")]
internal sealed class DeliveryPlanGrain(IJournal journal, DeliveryPlanning planning, ChangeBoard board) : JournaledActor<DeliveryPlanState>(journal), IDeliveryPlanGrain
{
    public async Task<DeliveryPlanResult> Propose(ProposeDeliveryPlan command, CancellationToken cancellationToken = default)
    {
        // A retry is answered before it costs a solve.
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.DeliveryPlan, cancellationToken) is { } first)
            return first;
        var (party, date) = PlanKey.Parse(Id);
        var version = PlanDecisions.NextVersion(State?.Latest.Version);
        var (plan, refusal) = await planning.PlanAsync(new DistributorId(party), date, version, command.Options, cancellationToken);
        return plan is null
            ? new DeliveryPlanResult(refusal!.ToResult(), null)
            : await ExecuteAsync(command, state => PlanDecisions.Propose(state, plan), AnswerForms.DeliveryPlan, cancellationToken);
    }

    public async Task<CommandResult> Publish(PublishPlan command, CancellationToken cancellationToken = default)
    {
        var result = await ExecuteAsync(command, state => PlanDecisions.Publish(state, command), cancellationToken);
        if (result.Accepted)
            board.PlanPublished();
        return result;
    }

    public Task<CommandResult> Discard(DiscardPlan command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => PlanDecisions.Discard(state, command), cancellationToken);

    public Task<DeliveryPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeliveryPlanSnapshot(State?.Latest, State?.Published, Version));
}
