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
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>What goes out of a distributor's deliveries of a day, to be printed, driven after or put into other programs. A driver gets the own vehicle's part.</summary>
internal static class DeliveryFileEndpoints
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapGet("/plans/deliveries/{party}/{date}/files/{name}", GetAsync).RequireAuthorization(Policies.ReadDeliveryPlans);

    private static async Task<Results<FileContentHttpResult, BadRequest<RequestProblems>, NotFound<Refusal>>> GetAsync(
        string party, DateOnly date, string name, InRegion inRegion, PlannedDeliveriesQuery deliveries, RegionClocks clocks, HttpContext context,
        QueryValue<int> version, CancellationToken cancellationToken, string? vehicle = null, string language = "both", string detail = "stops")
    {
        var isCancelling = name == DeliveryFiles.CancelledName;
        if (!isCancelling && !DeliveryFiles.Names.Contains(name, StringComparer.Ordinal))
            return Refusal.Unknown("request.no-such-address");
        if (LanguageOf(language) is not { } words)
            return RequestProblems.Answer(new RequestProblem("request.language", "The language is zh, en or both.", "language", language));
        if (DetailOf(detail) is not { } events)
            return RequestProblems.Answer(new RequestProblem("request.detail", "The detail is stops or routes.", "detail", detail));
        var day = await deliveries.FindAsync(inRegion.Scope, new DistributorId(party), date, version.Value, cancellationToken);
        // What a proposal leaves out is not cancelled: calendars hold what was published.
        var earlier = day is { Plan.Status: PlanStatus.Published } && (isCancelling || name == DeliveryFiles.CalendarName)
            ? await deliveries.PublishedBeforeAsync(inRegion.Scope, new DistributorId(party), date, day.Plan.Version, cancellationToken)
            : null;
        if (vehicle is not null)
        {
            earlier = earlier?.Only(new VehicleId(vehicle));
            day = earlier is null ? day?.Only(new VehicleId(vehicle)) : day?.PartOf(new VehicleId(vehicle));
        }

        if (day is null)
            return Refusal.Unknown("plan.unknown");
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var options = new DeliveryFileOptions(
            (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now, new SheetOptions(words, of => LiveOrder.AddressOf(origin, day.Plan, of)), events, earlier);
        var file = !isCancelling ? DeliveryFiles.Make(name, day, options) : earlier is null ? null : DeliveryFiles.Cancelling(earlier, day, options);
        return file is null ? Refusal.Unknown("plan.nothing-cancelled") : Answer(context, DeliveryFiles.StemOf(day), file);
    }

    private static SheetLanguage? LanguageOf(string name) => name switch
    {
        "both" => SheetLanguage.Both,
        "zh" => SheetLanguage.Zh,
        "en" => SheetLanguage.En,
        _ => null,
    };

    private static CalendarDetail? DetailOf(string name) => name switch
    {
        "stops" => CalendarDetail.Stops,
        "routes" => CalendarDetail.Routes,
        _ => null,
    };

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
