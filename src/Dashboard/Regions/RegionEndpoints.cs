using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Regions;

/// <summary>Regions and what the map shows of them.</summary>
internal static class RegionEndpoints
{
    public static void MapList(RouteGroupBuilder api) =>
        api.MapGet("/regions", ListAsync).RequireAuthorization(Policies.ReadTerritory);

    public static void Map(RouteGroupBuilder region)
    {
        region.MapGet("", FindAsync).RequireAuthorization(Policies.ReadTerritory);
        region.MapGet("/outlets", OutletsAsync).RequireAuthorization(Policies.ReadTerritory);
        region.MapGet("/areas", AreasAsync).RequireAuthorization(Policies.ReadOverview);
        region.MapGet("/metrics", MetricsAsync).RequireAuthorization(Policies.ReadOverview);
        region.MapGet("/unvisited", UnvisitedAsync).RequireAuthorization(Policies.ReadOverview);
    }

    private static async Task<Ok<IReadOnlyList<RegionSummary>>> ListAsync(
        Actor actor, DriverDays driverDays, RegionQueries regions, CancellationToken cancellationToken)
    {
        var days = await driverDays.OfAsync(actor.Person, cancellationToken);
        return TypedResults.Ok(await regions.ListAsync(region => actor.Person.ScopeOf(region, days), cancellationToken));
    }

    private static async Task<Results<Ok<RegionDetail>, NotFound<Refusal>>> FindAsync(InRegion inRegion, RegionQueries regions, CancellationToken cancellationToken) =>
        await regions.FindAsync(inRegion.Scope, cancellationToken) is { } detail ? TypedResults.Ok(detail) : Refusal.Unknown("region.unknown");

    private static async Task<Ok<OutletColumns>> OutletsAsync(InRegion inRegion, OutletQueries outlets, RegionClocks clocks, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        return TypedResults.Ok(await outlets.ColumnsAsync(inRegion.Scope, time.Today, cancellationToken));
    }

    private static async Task<FileContentHttpResult> AreasAsync(InRegion inRegion, RegionQueries regions, CancellationToken cancellationToken)
    {
        var reps = await regions.RepsAsync(inRegion.Scope, cancellationToken);
        return GeoJson.Areas([.. reps.Where(rep => rep.Area is not null)]);
    }

    private static async Task<Ok<Metrics>> MetricsAsync(InRegion inRegion, MetricsQuery metrics, RegionClocks clocks, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        return TypedResults.Ok(await metrics.AskAsync(inRegion.Scope, time.Now, time.Today, time.TimeOfDay, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<UnvisitedTerminal>>> UnvisitedAsync(
        InRegion inRegion, UnvisitedQuery unvisited, RegionClocks clocks, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        return TypedResults.Ok(await unvisited.ListAsync(inRegion.Scope, time.Today, cancellationToken));
    }
}
