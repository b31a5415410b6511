using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Terminals;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>What a rep or driver opens on the phone: their own day, and the card of an outlet.</summary>
internal static class FieldEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/my/day", DayAsync).RequireAuthorization(Policies.ReadOwnDay);
        api.MapGet("/my/terminals/{id}", CardAsync).RequireAuthorization(Policies.ReadOwnDay);
    }

    private static async Task<Results<Ok<RepDayAnswer>, Ok<DriverDayAnswer>, NotFound<Refusal>>> DayAsync(
        Actor actor, RepDayQuery repDays, DriverDayQuery driverDays, RegionClocks clocks, QueryValue<DateOnly> date, CancellationToken cancellationToken)
    {
        if (actor.Person is not { Region: { } region } || await clocks.FindAsync(region, cancellationToken) is not { } time)
            return Refusal.Unknown("region.unknown");
        return actor.Person switch
        {
            { Role: Role.Rep, Rep: { } rep } =>
                TypedResults.Ok(RepDayAnswer.Of(await repDays.FindAsync(region, rep, date.Value ?? time.Today, cancellationToken), time)),
            { Role: Role.Driver, Vehicle: { } vehicle } =>
                TypedResults.Ok(DriverDayAnswer.Of(await driverDays.FindAsync(region, vehicle, actor.Person.Day ?? date.Value ?? time.Today, cancellationToken), time.Region)),
            _ => Refusal.Unknown("person.scope"),
        };
    }

    private static async Task<Results<Ok<VisitCard>, NotFound<Refusal>>> CardAsync(
        string id, Actor actor, TerminalPageQuery pages, RegionQueries regions, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (actor.Person.Region is not { } region
            || await clocks.FindAsync(region, cancellationToken) is not { } time
            || actor.Person.ScopeOf(region, DriverDays.Of(actor.Person, time)) is not { } scope
            || await pages.FindAsync(scope, new TerminalId(id), time.Today, cancellationToken) is not { } page
            || await regions.FindAsync(scope, cancellationToken) is not { } detail)
        {
            return Refusal.Unknown("terminal.unknown");
        }

        // What to order depends on the rule, which the outlet itself keeps.
        var snapshot = await grains.GetGrain<ITerminalGrain>(id).GetSnapshot(cancellationToken);
        return TypedResults.Ok(VisitCard.Of(page, detail.Products, snapshot?.Suggested ?? []));
    }
}
