using Territory.Model.Geography;
using Territory.Simulation.Expansion.Census;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>Ways between calls from the region's own distances, as the length of a tour through scattered points and the way out and back.</summary>
/// <remarks>
/// A tour through n of N points scattered over an area A, taken district by district, has 0.7124 sqrt(A / N) between two calls (Beardwood, Halton and
/// Hammersley 1959); the way to the district and back is twice the mean distance from the middle, shared by the day's calls (Daganzo 1984). The area
/// is that of the cells that hold a terminal. Straight lines become roads by a factor.
/// </remarks>
/// <param name="KilometersPerHour">Door to door, parking included.</param>
public sealed record TourTravel(double KilometersPerHour = 22, double Detour = 1.3) : IVisitTravel
{
    private const double TourConstant = 0.7124;

    public double MinutesPerVisit(IReadOnlyList<CensusTerminal> terminals, double visitsPerDay)
    {
        if (terminals.Count == 0)
            return 0;
        var middle = new GeoPoint(terminals.Average(terminal => terminal.Location.Longitude), terminals.Average(terminal => terminal.Location.Latitude));
        var between = TourConstant * Math.Sqrt(CensusGrid.OccupiedSquareKilometers(terminals.Select(terminal => terminal.Location)) / terminals.Count);
        var outAndBack = 2 * terminals.Average(terminal => terminal.Location.MetersTo(middle)) / 1000;
        return (between + (outAndBack / Math.Max(1, visitsPerDay))) * Detour / KilometersPerHour * 60;
    }
}
