using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Grains.Tests.Fixtures;

/// <summary>Travel as the crow flies at 36 km/h, for tests without roads.</summary>
internal sealed class AirLine : IMatrixProvider
{
    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default) =>
        Task.FromResult(Of(points));

    public static TravelMatrix Of(IReadOnlyList<GeoPoint> points)
    {
        var meters = new int[points.Count * points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < points.Count; j++)
                meters[(i * points.Count) + j] = (int)Math.Round(points[i].MetersTo(points[j]));
        }

        return new TravelMatrix(points.Count, [.. meters.Select(distance => distance / 10)], meters, "straight-line at 36 km/h");
    }
}
