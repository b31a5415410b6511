namespace Territory.Simulation.Lab.Calibration;

/// <summary>How far a run's figures are from the observed ones: root mean square, each figure in units of its own spread under the prior.</summary>
/// <remarks>The spread is the median absolute deviation, which a few wild runs do not move. Source: Prangle: "Adapting the ABC distance function", 2017.</remarks>
internal sealed class FigureDistance
{
    private readonly double[] observed;
    private readonly double[] scales;

    /// <param name="runs">Figures of runs under the prior.</param>
    public FigureDistance(double[] observed, IReadOnlyList<double[]> runs)
    {
        this.observed = observed;
        scales = new double[observed.Length];
        for (var figure = 0; figure < scales.Length; figure++)
        {
            double[] values = [.. runs.Select(run => run[figure]).Order()];
            var median = values[values.Length / 2];
            double[] deviations = [.. values.Select(value => Math.Abs(value - median)).Order()];
            var spread = deviations[deviations.Length / 2];
            if (spread == 0)
                spread = deviations.Average();
            // A figure that never moves says nothing about the parameters; it stays in its own unit.
            scales[figure] = spread > 0 ? spread : 1;
        }
    }

    public double Of(double[] figures)
    {
        var sum = 0.0;
        for (var figure = 0; figure < scales.Length; figure++)
        {
            var step = (figures[figure] - observed[figure]) / scales[figure];
            sum += step * step;
        }

        return Math.Sqrt(sum / scales.Length);
    }
}
