using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>Deliveries counted by week: cases for each square of the map, and terminals that got their first goods for each region.</summary>
internal sealed class WeekGrid : ILabDeliveries
{
    private readonly int[][] squareOfRow;
    private readonly bool[][] isSupplied;
    private readonly int weeks;
    private readonly double[][] rows;

    /// <param name="places">Of each region's terminals the row of its square.</param>
    public WeekGrid(LabSetup setup, WeekGridPlaces places, int weeks)
    {
        this.weeks = weeks;
        squareOfRow = places.SquareOfRow;
        isSupplied = [.. setup.Regions.Select(region => region.Terminals.Adopted is { Length: > 0 } adopted ? (bool[])adopted.Clone() : new bool[region.Terminals.Count])];
        rows = [.. Enumerable.Range(0, places.Squares.Count + setup.Regions.Count).Select(_ => new double[weeks])];
        Squares = places.Squares.Count;
    }

    /// <summary>How many rows are squares; the others are regions' first deliveries.</summary>
    public int Squares { get; }

    /// <summary>A row for each square, then a row for each region, with a figure for each week.</summary>
    public double[][] Rows => rows;

    public void Delivered(int region, int row, int day, int cases)
    {
        var week = day / 7;
        if (week >= weeks)
            return;
        rows[squareOfRow[region][row]][week] += cases;
        if (isSupplied[region][row])
            return;
        isSupplied[region][row] = true;
        rows[Squares + region][week]++;
    }
}
