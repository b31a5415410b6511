using Territory.Model.Travel;

namespace Territory.Simulation.Market;

/// <summary>Travel times and distances between places of the market, from the same roads that dispatch plans on.</summary>
public interface IMarketTravel
{
    /// <summary>The matrix between <paramref name="points"/> in their order.</summary>
    ValueTask<TravelMatrix> GetMatrixAsync(IReadOnlyList<Waypoint> points, TravelMode mode, CancellationToken cancellationToken);
}
