using System.Collections.Concurrent;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>Keeps what is drawn week by week of every run, until it is known which replications count.</summary>
internal sealed class CurveRecorder(LabSetup setup)
{
    private const double LowPart = 0.05;
    private const double HighPart = 0.95;

    private readonly ConcurrentDictionary<(ulong Seed, bool Antithetic), (float[][] Curves, ulong Hash)> runs = [];

    public void Add(ulong seed, bool antithetic, LabResult result)
    {
        var curves = result.Regions
            .SelectMany(region => WeekMeasures.All.Select(measure => region.Weeks.Select(week => (float)measure.Value(week)).ToArray()))
            .ToArray();
        runs[(seed, antithetic)] = (curves, result.StateHash);
    }

    public IReadOnlyList<ulong> Hashes(IReadOnlyList<Replication> finished) =>
        [.. finished.SelectMany(replication => Runs(replication).Select(run => run.Hash))];

    public IReadOnlyList<CurveBand> Bands(IReadOnlyList<Replication> finished)
    {
        var kept = finished.Select(replication => Runs(replication).Select(run => run.Curves).ToArray()).Where(pair => pair.Length > 0).ToArray();
        if (kept.Length == 0)
            return [];
        var bands = new List<CurveBand>();
        for (var curve = 0; curve < kept[0][0].Length; curve++)
        {
            var region = setup.Regions[curve / WeekMeasures.All.Count].Id;
            var measure = WeekMeasures.All[curve % WeekMeasures.All.Count].Name;
            var weeks = kept[0][0][curve].Length;
            var (mean, low, high) = (new double[weeks], new double[weeks], new double[weeks]);
            for (var week = 0; week < weeks; week++)
            {
                // The two runs of a pair have opposite luck: their means would make the band narrower than any market's luck is.
                var values = kept.SelectMany(pair => pair.Select(run => (double)run[curve][week])).ToArray();
                mean[week] = values.Average();
                Array.Sort(values);
                (low[week], high[week]) = (Quantile(values, LowPart), Quantile(values, HighPart));
            }

            bands.Add(new CurveBand(region, measure, mean, low, high));
        }

        return bands;
    }

    private (float[][] Curves, ulong Hash)[] Runs(Replication replication) =>
        [.. new[] { false, true }.Where(antithetic => runs.ContainsKey((replication.Seed, antithetic))).Select(antithetic => runs[(replication.Seed, antithetic)])];

    // Linear between order statistics (type 7 of Hyndman and Fan 1996).
    private static double Quantile(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
