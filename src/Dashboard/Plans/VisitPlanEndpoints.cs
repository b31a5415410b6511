using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Regions;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>Visit lists: seeing, proposing, publishing, discarding, drawing, following.</summary>
internal static class VisitPlanEndpoints
{
    private const string UnknownRep = "rep.unknown";

    public static void Map(RouteGroupBuilder region)
    {
        var plans = region.MapGroup("/plans/visits");
        plans.MapGet("", ListAsync).RequireAuthorization(Policies.ReadVisitPlans);
        plans.MapPost("/{rep}/{date}/propose", ProposeAsync).RequireAuthorization(Policies.PlanVisits);
        plans.MapPost("/{rep}/{date}/publish", PublishAsync).RequireAuthorization(Policies.PlanVisits);
        plans.MapPost("/{rep}/{date}/discard", DiscardAsync).RequireAuthorization(Policies.PlanVisits);
        plans.MapGet("/{rep}/{date}/geometry", GeometryAsync).RequireAuthorization(Policies.ReadVisitPlans);
        plans.MapGet("/{rep}/{date}/progress", ProgressAsync).RequireAuthorization(Policies.ReadVisitPlans);
    }

    private static async Task<Ok<IReadOnlyList<VisitPlanDay>>> ListAsync(
        InRegion inRegion, PlanQueries plans, RegionClocks clocks, CancellationToken cancellationToken, DateOnly? date = null)
    {
        date ??= (await clocks.NowAsync(inRegion.Region, cancellationToken)).NextWorkingDay;
        return TypedResults.Ok(await plans.VisitsAsync(inRegion.Scope, date.Value, cancellationToken));
    }

    private static async Task<Results<Ok<VisitPlan>, BadRequest<RequestProblems>, NotFound<Refusal>, Conflict<Refusal>>> ProposeAsync(
        string rep, DateOnly date, ProposeRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (await plans.VisitsOfAsync(inRegion.Scope, new RepId(rep), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownRep);
        var header = await DeliveryPlanEndpoints.HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var result = await GrainOf(grains, rep, date).Propose(new ProposeVisitPlan(header, request.Options), cancellationToken);
        if (!result.Outcome.Accepted)
            return Refusal.Of(result.Outcome);
        return result.Plan is { } plan ? TypedResults.Ok(plan) : Refusal.Unknown("plan.unknown");
    }

    private static Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> PublishAsync(
        string rep, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            rep, date, request, inRegion, plans, clocks,
            header => GrainOf(grains, rep, date).Publish(new PublishPlan(header, request.Version), cancellationToken), cancellationToken);

    private static Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DiscardAsync(
        string rep, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            rep, date, request, inRegion, plans, clocks,
            header => GrainOf(grains, rep, date).Discard(new DiscardPlan(header, request.Version), cancellationToken), cancellationToken);

    private static async Task<Results<FileContentHttpResult, NotFound<Refusal>>> GeometryAsync(
        string rep, DateOnly date, InRegion inRegion, PlanQueries plans, PlanGeometry geometry, CancellationToken cancellationToken, int? version = null)
    {
        var day = await plans.VisitsOfAsync(inRegion.Scope, new RepId(rep), date, cancellationToken);
        if (day is null || DeliveryPlanEndpoints.Chosen(day.Published, day.Proposed, plan => plan.Version, version) is not { } plan)
            return Refusal.Unknown("plan.unknown");
        return GeoJson.Answer(await geometry.OfAsync(inRegion.Scope, plan, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<ListProgress>>> ProgressAsync(
        string rep, DateOnly date, InRegion inRegion, ProgressQuery progress, CancellationToken cancellationToken) =>
        TypedResults.Ok(await progress.CallsAsync(inRegion.Scope, new RepId(rep), date, cancellationToken));

    private static async Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DecideAsync(
        string rep, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks,
        Func<CommandHeader, Task<CommandResult>> decide, CancellationToken cancellationToken)
    {
        if (await plans.VisitsOfAsync(inRegion.Scope, new RepId(rep), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownRep);
        var outcome = await decide(await DeliveryPlanEndpoints.HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken));
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    private static IVisitPlanGrain GrainOf(IGrainFactory grains, string rep, DateOnly date) =>
        grains.GetGrain<IVisitPlanGrain>(PlanKey.Of(new RepId(rep), date));
}
