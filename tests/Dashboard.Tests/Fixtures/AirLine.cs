using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Dashboard.Tests.Fixtures;

/// <summary>Travel as the crow flies at 36 km/h, for tests without roads.</summary>
internal sealed class AirLine : IMatrixProvider
{
    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        int[] meters = [.. points.SelectMany(from => points.Select(to => (int)Math.Round(from.MetersTo(to))))];
        return Task.FromResult(new TravelMatrix(points.Count, [.. meters.Select(distance => distance / 10)], meters, "straight-line at 36 km/h"));
    }
}
