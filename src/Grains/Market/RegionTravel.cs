using Territory.Grains.Roads;
using Territory.Model.Ids;
using Territory.Model.Travel;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>The market travels on the roads that dispatch plans on.</summary>
internal sealed class RegionTravel(RegionRoads roads, RegionId region) : IMarketTravel
{
    public async ValueTask<TravelMatrix> GetMatrixAsync(IReadOnlyList<Waypoint> points, TravelMode mode, CancellationToken cancellationToken) =>
        await roads.FindMatrixAsync(region, [.. points.Select(point => point.Location)], mode, cancellationToken)
        ?? throw new InvalidOperationException($"Region \"{region}\" has no road network and nothing stands in for it.");
}
