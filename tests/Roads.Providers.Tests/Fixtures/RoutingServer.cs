using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Territory.Roads.Providers.Tests.Fixtures;

/// <summary>
/// A real HTTP server on loopback that speaks OSRM, Valhalla and openrouteservice: the duration from (x1, y1) to (x2, y2) is
/// 1000 |x1 - x2| + 10 |y1 - y2| s, one more towards the east, twice that in metres. Beyond longitude 100 is an island without a road.
/// </summary>
internal sealed class RoutingServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private RoutingServer(WebApplication application) => this.application = application;

    /// <summary>What to answer instead of a matrix, request by request; an empty queue answers matrices.</summary>
    public Queue<Func<HttpContext, Task>> Faults { get; } = new();

    /// <summary>Path and query of each request.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The body of each request, empty for a GET.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The Authorization header of each request, or an empty text.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>How many sources and targets each request that was answered asked for.</summary>
    public List<(int Sources, int Targets)> Blocks { get; } = [];

    /// <summary>Valhalla before "verbose" answers rows of cells whatever is asked.</summary>
    public bool AnswersCells { get; set; }

    /// <summary>Puts Valhalla's columns at the top level.</summary>
    public bool AnswersBareColumns { get; set; }

    public Uri Address => new(application.Urls.First());

    public static async Task<RoutingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new RoutingServer(builder.Build());
        server.application.MapGet("/table/v1/{profile}/{coordinates}", context => server.AnswerAsync(context, server.OsrmAsync));
        server.application.MapPost("/sources_to_targets", context => server.AnswerAsync(context, server.ValhallaAsync));
        server.application.MapPost("/v2/matrix/{profile}", context => server.AnswerAsync(context, server.OpenRouteServiceAsync));
        await server.application.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Status(int status, string body = "") => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    /// <summary>The closed form in seconds; null is no road.</summary>
    public static double? Duration(double x1, double y1, double x2, double y2) =>
        x1 > 100 != x2 > 100 ? null : (1000 * Math.Abs(x1 - x2)) + (10 * Math.Abs(y1 - y2)) + (x2 > x1 ? 1 : 0);

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, string, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Func<HttpContext, Task>? fault;
        lock (Requests)
        {
            Requests.Add($"{context.Request.Path}{context.Request.QueryString}");
            Bodies.Add(body);
            Keys.Add(context.Request.Headers.Authorization.ToString());
            Faults.TryDequeue(out fault);
        }

        await (fault is null ? answer(context, body) : fault(context));
    }

    private async Task OsrmAsync(HttpContext context, string body)
    {
        var points = ((string)context.Request.RouteValues["coordinates"]!).Split(';')
            .Select(text => text.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        if (points.Length > 100)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { code = "TooBig", message = "Too many table coordinates" });
            return;
        }

        var durations = Durations(Chosen("sources"), Chosen("destinations"));
        await context.Response.WriteAsJsonAsync(new { code = "Ok", durations, distances = Twice(durations, 1) });

        double[][] Chosen(string key) => context.Request.Query[key] is [{ } list] ? [.. list.Split(';').Select(index => points[int.Parse(index)])] : points;
    }

    private async Task ValhallaAsync(HttpContext context, string body)
    {
        var query = JsonNode.Parse(body)!;
        var durations = Durations(Places("sources"), Places("targets"));
        if (durations.Sum(row => row.Length) > 2500)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error_code = 150, error = "Exceeded max locations: 2500", status_code = 400 });
            return;
        }

        var distances = Twice(durations, 0.001);
        var cells = durations.Select((row, i) => row.Select((time, j) => new { from_index = i, to_index = j, time, distance = distances[i][j] }));
        await (AnswersBareColumns ? context.Response.WriteAsJsonAsync(new { durations, distances, units = "kilometers" })
            : AnswersCells ? context.Response.WriteAsJsonAsync(new { sources_to_targets = cells, units = "kilometers" })
            : context.Response.WriteAsJsonAsync(new { sources_to_targets = new { durations, distances }, units = "kilometers" }));

        double[][] Places(string key) => [.. query[key]!.AsArray().Select(place => new[] { (double)place!["lon"]!, (double)place["lat"]! })];
    }

    private async Task OpenRouteServiceAsync(HttpContext context, string body)
    {
        var query = JsonNode.Parse(body)!;
        var points = query["locations"]!.AsArray().Select(place => place!.AsArray().Select(part => (double)part!).ToArray()).ToArray();
        var durations = Durations(Chosen("sources"), Chosen("destinations"));
        if (durations.Sum(row => row.Length) > 2500)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = new { code = 6004, message = "Search exceeds the limit of routes." } });
            return;
        }

        await context.Response.WriteAsJsonAsync(new { durations, distances = Twice(durations, 1), metadata = new { service = "matrix" } });

        double[][] Chosen(string key) => query[key] is JsonArray list ? [.. list.Select(index => points[int.Parse((string)index!)])] : points;
    }

    private double?[][] Durations(double[][] sources, double[][] targets)
    {
        lock (Requests)
            Blocks.Add((sources.Length, targets.Length));
        return [.. sources.Select(from => targets.Select(to => Duration(from[0], from[1], to[0], to[1])).ToArray())];
    }

    private static double?[][] Twice(double?[][] durations, double unit) => [.. durations.Select(row => row.Select(value => value * 2 * unit).ToArray())];
}
