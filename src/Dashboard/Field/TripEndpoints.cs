using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Territories;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Field;

/// <summary>A driver's trips: leaving, coming back, and where the vehicle is in between.</summary>
internal static class TripEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/my/trips/{trip:int}/depart", DepartAsync).RequireAuthorization(Policies.DeliverGoods);
        api.MapPost("/my/trips/{trip:int}/return", ReturnAsync).RequireAuthorization(Policies.DeliverGoods);
        api.MapPost("/my/position", ReportAsync).RequireAuthorization(Policies.DeliverGoods);
    }

    private static async Task<Results<Ok<CommandAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DepartAsync(
        int trip, DepartRequest request, Actor actor, TripReports trips, CancellationToken cancellationToken)
    {
        var outcome = await trips.DepartAsync(actor.Person, trip, request, cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new CommandAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    private static async Task<Results<Ok<CommandAnswer>, BadRequest<RequestProblems>, NotFound<Refusal>, Conflict<Refusal>>> ReturnAsync(
        int trip, ReturnRequest request, Actor actor, TripReports trips, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        var outcome = await trips.ReturnAsync(actor.Person, trip, request, cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new CommandAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    private static async Task<Results<NoContent, BadRequest<RequestProblems>, NotFound<Refusal>>> ReportAsync(
        PositionRequest request, Actor actor, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (actor.Person is not { Region: { } region, Vehicle: { } vehicle } || await clocks.FindAsync(region, cancellationToken) is not { } time)
            return Refusal.Unknown("region.unknown");
        // Where the vehicle is now is no business of those who have it on another day.
        if (actor.Person.Day is { } day && day != time.Today)
            return Refusal.Unknown("region.unknown");
        var position = new MoverPosition(
            MoverKind.Vehicle, vehicle.Value, request.Position.Longitude, request.Position.Latitude, request.HeadingDegrees, MoverActivity.Travelling);
        await grains.GetGrain<ITerritoryGrain>(region.Value).ReportPositions(new PositionReport(time.Now, [position]));
        return TypedResults.NoContent();
    }
}
