using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Terminals;

/// <summary>A terminal's page.</summary>
internal static class TerminalEndpoints
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapGet("/terminals/{id}", FindAsync).RequireAuthorization(Policies.ReadTerritory);

    private static async Task<Results<Ok<TerminalPage>, NotFound<Refusal>>> FindAsync(
        string id, InRegion inRegion, TerminalPageQuery pages, RegionClocks clocks, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        return await pages.FindAsync(inRegion.Scope, new TerminalId(id), time.Today, cancellationToken) is { } page
            ? TypedResults.Ok(page)
            : Refusal.Unknown("terminal.unknown");
    }
}
