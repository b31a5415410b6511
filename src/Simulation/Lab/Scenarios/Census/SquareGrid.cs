namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Squares of a side in kilometres over a region, by their row and column.</summary>
internal sealed class SquareGrid
{
    private const double KilometresPerDegree = 111.195;
    private const double LeastCosine = 0.05;

    private readonly double height;
    private readonly double width;

    /// <param name="latitude">Where a square is as wide as it is high: the region's middle.</param>
    public SquareGrid(double kilometres, double latitude)
    {
        height = kilometres / KilometresPerDegree;
        width = height / Math.Max(LeastCosine, Math.Cos(double.DegreesToRadians(latitude)));
    }

    public static SquareGrid Over(IReadOnlyList<double> latitudes, double kilometres) =>
        new(kilometres, latitudes.Count == 0 ? 0 : (latitudes.Min() + latitudes.Max()) / 2);

    public (int Row, int Column) SquareOf(double longitude, double latitude) => ((int)Math.Floor(latitude / height), (int)Math.Floor(longitude / width));

    public (double Longitude, double Latitude) MiddleOf((int Row, int Column) square) => ((square.Column + 0.5) * width, (square.Row + 0.5) * height);
}
