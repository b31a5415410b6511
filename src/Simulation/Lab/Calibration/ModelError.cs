using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>How far history lies from a fitted model beyond what its parameters and chance explain (模型偏差), as the weeks fitted to show it.</summary>
/// <param name="Spread">Standard deviation, in parts of the forecast.</param>
/// <param name="DegreesOfFreedom">Of that estimate: the weeks fitted to less one, which the level took.</param>
/// <remarks>
/// No model is the market, and a band of parameters and chance alone narrows as the fit goes on, around whatever the model gets wrong. So history is taken for
/// forecast x (1 + error), the error being one for all weeks of a run, of Student's t with so many degrees of freedom: few weeks tell little of it.
/// With a the history, m and v the mean and variance over runs, and F weeks, spread² = max(0, sum((a - m)² - v) / sum(m²)) F/(F - 1), the moment estimate.
/// A model without an error of its own has about 0. What first goes wrong after the fit is not in it: that is what held-out weeks are for.
/// Source: Kennedy and O'Hagan: "Bayesian calibration of computer models", J. R. Stat. Soc. B 63, 2001; Brynjarsdottir and O'Hagan: "Learning about physical
/// parameters: the importance of model discrepancy", Inverse Problems 30, 2014; the moment estimate is this project's.
/// </remarks>
public sealed record ModelError(double Spread, int DegreesOfFreedom)
{
    private static readonly EntityKey Branch = EntityKey.Of("lab backtest model error");

    /// <param name="history">A row for each cell with a figure for each week fitted to; cells share one error.</param>
    /// <param name="runs">The same of each run, which may go on longer.</param>
    internal static ModelError Of(IReadOnlyList<double[]> history, IReadOnlyList<IReadOnlyList<double[]>> runs, int fitWeeks)
    {
        var (excess, squares) = (0.0, 0.0);
        for (var cell = 0; cell < history.Count; cell++)
        {
            for (var week = 0; week < fitWeeks; week++)
            {
                var mean = runs.Average(run => run[cell][week]);
                var variance = runs.Average(run => (run[cell][week] - mean) * (run[cell][week] - mean));
                var step = history[cell][week] - mean;
                excess += (step * step) - variance;
                squares += mean * mean;
            }
        }

        var freedom = Math.Max(1, fitWeeks - 1);
        return new ModelError(excess > 0 && squares > 0 ? Math.Sqrt(excess / squares * fitWeeks / freedom) : 0, freedom);
    }

    /// <summary>What each of so many runs is multiplied by: the quantiles of the error in the middle of equal parts, dealt out by the seed.</summary>
    internal double[] Factors(int runs, ulong seed)
    {
        var factors = new double[runs];
        Array.Fill(factors, 1);
        if (Spread == 0)
            return factors;
        var order = Enumerable.Range(0, runs).OrderBy(run =>
        {
            var draw = SeedTree.DrawOf(seed, Branch, run);
            return draw.NextUniform();
        }).ToArray();
        for (var rank = 0; rank < runs; rank++)
            factors[order[rank]] = Math.Max(0, 1 + (Spread * StudentDistribution.Quantile((rank + 0.5) / runs, DegreesOfFreedom)));
        return factors;
    }
}
