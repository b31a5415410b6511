using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Roads.Matrices;

/// <summary>Whoever can tell travel times and distances between points: the road network, a remote service, or a labelled approximation.</summary>
public interface IMatrixProvider
{
    /// <summary>The matrix over the points in their order; pairs without a road are <see cref="TravelMatrix.Unreachable"/>.</summary>
    Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default);

    /// <summary>From each source to each target, in their orders; like <c>ComputeAsync</c> over one list, for who needs a part of the square.</summary>
    /// <remarks>
    /// The default computes the square over all points of both and cuts the rectangle out of it. Who computes or fetches pair by pair implements it and
    /// asks for the rectangle alone; figures and labels are the same either way.
    /// </remarks>
    async Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var points = sources.Concat(targets).Distinct().ToArray();
        return RectangularMatrix.CutFrom(await ComputeAsync(points, mode, cancellationToken), points, sources, targets);
    }
}
