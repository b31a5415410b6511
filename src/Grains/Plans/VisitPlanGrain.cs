using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The visit list of one rep on one day.</summary>
[GrainType("visit-plan")]
internal sealed class VisitPlanGrain(IJournal journal, VisitPlanning planning, ChangeBoard board)
    : PlanGrain<VisitPlanState, VisitPlan, VisitPlanResult>(journal, board, PlanKinds.Visits), IVisitPlanGrain
{
    public Task<VisitPlanResult> Propose(ProposeVisitPlan command, CancellationToken cancellationToken = default) => ProposeAsync(
        command,
        (party, date, version) => planning.PlanAsync(new RepId(party), date, version, command.Options, cancellationToken),
        cancellationToken);

    public Task<VisitPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(new VisitPlanSnapshot(State?.Latest, State?.Published, Version));
}
