using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>The squares of the map by which forecasts are judged, and in which of them each terminal lies.</summary>
internal sealed class WeekGridPlaces
{
    public WeekGridPlaces(LabSetup setup, double kilometres)
    {
        var squaresOfAll = new List<MarketSquare>();
        SquareOfRow = new int[setup.Regions.Count][];
        foreach (var (index, region) in setup.Regions.Index())
        {
            var terminals = region.Terminals;
            var grid = SquareGrid.Over(terminals.Latitudes, kilometres);
            var squares = Enumerable.Range(0, terminals.Count).Select(row => grid.SquareOf(terminals.Longitudes[row], terminals.Latitudes[row])).ToArray();
            var numbers = squares.Distinct().Order().Index().ToDictionary(pair => pair.Item, pair => squaresOfAll.Count + pair.Index);
            SquareOfRow[index] = Array.ConvertAll(squares, square => numbers[square]);
            squaresOfAll.AddRange(numbers.Keys.Order().Select(grid.MiddleOf).Select(middle => new MarketSquare(region.Id, middle.Longitude, middle.Latitude)));
        }

        Squares = squaresOfAll;
    }

    public IReadOnlyList<MarketSquare> Squares { get; }

    /// <summary>By region and terminal.</summary>
    public int[][] SquareOfRow { get; }
}
