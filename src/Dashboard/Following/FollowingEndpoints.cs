using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;
using Territory.ReadModel.Following;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Following;

/// <summary>Following the deliveries of a day, closing it, and what it taught.</summary>
internal static class FollowingEndpoints
{
    public static void Map(RouteGroupBuilder region)
    {
        region.MapGet("/following", FollowAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        region.MapPost("/following/notices/{number:int}/acknowledge", AcknowledgeAsync).RequireAuthorization(Policies.PlanDeliveries);
        region.MapGet("/following/lessons/{distributor}", LessonsAsync).RequireAuthorization(Policies.PlanDeliveries);
        region.MapGet("/days/{date}", DayAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        region.MapPost("/days/{date}/close", CloseAsync).RequireAuthorization(Policies.PlanDeliveries);
    }

    private static async Task<Results<Ok<FollowingAnswer>, NotFound<Refusal>>> FollowAsync(
        InRegion inRegion, FollowedRegion followed, QueryValue<DateOnly> date, CancellationToken cancellationToken) =>
        await followed.FindAsync(inRegion, date.Value, cancellationToken) is { } answer ? TypedResults.Ok(answer) : Refusal.Unknown("region.unknown");

    private static async Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> AcknowledgeAsync(
        int number, AcknowledgeRequest request, InRegion inRegion, FollowedRegion followed, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (!await followed.MaySeeAsync(inRegion, number, cancellationToken))
            return Refusal.Unknown("notice.unknown");
        var header = await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var outcome = await grains.GetGrain<IFleetWatchGrain>(inRegion.Region.Value).Acknowledge(new AcknowledgeNotice(header, number), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    private static async Task<Results<Ok<ServiceLessons>, NotFound<Refusal>>> LessonsAsync(
        string distributor, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        var id = new DistributorId(distributor);
        if (await plans.DeliveriesOfAsync(inRegion.Scope, id, time.Today, cancellationToken) is null)
            return Refusal.Unknown("distributor.unknown");
        return TypedResults.Ok(await grains.GetGrain<IFleetWatchGrain>(inRegion.Region.Value).GetLessons(new AskForLessons(id, time.Today.AddDays(1)), cancellationToken));
    }

    private static async Task<Results<Ok<DayClose>, NotFound<Refusal>>> DayAsync(DateOnly date, InRegion inRegion, DayCloseQuery days, CancellationToken cancellationToken) =>
        await days.FindAsync(inRegion.Scope, date, cancellationToken) is { } day ? TypedResults.Ok(day) : Refusal.Unknown("region.unknown");

    private static async Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> CloseAsync(
        DateOnly date, CloseDayRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await plans.DeliveriesOfAsync(inRegion.Scope, request.Distributor, date, cancellationToken) is null)
            return Refusal.Unknown("distributor.unknown");
        var header = await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var outcome = await grains.GetGrain<IDeliveryDayGrain>(PlanKey.Of(request.Distributor, date)).Close(new CloseDeliveryDay(header), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    private static async Task<CommandHeader> HeaderAsync(CommandId id, InRegion inRegion, RegionClocks clocks, CancellationToken cancellationToken) =>
        new(id, inRegion.Person.User, (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now);
}
