using System.Net;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Providers.Services;

/// <summary>
/// Matrices from a routing service over HTTP, in batches that the service accepts, one after the other. What a kind of service adds is how a batch is
/// asked for and how its answer is read.
/// </summary>
/// <remarks>
/// Units: the services' seconds and metres (or kilometres) rounded to whole seconds and metres. A cell that is null, negative or beyond 2^31 is
/// <see cref="TravelMatrix.Unreachable"/>. Safe for many callers. Waiting goes through <see cref="TimeProvider"/>.
/// </remarks>
public abstract class RoutingServiceProvider : IMatrixProvider
{
    private readonly RoutingServiceOptions options;
    private readonly ServiceRequest request;
    private readonly Uri root;

    /// <exception cref="ArgumentException">An option makes no sense; says which.</exception>
    private protected RoutingServiceProvider(HttpClient client, RoutingServiceOptions options, TimeProvider timeProvider)
    {
        options.Validate();
        this.options = options;
        request = new ServiceRequest(client, options, timeProvider);
        root = new Uri(options.Address.AbsoluteUri.TrimEnd('/') + "/");
    }

    /// <summary>What this kind of service answers, for error messages.</summary>
    private protected abstract string AnswerName { get; }

    /// <exception cref="MatrixServiceException">The service did not answer with a matrix after all attempts.</exception>
    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var (seconds, meters) = await FillAsync(points, points, mode, cancellationToken);
        // A point is at no distance from itself, even where the service knows no road near.
        for (var i = 0; i < points.Count; i++)
            seconds[(i * points.Count) + i] = meters[(i * points.Count) + i] = 0;
        return new TravelMatrix(points.Count, seconds, meters, options.SourceFor(mode));
    }

    /// <inheritdoc/>
    /// <exception cref="MatrixServiceException">The service did not answer with a matrix after all attempts.</exception>
    public async Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var (seconds, meters) = await FillAsync(sources, targets, mode, cancellationToken);
        return new RectangularMatrix(sources.Count, targets.Count, seconds, meters, options.SourceFor(mode));
    }

    /// <summary>The request for one batch. Where <paramref name="targets"/> is null they are the sources.</summary>
    private protected abstract HttpRequestMessage Compose(Uri root, string profile, IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint>? targets);

    /// <summary>Reads an answer; its shape is checked by the caller.</summary>
    /// <exception cref="JsonException">It is no JSON of this service.</exception>
    /// <exception cref="ServiceRefusal">The service says why it will not.</exception>
    private protected abstract MatrixBlock Read(HttpStatusCode status, ReadOnlySpan<byte> body);

    private async Task<(int[] Seconds, int[] Meters)> FillAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken)
    {
        if (!options.Profiles.TryGetValue(mode, out var profile))
            throw Failed(MatrixFailure.NoProfile, $"has no profile for the mode {mode}; add one to its options.");
        var seconds = new int[checked(sources.Count * targets.Count)];
        var meters = new int[seconds.Length];
        var areSame = ReferenceEquals(sources, targets);
        foreach (var batch in MatrixBatch.Cover(sources.Count, targets.Count, areSame, options.MaxPointsPerRequest, options.MaxPairsPerRequest))
        {
            var isDiagonal = areSame && batch.FirstSource == batch.FirstTarget && batch.SourceCount == batch.TargetCount;
            var from = Slice(sources, batch.FirstSource, batch.SourceCount);
            var to = isDiagonal ? null : Slice(targets, batch.FirstTarget, batch.TargetCount);
            var (status, body) = await request.SendAsync(() => Compose(root, profile, from, to), cancellationToken);
            Put(Checked(status, body, batch), batch, targets.Count, seconds, meters);
        }

        return (seconds, meters);
    }

    private MatrixBlock Checked(HttpStatusCode status, byte[] body, MatrixBatch batch)
    {
        MatrixBlock block;
        try
        {
            block = Read(status, body);
        }
        catch (JsonException)
        {
            // Its message may quote the answer, and the answer the key; so it is not passed on.
            throw Failed(
                (int)status is >= 200 and < 300 ? MatrixFailure.Unusable : MatrixFailure.Refused,
                $"answered HTTP status {(int)status} with something that is no {AnswerName}; check the address{(options.Key is null ? "" : " and the key")}.");
        }
        catch (ServiceRefusal refusal)
        {
            throw Failed(MatrixFailure.Refused, $"refused the {AnswerName}: {options.Quoted(refusal.Message)}");
        }

        return block.HasShape(batch.SourceCount, batch.TargetCount)
            ? block
            : throw Failed(
                MatrixFailure.Unusable,
                $"answered no {batch.SourceCount} x {batch.TargetCount} durations and distances (HTTP status {(int)status}); it must give both for every pair.");
    }

    private static void Put(MatrixBlock block, MatrixBatch batch, int width, int[] seconds, int[] meters)
    {
        for (var i = 0; i < batch.SourceCount; i++)
        {
            for (var j = 0; j < batch.TargetCount; j++)
            {
                var cell = ((batch.FirstSource + i) * width) + batch.FirstTarget + j;
                (seconds[cell], meters[cell]) = (Whole(block.Durations![i]![j]), Whole(block.Distances![i]![j] * block.MetersPerUnit));
                if (seconds[cell] == TravelMatrix.Unreachable || meters[cell] == TravelMatrix.Unreachable)
                    seconds[cell] = meters[cell] = TravelMatrix.Unreachable;
            }
        }
    }

    private static int Whole(double? value) => value is >= 0 and < int.MaxValue ? (int)Math.Round(value.Value) : TravelMatrix.Unreachable;

    private static GeoPoint[] Slice(IReadOnlyList<GeoPoint> points, int first, int count)
    {
        var slice = new GeoPoint[count];
        for (var i = 0; i < count; i++)
            slice[i] = points[first + i];
        return slice;
    }

    private MatrixServiceException Failed(MatrixFailure failure, string what) => new(failure, $"The routing service at {options.Address} {what}");
}
