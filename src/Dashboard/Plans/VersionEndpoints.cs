using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Regions;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>A day's deliveries as those see them who plan them: the working plan, its history, and versions side by side.</summary>
internal static class VersionEndpoints
{
    public static void Map(RouteGroupBuilder plan)
    {
        plan.MapGet("", DayAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapGet("/versions", HistoryAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapGet("/versions/{version:int}", VersionAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapGet("/versions/{version:int}/geometry", GeometryAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapPost("/versions/{version:int}/name", NameAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapGet("/compare", CompareAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
    }

    private static async Task<IResult> DayAsync(
        string distributor, DateOnly date, InRegion inRegion, PlanQueries plans, DispatchDesk desk, CancellationToken cancellationToken)
    {
        var now = await desk.NowAsync(inRegion, cancellationToken);
        return await plans.DispatchOfAsync(inRegion.Scope, new DistributorId(distributor), date, now, cancellationToken) is { } day
            ? TypedResults.Ok(day)
            : DispatchAnswers.UnknownPlan;
    }

    private static async Task<IResult> HistoryAsync(
        string distributor, DateOnly date, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is { } grain
            ? TypedResults.Ok((await grain.GetHistory(cancellationToken)).Versions)
            : DispatchAnswers.UnknownPlan;

    private static async Task<IResult> VersionAsync(
        string distributor, DateOnly date, int version, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var found = await grain.GetVersion(version, cancellationToken);
        return DispatchAnswers.Of(found.Outcome, found.Plan);
    }

    private static async Task<IResult> GeometryAsync(
        string distributor, DateOnly date, int version, InRegion inRegion, DispatchDesk desk, PlanGeometry geometry, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var found = await grain.GetVersion(version, cancellationToken);
        return found.Plan is { } plan
            ? GeoJson.Answer(await geometry.OfAsync(inRegion.Scope, plan, cancellationToken))
            : DispatchAnswers.Of(found.Outcome, found.Plan);
    }

    private static async Task<IResult> NameAsync(
        string distributor, DateOnly date, int version, NameVersionRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var header = await desk.HeaderAsync(request.CommandId, inRegion, cancellationToken);
        var outcome = await grain.NameVersion(new NamePlanVersion(header, version, request.Name), cancellationToken);
        return DispatchAnswers.Of(outcome, new AcceptedAnswer(outcome.Position));
    }

    private static async Task<IResult> CompareAsync(
        string distributor, DateOnly date, int left, int right, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var compared = await grain.Compare(left, right, cancellationToken);
        return DispatchAnswers.Of(compared.Outcome, compared is { Left: { } before, Right: { } after, Change: { } change } ? new CompareAnswer(before, after, change) : null);
    }
}
