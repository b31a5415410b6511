using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Simulation.Market;

/// <summary>Travel from one matrix over all places of a market, the same for every mode.</summary>
public sealed class MatrixTravel : IMarketTravel
{
    private readonly TravelMatrix matrix;
    private readonly Dictionary<GeoPoint, int> indexes = [];

    /// <param name="locations">The matrix's points in their order; a place given twice is looked up as the first.</param>
    public MatrixTravel(IReadOnlyList<GeoPoint> locations, TravelMatrix matrix)
    {
        if (locations.Count != matrix.Size)
            throw new ArgumentException($"A matrix of {matrix.Size} points came with {locations.Count} locations.");
        this.matrix = matrix;
        for (var index = 0; index < locations.Count; index++)
            indexes.TryAdd(locations[index], index);
    }

    public ValueTask<TravelMatrix> GetMatrixAsync(IReadOnlyList<Waypoint> points, TravelMode mode, CancellationToken cancellationToken)
    {
        var size = points.Count;
        var rows = points.Select(point => indexes.TryGetValue(point.Location, out var index)
            ? index
            : throw new ArgumentException($"No matrix row for {point.Location.Longitude}, {point.Location.Latitude}.", nameof(points))).ToArray();
        var seconds = new int[size * size];
        var meters = new int[size * size];
        for (var from = 0; from < size; from++)
        {
            var row = matrix.Size * rows[from];
            for (var to = 0; to < size; to++)
            {
                seconds[(from * size) + to] = matrix.Seconds[row + rows[to]];
                meters[(from * size) + to] = matrix.Meters[row + rows[to]];
            }
        }

        return new(new TravelMatrix(size, seconds, meters, matrix.Source));
    }
}
