using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The visit list of one rep on one day.</summary>
[GrainType("visit-plan")]
internal sealed class VisitPlanGrain(IJournal journal, VisitPlanning planning, ChangeBoard board) : JournaledActor<VisitPlanState>(journal), IVisitPlanGrain
{
    public async Task<VisitPlanResult> Propose(ProposeVisitPlan command, CancellationToken cancellationToken = default)
    {
        // A retry is answered before it costs a solve.
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.VisitPlan, cancellationToken) is { } first)
            return first;
        var (party, date) = PlanKey.Parse(Id);
        var version = PlanDecisions.NextVersion(State?.Latest.Version);
        var (plan, refusal) = await planning.PlanAsync(new RepId(party), date, version, command.Options, cancellationToken);
        return plan is null
            ? new VisitPlanResult(refusal!.ToResult(), null)
            : await ExecuteAsync(command, state => PlanDecisions.Propose(state, plan), AnswerForms.VisitPlan, cancellationToken);
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

    public Task<VisitPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(new VisitPlanSnapshot(State?.Latest, State?.Published, Version));
}
