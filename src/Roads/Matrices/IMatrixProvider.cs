using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Roads.Matrices;

/// <summary>Whoever can tell travel times and distances between points: the road network, a remote service, or a labelled approximation.</summary>
public interface IMatrixProvider
{
    /// <summary>The matrix over the points in their order; pairs without a road are <see cref="TravelMatrix.Unreachable"/>.</summary>
    Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default);
}
