using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>Divides each cell's consumers over the terminals in reach, every terminal looked at for every cell.</summary>
internal static class ConsumerChoice
{
    private const double KilometresPerDegree = 111.195;

    public static void Divide(LabRegion region, List<TerminalAgent> terminals, LabHuff huff)
    {
        var cells = region.Cells;
        var middle = (cells.Latitudes.Min() + cells.Latitudes.Max()) / 2;
        var longitudeScale = Math.Round(KilometresPerDegree * Math.Cos(middle * Math.PI / 180), 6);
        var x = terminals.ConvertAll(terminal => region.Terminals.Longitudes[terminal.Row] * longitudeScale).ToArray();
        var y = terminals.ConvertAll(terminal => region.Terminals.Latitudes[terminal.Row] * KilometresPerDegree).ToArray();
        var distances = new double[x.Length];
        var units = new double[terminals.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var (atX, atY) = (cells.Longitudes[cell] * longitudeScale, cells.Latitudes[cell] * KilometresPerDegree);
            var near = new List<int>();
            for (var index = 0; index < x.Length; index++)
            {
                var (dx, dy) = (x[index] - atX, y[index] - atY);
                distances[index] = Math.Sqrt((dx * dx) + (dy * dy));
                if (distances[index] <= huff.ReachKilometres)
                    near.Add(index);
            }

            if (near.Count == 0)
                near.Add(Array.IndexOf(distances, distances.Min()));
            var pulls = near.ConvertAll(index => HuffRule.Pull(
                region.Terminals.Sizes[terminals[index].Row], Math.Max(huff.LeastKilometres, distances[index]), huff.SizePower, huff.DistancePower));
            var shares = new double[near.Count];
            HuffRule.Shares(pulls.ToArray(), shares);
            for (var index = 0; index < near.Count; index++)
                units[near[index]] += cells.UnitsPerDay[cell] * shares[index];
        }

        for (var index = 0; index < terminals.Count; index++)
            terminals[index].UnitsPerDay = (float)units[index];
    }
}
