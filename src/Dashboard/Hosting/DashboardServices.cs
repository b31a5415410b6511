using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Territory.Dashboard.Access;
using Territory.Dashboard.Attachments;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Field;
using Territory.Dashboard.Following;
using Territory.Dashboard.Lab;
using Territory.Dashboard.Lab.Live;
using Territory.Dashboard.Live;
using Territory.Dashboard.Pages;
using Territory.Dashboard.People;
using Territory.Dashboard.Plans;
using Territory.Dashboard.Session;
using Territory.Dashboard.Tiles;
using Territory.Dashboard.Webhooks;
using Territory.ReadModel.Following;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Hosting;

/// <summary>Adds the dashboard to a host that also holds, or is a client of, the grains and the journal.</summary>
public static class DashboardServices
{
    public static WebApplicationBuilder AddTerritoryDashboard(this WebApplicationBuilder builder, DashboardSettings settings)
    {
        settings.Validate();
        Directory.CreateDirectory(settings.DataFolder);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Listen(settings.ListenOnAllInterfaces ? IPAddress.Any : IPAddress.Loopback, settings.Port);
        });
        AddPeople(services, settings);
        AddAccess(services, settings);
        AddQueries(services);
        AddLive(services);
        AddWebhooks(services, settings);
        AddAnswers(services);
        return builder;
    }

    private static void AddPeople(IServiceCollection services, DashboardSettings settings)
    {
        var file = Path.Combine(settings.DataFolder, "identity.db");
        services.AddDbContextFactory<PeopleContext>(options => options.UseSqlite($"Data Source={file};Default Timeout=5"));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PeopleContext>>().CreateDbContext());
        services.AddIdentityCore<Person>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = 10;
            options.Password.RequiredUniqueChars = 4;
            // Length resists guessing; composition rules make people write passwords down (NIST SP 800-63B, 5.1.1.2).
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 6;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddEntityFrameworkStores<PeopleContext>();
        services.AddSingleton<PeopleDatabase>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<DriverLinks>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<RevokedLinks>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<FirstSignIn>();
        services.AddSingleton<ScopeRules>();
        services.AddSingleton<SignInGates>();
        services.AddScoped<PeopleRegister>();
        services.AddScoped<Joining>();
        services.AddScoped<SignInCheck>();
        services.AddScoped<SessionAnswers>();
        services.AddHostedService<PeopleStartup>();
    }

    private static void AddAccess(IServiceCollection services, DashboardSettings settings)
    {
        services.AddDataProtection().SetApplicationName("territory").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddAuthorization(Policies.Configure);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = CsrfFilter.HeaderName;
            options.Cookie.Name = CsrfFilter.CookieName;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(options =>
        {
            options.OnRejected = (context, _) => new ValueTask(Refusal.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "session.too-many"));
            options.AddPolicy(SessionEndpoints.SignInRateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        services.Configure<HostFilteringOptions>(options =>
        {
            // A foreign name that resolves to this machine must not reach it through a victim's browser (DNS rebinding).
            string[] loopback = ["localhost", "127.0.0.1", "[::1]"];
            options.AllowedHosts = settings.AllowedHosts.Count > 0 ? [.. settings.AllowedHosts] : settings.ListenOnAllInterfaces ? ["*"] : loopback;
        });
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddSingleton<RegionQueries>();
        services.AddSingleton<OutletQueries>();
        services.AddSingleton<TerminalPageQuery>();
        services.AddSingleton<MetricsQuery>();
        services.AddSingleton<UnvisitedQuery>();
        services.AddSingleton<PlanQueries>();
        services.AddSingleton<DispatchOrderQuery>();
        services.AddSingleton<PlannedDeliveriesQuery>();
        services.AddSingleton<ProgressQuery>();
        services.AddSingleton<DayCloseQuery>();
        services.AddSingleton<FollowedRegion>();
        services.TryAddSingleton<LabRunQuery>();
        services.AddSingleton<LabScenarioQuery>();
        services.TryAddSingleton<LabTemplateQuery>();
        services.TryAddSingleton<PastDayQuery>();
        services.AddSingleton<LabExpansionQuery>();
        services.AddSingleton<LabCalibrationQuery>();
        services.AddSingleton<LabCensusQuery>();
        services.AddSingleton<LabDesk>();
        services.AddSingleton<RepDayQuery>();
        services.AddSingleton<DriverDayQuery>();
        services.AddSingleton<JournalFeed>();
        services.AddSingleton<EventFeed>();
        services.AddSingleton<RegionClocks>();
        services.AddSingleton<DriverDays>();
        services.AddSingleton<PlanGeometry>();
        services.AddSingleton<DispatchDesk>();
        services.AddSingleton<TileStore>();
        services.AddSingleton<WebAssets>();
        services.AddSingleton<TerminalCommands>();
        services.AddSingleton<DropReports>();
        services.AddSingleton<DepotBooks>();
        services.AddSingleton<TripReports>();
    }

    private static void AddLive(IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.KeepAliveInterval = TimeSpan.FromSeconds(5);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            options.MaximumReceiveMessageSize = 8 * 1024;
            options.MaximumParallelInvocationsPerClient = 1;
        }).AddJsonProtocol(options => ConfigureJson(options.PayloadSerializerOptions));
        services.AddSingleton<LiveFeeds>();
        services.AddHostedService<LiveService>();
        services.AddSingleton<LabWatchers>();
        services.AddSingleton<LabFeed>();
        services.AddHostedService<LabLiveService>();
    }

    private static void AddWebhooks(IServiceCollection services, DashboardSettings settings)
    {
        services.AddSingleton(_ => new AttachmentStore(Path.Combine(settings.DataFolder, "attachments")));
        services.AddSingleton(provider => new WebhookStore(Path.Combine(settings.DataFolder, "webhooks"), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<WebhookFeed>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookService>();
    }

    private static void AddAnswers(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Failures>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = false;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json"];
        });
        services.AddHealthChecks();
    }

    /// <summary>One JSON form for the API: members in camel case, what is required must be there, what may not be null is not.</summary>
    internal static void ConfigureJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = 32;
    }

}
