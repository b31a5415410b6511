using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Territory.Dashboard.Access;
using Territory.Dashboard.Attachments;
using Territory.Dashboard.Clock;
using Territory.Dashboard.DispatchOrders;
using Territory.Dashboard.Field;
using Territory.Dashboard.Following;
using Territory.Dashboard.Lab;
using Territory.Dashboard.Live;
using Territory.Dashboard.Pages;
using Territory.Dashboard.People;
using Territory.Dashboard.Plans;
using Territory.Dashboard.Regions;
using Territory.Dashboard.Schedules;
using Territory.Dashboard.Session;
using Territory.Dashboard.Terminals;
using Territory.Dashboard.Tiles;
using Territory.Dashboard.Webhooks;

namespace Territory.Dashboard.Hosting;

/// <summary>Puts the dashboard's pages, API, tiles and live hub on the host's address.</summary>
public static class DashboardPipeline
{
    private const string LivePath = "/live";

    /// <summary>A census or a history is brought along whole.</summary>
    private const int LabRequestBytes = 12 << 20;

    public static WebApplication MapTerritoryDashboard(this WebApplication application)
    {
        application.UseHostFiltering();
        application.UseExceptionHandler(static _ => { });
        application.Use(SecurityHeaders.InvokeAsync);
        application.UseResponseCompression();
        application.UseWhen(context => context.Request.Path.StartsWithSegments(LivePath, StringComparison.OrdinalIgnoreCase), live => live.Use(LiveOrigin.InvokeAsync));
        application.UseRouting();
        application.UseRateLimiter();
        application.UseAuthentication();
        application.UseAuthorization();

        application.MapHub<LiveHub>(LivePath).RequireAuthorization(Policies.ReadTerritory);
        application.MapHealthChecks("/health").AllowAnonymous();
        var api = application.MapGroup("/api").AddEndpointFilter<CsrfFilter>();
        // With the accepted content type among its metadata an address would not match another type at all, and answer as one that does not exist.
        // The handler itself says what it takes (415).
        ((IEndpointConventionBuilder)api).Finally(static endpoint =>
        {
            foreach (var accepts in endpoint.Metadata.OfType<IAcceptsMetadata>().ToList())
                endpoint.Metadata.Remove(accepts);
        });
        SessionEndpoints.Map(api);
        PeopleEndpoints.Map(api);
        FieldEndpoints.Map(api);
        TerminalCommandEndpoints.Map(api);
        TripEndpoints.Map(api);
        RegionEndpoints.MapList(api);
        var lab = api.MapGroup("/lab").WithMetadata(new RequestSizeLimitAttribute(LabRequestBytes));
        ScenarioEndpoints.Map(lab);
        LabRunEndpoints.Map(lab);
        TemplateEndpoints.Map(lab);
        ExpansionEndpoints.Map(lab);
        CensusEndpoints.Map(lab);
        CalibrationEndpoints.Map(lab);
        var region = api.MapGroup("/regions/{region}").AddEndpointFilter<RegionFilter>();
        RegionEndpoints.Map(region);
        TerminalEndpoints.Map(region);
        PlannerEndpoints.Map(region);
        new DeliveryPlanEndpoints().Map(region);
        var plan = region.MapGroup("/plans/deliveries/{distributor}/{date}");
        VersionEndpoints.Map(plan);
        EditEndpoints.Map(plan);
        RunEndpoints.Map(plan);
        DeliveryFileEndpoints.Map(region);
        new VisitPlanEndpoints().Map(region);
        DispatchOrderEndpoints.Map(region);
        AttachmentEndpoints.Map(region);
        WebhookEndpoints.Map(region);
        FollowingEndpoints.Map(region);
        ScheduleEndpoints.Map(region);
        ClockEndpoints.Map(region);
        TileEndpoints.Map(region);
        TileEndpoints.MapTiles(application);
        PageEndpoints.Map(application);
        api.MapFallback("{**path}", static context => Refusal.WriteAsync(context, StatusCodes.Status404NotFound, "request.no-such-address")).AllowAnonymous();
        return application;
    }
}
