using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Tests.Fixtures;

/// <summary>A provider of the closed form of <see cref="RoutingServer"/> that notes what it is asked and can be held up or made to fail.</summary>
internal sealed class CountingProvider : IMatrixProvider
{
    private readonly Lock gate = new();

    public List<(GeoPoint[] Sources, GeoPoint[] Targets)> Asked { get; } = [];

    public string Source { get; set; } = "closed form";

    public Exception? Failure { get; set; }

    /// <summary>Answers wait for it.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    /// <summary>Completed when a request has arrived.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Pairs => Asked.Sum(request => (long)request.Sources.Length * request.Targets.Length);

    public static MatrixServiceException NoAnswer => new(MatrixFailure.NoAnswer, "The routing service at http://host/ failed 4 times, last: HTTP status 503.");

    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var all = await ComputeAsync(points, points, mode, cancellationToken);
        return new TravelMatrix(points.Count, all.Seconds.ToArray(), all.Meters.ToArray(), all.Source);
    }

    public async Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        lock (gate)
            Asked.Add(([.. sources], [.. targets]));
        Arrived.TrySetResult();
        await Held.WaitAsync(cancellationToken);
        if (Failure is not null)
            throw Failure;
        var seconds = sources.SelectMany(from => targets.Select(to => SecondsBetween(from, to))).ToArray();
        return new RectangularMatrix(sources.Count, targets.Count, seconds, [.. seconds.Select(value => value < 0 ? value : value * 2)], Source);
    }

    public static int SecondsBetween(GeoPoint from, GeoPoint to) =>
        (int)Math.Round(RoutingServer.Duration(from.Longitude, from.Latitude, to.Longitude, to.Latitude) ?? TravelMatrix.Unreachable);
}
