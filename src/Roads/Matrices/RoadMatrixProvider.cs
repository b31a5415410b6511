using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;

namespace Territory.Roads.Matrices;

/// <summary>Matrices from a network in memory, computed on the thread pool so that the caller's scheduler stays free.</summary>
public sealed class RoadMatrixProvider(RoadNetwork network, int threads = 1) : IMatrixProvider
{
    private readonly TravelMatrixBuilder builder = new(network, threads);

    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default) =>
        Task.Run(() => builder.Compute(points, mode, cancellationToken), cancellationToken);

    public Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default) =>
        Task.Run(() => builder.Compute(sources, targets, mode, cancellationToken), cancellationToken);
}
