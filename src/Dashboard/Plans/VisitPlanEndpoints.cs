using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>The visit lists of reps.</summary>
internal sealed class VisitPlanEndpoints()
    : PlanEndpoints<VisitPlan, VisitPlanDay, ListProgress>("/plans/visits", "rep.unknown", Policies.ReadVisitPlans, Policies.PlanVisits)
{
    protected override Task<IReadOnlyList<VisitPlanDay>> DaysAsync(PlanQueries plans, ReadScope scope, DateOnly date, CancellationToken cancellationToken) =>
        plans.VisitsAsync(scope, date, cancellationToken);

    protected override Task<VisitPlanDay?> DayOfAsync(PlanQueries plans, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken) =>
        plans.VisitsOfAsync(scope, new RepId(party), date, cancellationToken);

    protected override Task<byte[]> DrawAsync(PlanGeometry geometry, ReadScope scope, VisitPlan plan, CancellationToken cancellationToken) =>
        geometry.OfAsync(scope, plan, cancellationToken);

    protected override Task<IReadOnlyList<ListProgress>> FollowAsync(
        ProgressQuery progress, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken) =>
        progress.CallsAsync(scope, new RepId(party), date, cancellationToken);

    protected override async Task<(CommandResult Outcome, VisitPlan? Plan)> SendAsync(
        IGrainFactory grains, string party, DateOnly date, CommandHeader header, PlanOptions options, CancellationToken cancellationToken)
    {
        var result = await GrainOf(grains, party, date).Propose(new ProposeVisitPlan(header, options), cancellationToken);
        return (result.Outcome, result.Plan);
    }

    protected override Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, PublishPlan command, CancellationToken cancellationToken) =>
        GrainOf(grains, party, date).Publish(command, cancellationToken);

    protected override Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, DiscardPlan command, CancellationToken cancellationToken) =>
        GrainOf(grains, party, date).Discard(command, cancellationToken);

    private static IVisitPlanGrain GrainOf(IGrainFactory grains, string party, DateOnly date) =>
        grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(new RepId(party), date));
}
