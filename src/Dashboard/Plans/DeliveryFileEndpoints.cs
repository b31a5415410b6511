using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Exports.Calendars;
using Territory.Dashboard.Exports.Sheets;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>What goes out of a distributor's deliveries of a day, to be printed, driven after or put into other programs. A driver gets the own vehicle's part.</summary>
internal static class DeliveryFileEndpoints
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapGet("/plans/deliveries/{party}/{date}/files/{name}", GetAsync).RequireAuthorization(Policies.ReadDeliveryPlans);

    private static async Task<Results<FileContentHttpResult, NotFound<Refusal>>> GetAsync(
        string party, DateOnly date, string name, InRegion inRegion, PlannedDeliveriesQuery deliveries, RegionClocks clocks, HttpContext context,
        CancellationToken cancellationToken, int? version = null, string? vehicle = null, SheetLanguage language = SheetLanguage.Both, CalendarDetail detail = CalendarDetail.Stops)
    {
        if (!DeliveryFiles.Names.Contains(name, StringComparer.Ordinal))
            return Refusal.Unknown("request.no-such-address");
        var day = await deliveries.FindAsync(inRegion.Scope, new DistributorId(party), date, version, cancellationToken);
        if (vehicle is not null)
            day = day?.Only(new VehicleId(vehicle));
        if (day is null)
            return Refusal.Unknown("plan.unknown");
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var options = new DeliveryFileOptions(
            (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now, new SheetOptions(language, of => LiveOrder.AddressOf(origin, day.Plan, of)), detail);
        return Answer(context, DeliveryFiles.StemOf(day), DeliveryFiles.Make(name, day, options)!);
    }

    /// <summary>A page is shown, everything else is saved; both have a name that says which plan they are.</summary>
    private static FileContentHttpResult Answer(HttpContext context, string stem, PlanFile file)
    {
        if (file.ContentPolicy is not { } policy)
            return TypedResults.File(file.Content, file.ContentType, stem + file.Ending);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(stem + file.Ending);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // A page to print holds its own style sheet, which the policy of the other pages would not let through.
        context.Response.Headers.ContentSecurityPolicy = policy;
        return TypedResults.File(file.Content, file.ContentType);
    }
}
