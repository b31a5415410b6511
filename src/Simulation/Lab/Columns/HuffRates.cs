using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Columns;

/// <summary>Divides what the cells' consumers buy over the terminals in reach, once before a run.</summary>
/// <remarks>
/// Terminals are found by a grid as wide as the reach; distances are straight lines on the plane that touches the region's middle.
/// Complexity: cells x terminals in reach. Sums go in the order of the sweep, so that the census's order changes no bit.
/// </remarks>
internal sealed class HuffRates
{
    private const double KilometresPerDegree = 111.195;

    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] pulls;
    private readonly Dictionary<(int, int), List<int>> grid = [];
    private readonly LabHuff huff;
    private readonly List<int> near = [];

    private HuffRates(LabRegion region, int[] rows, LabHuff huff, double longitudeScale)
    {
        this.huff = huff;
        var terminals = region.Terminals;
        x = Array.ConvertAll(rows, row => terminals.Longitudes[row] * longitudeScale);
        y = Array.ConvertAll(rows, row => terminals.Latitudes[row] * KilometresPerDegree);
        pulls = Array.ConvertAll(rows, row => SharedMath.Pow(terminals.Sizes[row], huff.SizePower));
        for (var terminal = 0; terminal < rows.Length; terminal++)
        {
            var square = SquareOf(x[terminal], y[terminal]);
            if (!grid.TryGetValue(square, out var members))
                grid[square] = members = [];
            members.Add(terminal);
        }
    }

    /// <param name="rows">The setup's row of each terminal of the result.</param>
    public static float[] Of(LabRegion region, int[] rows, LabHuff huff)
    {
        var cells = region.Cells;
        var middle = (cells.Latitudes.Min() + cells.Latitudes.Max()) / 2;
        var longitudeScale = KilometresPerDegree * Math.Cos(middle * Math.PI / 180);
        // The cosine is the machine's own; rounding it makes the scale the same everywhere.
        longitudeScale = Math.Round(longitudeScale, 6);
        var rates = new HuffRates(region, rows, huff, longitudeScale);
        var units = new double[rows.Length];
        for (var cell = 0; cell < cells.Count; cell++)
            rates.Divide(cells.Longitudes[cell] * longitudeScale, cells.Latitudes[cell] * KilometresPerDegree, cells.UnitsPerDay[cell], units);
        return Array.ConvertAll(units, value => (float)value);
    }

    private (int, int) SquareOf(double atX, double atY) =>
        ((int)Math.Floor(atX / huff.ReachKilometres), (int)Math.Floor(atY / huff.ReachKilometres));

    private void Divide(double atX, double atY, double unitsPerDay, double[] units)
    {
        near.Clear();
        var (column, row) = SquareOf(atX, atY);
        for (var i = column - 1; i <= column + 1; i++)
        {
            for (var j = row - 1; j <= row + 1; j++)
            {
                if (grid.TryGetValue((i, j), out var members))
                    near.AddRange(members.Where(terminal => DistanceTo(terminal, atX, atY) <= huff.ReachKilometres));
            }
        }

        if (near.Count == 0)
            near.Add(Nearest(atX, atY));
        near.Sort();
        Span<double> parts = near.Count <= 1024 ? stackalloc double[near.Count] : new double[near.Count];
        for (var index = 0; index < near.Count; index++)
        {
            var distance = Math.Max(huff.LeastKilometres, DistanceTo(near[index], atX, atY));
            parts[index] = pulls[near[index]] * SharedMath.Pow(distance, -huff.DistancePower);
        }

        HuffRule.Shares(parts, parts);
        for (var index = 0; index < near.Count; index++)
            units[near[index]] += unitsPerDay * parts[index];
    }

    private double DistanceTo(int terminal, double atX, double atY)
    {
        var (dx, dy) = (x[terminal] - atX, y[terminal] - atY);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private int Nearest(double atX, double atY)
    {
        var best = 0;
        for (var terminal = 1; terminal < x.Length; terminal++)
        {
            if (DistanceTo(terminal, atX, atY) < DistanceTo(best, atX, atY))
                best = terminal;
        }

        return best;
    }
}
