namespace Territory.Simulation.Lab.Calibration;

/// <summary>Turns the last population into what people read.</summary>
/// <param name="regression">Whether parameters are corrected for the distance that is left.</param>
internal sealed class PosteriorSummary(IReadOnlyList<UnknownParameter> parameters, double[] observed, bool regression)
{
    private const double LowShare = 0.05;
    private const double HighShare = 0.95;

    public Posterior Of(
        IReadOnlyList<Particle> population, WorkingSpace space, IReadOnlyList<PopulationRecord> records, int runs, int refused, CalibrationEnd end)
    {
        var values = population.Select(one => space.ToParameters(one.Working)).ToArray();
        var weights = population.Select(one => one.Weight).ToArray();
        if (regression && new RegressionAdjustment(parameters, observed).Apply(population, values) is { } adjusted)
            (values, weights) = adjusted;
        var covariance = Moments.Covariance(values, weights);
        var mean = Moments.Mean(values, weights);
        return new Posterior(
            parameters,
            [.. values.Select((row, index) => new PosteriorSet(row, weights[index], population[index].Distance))],
            [.. parameters.Select((parameter, index) => Estimate(parameter.Name, values, weights, index, mean[index], covariance[index, index]))],
            Correlations(covariance),
            records,
            runs,
            refused,
            end);
    }

    private static ParameterEstimate Estimate(string name, double[][] values, double[] weights, int index, double mean, double variance)
    {
        var column = values.Select(row => row[index]).ToArray();
        return new ParameterEstimate(
            name,
            mean,
            Math.Sqrt(variance),
            Moments.Quantile(column, weights, LowShare),
            Moments.Quantile(column, weights, 0.5),
            Moments.Quantile(column, weights, HighShare));
    }

    private static double[][] Correlations(double[,] covariance) =>
        [.. Enumerable.Range(0, covariance.GetLength(0)).Select(i => Enumerable.Range(0, covariance.GetLength(0))
            .Select(j => i == j ? 1 : covariance[i, i] * covariance[j, j] is > 0 and var product ? covariance[i, j] / Math.Sqrt(product) : 0)
            .ToArray())];
}
