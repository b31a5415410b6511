using System.Globalization;
using Territory.Model.Geography;

namespace Territory.Simulation.Expansion.Census;

/// <summary>Cells of a fiftieth of a degree, about two kilometres, for terminals whose census names none.</summary>
public static class CensusGrid
{
    private const double CellsPerDegree = 50;
    private const double KilometersPerDegree = 111.195;

    public static string CellOf(GeoPoint point) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Floor(point.Longitude * CellsPerDegree) / CellsPerDegree:F2},{Math.Floor(point.Latitude * CellsPerDegree) / CellsPerDegree:F2}");

    /// <summary>The area of the cells that hold at least one point.</summary>
    public static double OccupiedSquareKilometers(IEnumerable<GeoPoint> points) => points
        .Select(point => (East: (long)Math.Floor(point.Longitude * CellsPerDegree), North: (long)Math.Floor(point.Latitude * CellsPerDegree)))
        .Distinct()
        .Select(cell => KilometersPerDegree / CellsPerDegree * (KilometersPerDegree / CellsPerDegree) * Math.Cos(double.DegreesToRadians((cell.North + 0.5) / CellsPerDegree)))
        .Order()
        .Sum();
}
