using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Valhalla;

/// <summary>Matrices from a Valhalla server.</summary>
/// <remarks>
/// Source: Valhalla's time-distance matrix service: a POST to <c>sources_to_targets</c>; seconds and kilometres. The concise form is asked for
/// (<c>verbose: false</c>); servers before it answer rows of cells, which are read as well.
/// </remarks>
public sealed class ValhallaMatrixProvider(HttpClient client, ValhallaOptions options, TimeProvider timeProvider)
    : RoutingServiceProvider(client, options, timeProvider)
{
    private const string Unit = "kilometers";
    private const double MetersPerUnit = 1000;

    private protected override string AnswerName => "Valhalla matrix";

    private protected override HttpRequestMessage Compose(Uri root, string profile, IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint>? targets) =>
        new(HttpMethod.Post, new Uri(root, "sources_to_targets"))
        {
            Content = JsonContent.Create(new ValhallaQuery(Places(sources), Places(targets ?? sources), profile, Unit, Verbose: false), ValhallaJson.Default.ValhallaQuery),
        };

    private protected override MatrixBlock Read(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var answer = JsonSerializer.Deserialize(body, ValhallaJson.Default.ValhallaAnswer) ?? throw new JsonException("The answer is null.");
        if (answer.Error is not null || answer.ErrorCode is not null)
            throw new ServiceRefusal($"{answer.ErrorCode} {answer.Error}");
        if (answer.Units is not (null or Unit or "km"))
            throw new ServiceRefusal($"it answers in {answer.Units} where kilometres were asked for");
        return answer.Rows switch
        {
            { ValueKind: JsonValueKind.Array } rows => OfCells(rows.Deserialize(ValhallaJson.Default.ValhallaCellArrayArray)!),
            { ValueKind: JsonValueKind.Object } columns => OfColumns(columns.Deserialize(ValhallaJson.Default.ValhallaColumns)!),
            _ => new MatrixBlock(answer.Durations, answer.Distances, MetersPerUnit),
        };
    }

    private static MatrixBlock OfColumns(ValhallaColumns columns) => new(columns.Durations, columns.Distances, MetersPerUnit);

    private static MatrixBlock OfCells(ValhallaCell?[]?[] rows) => new(
        [.. rows.Select(row => row?.Select(cell => cell?.Time).ToArray())],
        [.. rows.Select(row => row?.Select(cell => cell?.Distance).ToArray())],
        MetersPerUnit);

    private static IEnumerable<ValhallaPlace> Places(IReadOnlyList<GeoPoint> points) => points.Select(point => new ValhallaPlace(point.Latitude, point.Longitude));
}
