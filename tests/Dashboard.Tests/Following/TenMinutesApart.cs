using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Dashboard.Tests.Following;

/// <summary>Ten minutes and five kilometres from anywhere to anywhere.</summary>
internal sealed class TenMinutesApart : IMatrixProvider
{
    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        int[] Cells(int value) => [.. Enumerable.Range(0, points.Count * points.Count).Select(cell => cell / points.Count == cell % points.Count ? 0 : value)];
        return Task.FromResult(new TravelMatrix(points.Count, Cells(600), Cells(5_000), "test"));
    }
}
