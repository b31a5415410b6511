using System.Globalization;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>A square of the map by which forecasts are judged, by its region and its middle.</summary>
public sealed record MarketSquare(string Region, double Longitude, double Latitude)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Region} {Longitude:F3},{Latitude:F3}");
}
