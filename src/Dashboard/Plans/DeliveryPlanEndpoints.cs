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

/// <summary>Delivery plans: seeing, proposing, publishing, discarding, drawing, following.</summary>
internal static class DeliveryPlanEndpoints
{
    private const string UnknownDistributor = "distributor.unknown";

    public static void Map(RouteGroupBuilder region)
    {
        var plans = region.MapGroup("/plans/deliveries");
        plans.MapGet("", ListAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plans.MapPost("/{distributor}/{date}/propose", ProposeAsync).RequireAuthorization(Policies.PlanDeliveries);
        plans.MapPost("/{distributor}/{date}/publish", PublishAsync).RequireAuthorization(Policies.PlanDeliveries);
        plans.MapPost("/{distributor}/{date}/discard", DiscardAsync).RequireAuthorization(Policies.PlanDeliveries);
        plans.MapGet("/{distributor}/{date}/geometry", GeometryAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plans.MapGet("/{distributor}/{date}/progress", ProgressAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
    }

    private static async Task<Ok<IReadOnlyList<DeliveryPlanDay>>> ListAsync(
        InRegion inRegion, PlanQueries plans, RegionClocks clocks, CancellationToken cancellationToken, DateOnly? date = null)
    {
        date ??= (await clocks.NowAsync(inRegion.Region, cancellationToken)).NextWorkingDay;
        return TypedResults.Ok(await plans.DeliveriesAsync(inRegion.Scope, date.Value, cancellationToken));
    }

    private static async Task<Results<Ok<DeliveryPlan>, BadRequest<RequestProblems>, NotFound<Refusal>, Conflict<Refusal>>> ProposeAsync(
        string distributor, DateOnly date, ProposeRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (await plans.DeliveriesOfAsync(inRegion.Scope, new DistributorId(distributor), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownDistributor);
        var header = await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var result = await GrainOf(grains, distributor, date).Propose(new ProposeDeliveryPlan(header, request.Options), cancellationToken);
        if (!result.Outcome.Accepted)
            return Refusal.Of(result.Outcome);
        return result.Plan is { } plan ? TypedResults.Ok(plan) : Refusal.Unknown("plan.unknown");
    }

    private static Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> PublishAsync(
        string distributor, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            distributor, date, request, inRegion, plans, clocks,
            header => GrainOf(grains, distributor, date).Publish(new PublishPlan(header, request.Version), cancellationToken), cancellationToken);

    private static Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DiscardAsync(
        string distributor, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            distributor, date, request, inRegion, plans, clocks,
            header => GrainOf(grains, distributor, date).Discard(new DiscardPlan(header, request.Version), cancellationToken), cancellationToken);

    private static async Task<Results<FileContentHttpResult, NotFound<Refusal>>> GeometryAsync(
        string distributor, DateOnly date, InRegion inRegion, PlanQueries plans, PlanGeometry geometry, CancellationToken cancellationToken, int? version = null)
    {
        var day = await plans.DeliveriesOfAsync(inRegion.Scope, new DistributorId(distributor), date, cancellationToken);
        if (day is null || Chosen(day.Published, day.Proposed, plan => plan.Version, version) is not { } plan)
            return Refusal.Unknown("plan.unknown");
        return GeoJson.Answer(await geometry.OfAsync(inRegion.Scope, plan, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<TripProgress>>> ProgressAsync(
        string distributor, DateOnly date, InRegion inRegion, ProgressQuery progress, CancellationToken cancellationToken) =>
        TypedResults.Ok(await progress.TripsAsync(inRegion.Scope, new DistributorId(distributor), date, cancellationToken));

    private static async Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DecideAsync(
        string distributor, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks,
        Func<CommandHeader, Task<CommandResult>> decide, CancellationToken cancellationToken)
    {
        if (await plans.DeliveriesOfAsync(inRegion.Scope, new DistributorId(distributor), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownDistributor);
        var outcome = await decide(await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken));
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    /// <summary>The plan of the version asked for; without one the published plan, or else the proposal.</summary>
    internal static TPlan? Chosen<TPlan>(TPlan? published, TPlan? proposed, Func<TPlan, int> versionOf, int? version)
        where TPlan : class =>
        version is null ? published ?? proposed : new[] { published, proposed }.FirstOrDefault(plan => plan is not null && versionOf(plan) == version);

    internal static async Task<CommandHeader> HeaderAsync(CommandId id, InRegion inRegion, RegionClocks clocks, CancellationToken cancellationToken) =>
        new(id, inRegion.Person.User, (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now);

    private static IDeliveryPlanGrain GrainOf(IGrainFactory grains, string distributor, DateOnly date) =>
        grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(new DistributorId(distributor), date));
}
