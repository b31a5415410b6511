using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>The clients of a problem whose distances are a function of coordinates, by cells of a square grid: who is nearest without asking everybody.</summary>
/// <remarks>
/// Algorithm: bucketing into square cells of two clients on average and a search ring by ring until no cell outside can hold anybody nearer.
/// Complexity: O(k log k) a query where clients are spread evenly, O(n log n) at worst. Source: Bentley, Weide and Yao, Optimal expected-time algorithms for closest point
/// problems (1980).
/// </remarks>
internal sealed class PointGrid
{
    private const double ClientsPerCell = 2;

    private readonly ArcLengths lengths;
    private readonly double left;
    private readonly double bottom;
    private readonly double cellSize;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] cellStart;
    private readonly int[] members;
    private readonly List<long> keys = [];

    public PointGrid(ProblemData data)
    {
        lengths = data.Distances;
        var x = lengths.X[data.DepotCount..];
        var y = lengths.Y[data.DepotCount..];
        var (right, top) = (double.MinValue, double.MinValue);
        (left, bottom) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < x.Length; i++)
        {
            (left, right) = (Math.Min(left, x[i]), Math.Max(right, x[i]));
            (bottom, top) = (Math.Min(bottom, y[i]), Math.Max(top, y[i]));
        }

        // On a line, or all in one place, cells are as many as clients and not more.
        var (width, height) = (right - left, top - bottom);
        var cells = Math.Max(1, x.Length / ClientsPerCell);
        cellSize = Math.Max(Math.Sqrt(width * height / cells), Math.Max(width, height) / cells);
        cellSize = cellSize > 0 ? cellSize : 1;
        columns = (int)(width / cellSize) + 1;
        rows = (int)(height / cellSize) + 1;
        cellStart = new int[(columns * rows) + 1];
        members = new int[x.Length];
        for (var i = 0; i < x.Length; i++)
            cellStart[CellOf(x[i], y[i]) + 1]++;
        for (var cell = 0; cell < columns * rows; cell++)
            cellStart[cell + 1] += cellStart[cell];
        var filled = cellStart[..^1];
        for (var i = 0; i < x.Length; i++)
            members[filled[CellOf(x[i], y[i])]++] = data.DepotCount + i;
    }

    /// <summary>Writes the clients nearest to one of them, without itself, nearest first and equally near ones by number.</summary>
    public void Nearest(int client, Span<int> nearest)
    {
        var column = (int)((lengths.X[client] - left) / cellSize);
        var row = (int)((lengths.Y[client] - bottom) / cellSize);
        keys.Clear();
        var last = long.MaxValue;
        for (var ring = 0; ring <= Math.Max(columns, rows); ring++)
        {
            // Whoever is in this ring or beyond is at least this far.
            if (keys.Count >= nearest.Length && lengths.Rounded((ring - 1) * cellSize) > last)
                break;
            AddRing(client, column, row, ring);
            if (keys.Count < nearest.Length)
                continue;
            keys.Sort();
            last = nearest.Length == 0 ? -1 : keys[nearest.Length - 1] >> 32;
        }

        for (var i = 0; i < nearest.Length; i++)
            nearest[i] = (int)(keys[i] & int.MaxValue);
    }

    private int CellOf(double x, double y) => ((int)((y - bottom) / cellSize) * columns) + (int)((x - left) / cellSize);

    private void AddRing(int client, int column, int row, int ring)
    {
        for (var r = Math.Max(0, row - ring); r <= Math.Min(rows - 1, row + ring); r++)
        {
            var isEdge = r == row - ring || r == row + ring;
            for (var c = column - ring; c <= column + ring; c += isEdge || ring == 0 ? 1 : 2 * ring)
            {
                if (c < 0 || c >= columns)
                    continue;
                for (var i = cellStart[(r * columns) + c]; i < cellStart[(r * columns) + c + 1]; i++)
                {
                    if (members[i] != client)
                        keys.Add(((long)lengths.Between(client, members[i]) << 32) | (uint)members[i]);
                }
            }
        }
    }
}
