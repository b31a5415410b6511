using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Territory.Roads.Providers.Tests.Osrm;

/// <summary>A real HTTP server on loopback that speaks the table service: the duration from (x1, y1) to (x2, y2) is 1000 |x1 - x2| + 10 |y1 - y2| s, twice that in metres.</summary>
internal sealed class TableServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private TableServer(WebApplication application) => this.application = application;

    /// <summary>What to answer instead of a table, request by request; an empty queue answers tables.</summary>
    public Queue<Func<HttpContext, Task>> Faults { get; } = new();

    public List<string> Requests { get; } = [];

    public Uri Address => new(application.Urls.First());

    public static async Task<TableServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new TableServer(builder.Build());
        server.application.MapGet("/table/v1/{profile}/{coordinates}", server.AnswerAsync);
        await server.application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        lock (Requests)
            Requests.Add($"{context.Request.Path}{context.Request.QueryString}");
        if (Faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        var points = ((string)context.Request.RouteValues["coordinates"]!).Split(';')
            .Select(text => text.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        if (points.Length > 100)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { code = "TooBig", message = "Too many table coordinates" });
            return;
        }

        var sources = Indexes("sources");
        var targets = Indexes("destinations");
        var durations = sources.Select(i => targets.Select(j => Duration(points[i], points[j])).ToArray()).ToArray();
        var distances = durations.Select(row => row.Select(value => value * 2).ToArray()).ToArray();
        await context.Response.WriteAsJsonAsync(new { code = "Ok", durations, distances, sources, destinations = targets });

        int[] Indexes(string key) => context.Request.Query[key] is [{ } list]
            ? [.. list.Split(';').Select(int.Parse)]
            : [.. Enumerable.Range(0, points.Length)];
    }

    /// <summary>Beyond longitude 100 is an island without a road.</summary>
    private static double? Duration(double[] from, double[] to) =>
        from[0] > 100 != to[0] > 100 ? null : (1000 * Math.Abs(from[0] - to[0])) + (10 * Math.Abs(from[1] - to[1]));
}
