using Territory.Roads.Network;

namespace Territory.Roads.Reach;

/// <summary>At each node of a grid the distance to the roads drawn so far, exact up to a reach and cut off there.</summary>
/// <remarks>
/// Being a distance, it changes between neighbouring nodes by no more than lies between them, which bounds how far a line interpolated at some value can be off:
/// by the diagonal of a cell. It only falls as roads are added, so lines of later stages surround those of earlier ones.
/// Complexity: the nodes within reach of each piece of road.
/// </remarks>
internal sealed class DistanceField
{
    private const double MetersPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly float[] squared;
    private readonly double west;
    private readonly double south;
    private readonly double unitsEast;
    private readonly double unitsNorth;
    private readonly double reach;

    /// <param name="box">What will be drawn, in the network's integer coordinates.</param>
    /// <param name="reachCells">How far distances are kept, in cells.</param>
    /// <param name="cellMeters">Width of a cell where the number of nodes allows it.</param>
    public DistanceField(Snapping.Box box, double reachCells, double cellMeters, int mostNodes)
    {
        var latitude = (box.South + (double)box.North) / 2 / RoadTables.CoordinateScale;
        var metersNorth = MetersPerDegree / RoadTables.CoordinateScale;
        var metersEast = metersNorth * Math.Max(0.01, Math.Cos(double.DegreesToRadians(latitude)));
        var width = ((double)box.East - box.West) * metersEast;
        var height = ((double)box.North - box.South) * metersNorth;
        var margin = Math.Ceiling(reachCells) + 1;
        CellMeters = cellMeters;
        while (((width / CellMeters) + (2 * margin) + 2) * ((height / CellMeters) + (2 * margin) + 2) > mostNodes)
            CellMeters *= 1.25;
        reach = reachCells;
        unitsEast = metersEast / CellMeters;
        unitsNorth = metersNorth / CellMeters;
        west = box.West - (margin / unitsEast);
        south = box.South - (margin / unitsNorth);
        Columns = (int)Math.Ceiling((width / CellMeters) + (2 * margin)) + 1;
        Rows = (int)Math.Ceiling((height / CellMeters) + (2 * margin)) + 1;
        squared = new float[Columns * Rows];
        Array.Fill(squared, (float)(reach * reach));
    }

    /// <summary>Width of a cell at the middle of the field; toward its north and south it is off by what a plane map is.</summary>
    public double CellMeters { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>In cells.</summary>
    public double DistanceAt(int node) => Math.Sqrt(squared[node]);

    /// <summary>Whether a node lies within a distance of a road.</summary>
    public bool IsWithin(int node, double cells) => squared[node] <= (float)(cells * cells);

    /// <summary>A place of the grid (1.5: midway between the second and the third node) in degrees.</summary>
    public (double Longitude, double Latitude) ToDegrees(double column, double row) =>
        ((west + (column / unitsEast)) / RoadTables.CoordinateScale, (south + (row / unitsNorth)) / RoadTables.CoordinateScale);

    public (double Column, double Row) ToGrid(double longitude, double latitude) => ((longitude - west) * unitsEast, (latitude - south) * unitsNorth);

    /// <summary>Draws a straight piece of road, its ends in grid coordinates.</summary>
    public void Draw((double Column, double Row) a, (double Column, double Row) b)
    {
        var (east, north) = (b.Column - a.Column, b.Row - a.Row);
        var lengthSquared = (east * east) + (north * north);
        var scale = lengthSquared > 0 ? 1 / lengthSquared : 0;
        var lowRow = Math.Max(0, (int)Math.Ceiling(Math.Min(a.Row, b.Row) - reach));
        var highRow = Math.Min(Rows - 1, (int)Math.Floor(Math.Max(a.Row, b.Row) + reach));
        var lowColumn = Math.Max(0, (int)Math.Ceiling(Math.Min(a.Column, b.Column) - reach));
        var highColumn = Math.Min(Columns - 1, (int)Math.Floor(Math.Max(a.Column, b.Column) + reach));
        for (var row = lowRow; row <= highRow; row++)
        {
            var toNorth = row - a.Row;
            var line = squared.AsSpan(row * Columns, Columns);
            for (var column = lowColumn; column <= highColumn; column++)
            {
                var toEast = column - a.Column;
                var share = Math.Clamp(((toEast * east) + (toNorth * north)) * scale, 0, 1);
                var (dx, dy) = (toEast - (share * east), toNorth - (share * north));
                var distance = (float)((dx * dx) + (dy * dy));
                if (distance < line[column])
                    line[column] = distance;
            }
        }
    }
}
