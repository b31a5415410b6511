using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Osrm;

/// <summary>Matrices from the table service of an OSRM-compatible server.</summary>
/// <remarks>Source: the OSRM HTTP API, service "table", version 1: a GET with the points in the path; seconds and metres.</remarks>
public sealed class OsrmMatrixProvider(HttpClient client, OsrmOptions options, TimeProvider timeProvider) : RoutingServiceProvider(client, options, timeProvider)
{
    private protected override string AnswerName => "OSRM table";

    private protected override HttpRequestMessage Compose(Uri root, string profile, IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint>? targets)
    {
        var text = new StringBuilder("table/v1/").Append(profile).Append('/');
        Append(text, sources);
        if (targets is not null)
            Append(text.Append(';'), targets);
        text.Append("?annotations=duration,distance");
        if (targets is not null)
        {
            text.Append("&sources=").AppendJoin(';', Enumerable.Range(0, sources.Count));
            text.Append("&destinations=").AppendJoin(';', Enumerable.Range(sources.Count, targets.Count));
        }

        return new HttpRequestMessage(HttpMethod.Get, new Uri(root, text.ToString()));
    }

    private protected override MatrixBlock Read(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var table = JsonSerializer.Deserialize(body, OsrmJson.Default.OsrmTable) ?? throw new JsonException("The answer is null.");
        return string.Equals(table.Code, "Ok", StringComparison.Ordinal)
            ? new MatrixBlock(table.Durations, table.Distances)
            : throw new ServiceRefusal($"{table.Code} {table.Message}");
    }

    private static void Append(StringBuilder text, IReadOnlyList<GeoPoint> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0)
                text.Append(';');
            text.Append(CultureInfo.InvariantCulture, $"{points[i].Longitude:0.#######},{points[i].Latitude:0.#######}");
        }
    }
}
