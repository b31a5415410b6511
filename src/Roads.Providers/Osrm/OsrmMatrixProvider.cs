using System.Globalization;
using System.Text;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Providers.Osrm;

/// <summary>Matrices from the table service of an OSRM-compatible server, in batches that the server accepts.</summary>
/// <remarks>Source: the OSRM HTTP API, service "table", version 1.</remarks>
public sealed class OsrmMatrixProvider : IMatrixProvider
{
    private readonly OsrmOptions options;
    private readonly OsrmRequest request;

    public OsrmMatrixProvider(HttpClient client, OsrmOptions options, TimeProvider timeProvider)
    {
        options.Validate();
        this.options = options;
        request = new OsrmRequest(client, options, timeProvider);
    }

    /// <exception cref="MatrixServiceException">The service did not answer with a table after all attempts.</exception>
    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        if (!options.Profiles.TryGetValue(mode, out var profile))
            throw new MatrixServiceException($"The routing service at {options.Address} has no profile for the mode {mode}; add one to its options.");
        var size = points.Count;
        var seconds = new int[checked(size * size)];
        var meters = new int[size * size];
        foreach (var (sources, targets) in Batches(size))
        {
            var table = await request.SendAsync(RelativeAddress(points, profile, sources, targets), sources.Count, targets.Count, cancellationToken);
            for (var i = 0; i < sources.Count; i++)
            {
                for (var j = 0; j < targets.Count; j++)
                {
                    var cell = ((sources.Start + i) * size) + targets.Start + j;
                    var isReachable = table.Durations![i][j] is not null && table.Distances![i][j] is not null;
                    seconds[cell] = isReachable ? Whole(table.Durations[i][j]) : TravelMatrix.Unreachable;
                    meters[cell] = isReachable ? Whole(table.Distances![i][j]) : TravelMatrix.Unreachable;
                }
            }
        }

        return new TravelMatrix(size, seconds, meters, $"osrm {profile} at {options.Address.Host}");
    }

    private static int Whole(double? value) => value is >= 0 and <= int.MaxValue ? (int)Math.Round(value.Value) : TravelMatrix.Unreachable;

    /// <summary>One request when all points fit, else blocks of half the limit by half the limit.</summary>
    private IEnumerable<(Span Sources, Span Targets)> Batches(int size)
    {
        if (size <= options.MaxPointsPerRequest)
        {
            if (size > 0)
                yield return (new Span(0, size), new Span(0, size));
            yield break;
        }

        var block = options.MaxPointsPerRequest / 2;
        for (var row = 0; row < size; row += block)
        {
            for (var column = 0; column < size; column += block)
                yield return (new Span(row, Math.Min(block, size - row)), new Span(column, Math.Min(block, size - column)));
        }
    }

    private static string RelativeAddress(IReadOnlyList<GeoPoint> points, string profile, Span sources, Span targets)
    {
        var isSame = sources == targets;
        var text = new StringBuilder("table/v1/").Append(profile).Append('/');
        AppendPoints(text, points, sources);
        if (!isSame)
        {
            text.Append(';');
            AppendPoints(text, points, targets);
        }

        text.Append("?annotations=duration,distance");
        if (!isSame)
        {
            text.Append("&sources=").AppendJoin(';', Enumerable.Range(0, sources.Count));
            text.Append("&destinations=").AppendJoin(';', Enumerable.Range(sources.Count, targets.Count));
        }

        return text.ToString();
    }

    private static void AppendPoints(StringBuilder text, IReadOnlyList<GeoPoint> points, Span span)
    {
        for (var i = 0; i < span.Count; i++)
        {
            if (i > 0)
                text.Append(';');
            var point = points[span.Start + i];
            text.Append(CultureInfo.InvariantCulture, $"{point.Longitude:0.#######},{point.Latitude:0.#######}");
        }
    }

    private readonly record struct Span(int Start, int Count);
}
