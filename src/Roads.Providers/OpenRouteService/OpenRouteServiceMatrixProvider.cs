using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.OpenRouteService;

/// <summary>Matrices from an openrouteservice server.</summary>
/// <remarks>Source: the openrouteservice API, version 2, endpoint "matrix": a POST to <c>v2/matrix/{profile}</c>; seconds and metres.</remarks>
public sealed class OpenRouteServiceMatrixProvider(HttpClient client, OpenRouteServiceOptions options, TimeProvider timeProvider)
    : RoutingServiceProvider(client, options, timeProvider)
{
    private protected override string AnswerName => "openrouteservice matrix";

    private protected override HttpRequestMessage Compose(Uri root, string profile, IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint>? targets)
    {
        var query = new OpenRouteServiceQuery(
            sources.Concat(targets ?? []).Select(point => new[] { point.Longitude, point.Latitude }),
            ["distance", "duration"],
            "m",
            targets is null ? null : Indexes(0, sources.Count),
            targets is null ? null : Indexes(sources.Count, targets.Count));
        return new HttpRequestMessage(HttpMethod.Post, new Uri(root, $"v2/matrix/{profile}"))
        {
            Content = JsonContent.Create(query, OpenRouteServiceJson.Default.OpenRouteServiceQuery),
        };
    }

    private protected override MatrixBlock Read(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var answer = JsonSerializer.Deserialize(body, OpenRouteServiceJson.Default.OpenRouteServiceAnswer) ?? throw new JsonException("The answer is null.");
        if (answer.Error is { ValueKind: not JsonValueKind.Null } error)
            throw new ServiceRefusal(TextOf(error));
        return (int)status is >= 200 and < 300
            ? new MatrixBlock(answer.Durations, answer.Distances)
            : throw new ServiceRefusal($"HTTP status {(int)status} {answer.Message}");
    }

    private static string TextOf(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
            return error.GetString()!;
        if (error.ValueKind != JsonValueKind.Object)
            return error.GetRawText();
        error.TryGetProperty("code", out var code);
        error.TryGetProperty("message", out var message);
        return $"{code} {message}";
    }

    private static string[] Indexes(int first, int count) => [.. Enumerable.Range(first, count).Select(index => index.ToString(CultureInfo.InvariantCulture))];
}
