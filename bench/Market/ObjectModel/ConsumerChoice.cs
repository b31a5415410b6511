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
        var units = new double[terminals.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var distances = terminals.ConvertAll(terminal =>
            {
                var x = (region.Terminals.Longitudes[terminal.Row] * longitudeScale) - (cells.Longitudes[cell] * longitudeScale);
                var y = (region.Terminals.Latitudes[terminal.Row] * KilometresPerDegree) - (cells.Latitudes[cell] * KilometresPerDegree);
                return Math.Sqrt((x * x) + (y * y));
            });
            var near = Enumerable.Range(0, terminals.Count).Where(index => distances[index] <= huff.ReachKilometres).ToList();
            if (near.Count == 0)
                near.Add(distances.IndexOf(distances.Min()));
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
