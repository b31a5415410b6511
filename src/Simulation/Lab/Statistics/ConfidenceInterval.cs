namespace Territory.Simulation.Lab.Statistics;

/// <summary>A mean over replications with its band (置信区间).</summary>
/// <param name="HalfWidth">Infinite below two replications: without a spread there is no band.</param>
/// <param name="StandardDeviation">Of single replications, 0 below two.</param>
/// <param name="Count">Replications.</param>
/// <param name="Confidence">For example 0.95.</param>
/// <remarks>Student's t interval: mean plus or minus t(1 - alpha/2; n - 1) s / sqrt n. Source: Law: "Simulation Modeling and Analysis", section 4.5.</remarks>
public readonly record struct ConfidenceInterval(double Mean, double HalfWidth, double StandardDeviation, int Count, double Confidence)
{
    public double Low => Mean - HalfWidth;

    public double High => Mean + HalfWidth;

    public bool Includes(double value) => Low <= value && value <= High;

    /// <summary>Sums run in the order of the values, so that the interval has the same bits whoever computed them.</summary>
    public static ConfidenceInterval Of(IReadOnlyList<double> values, double confidence)
    {
        if (values.Count == 0)
            return new ConfidenceInterval(double.NaN, double.PositiveInfinity, 0, 0, confidence);
        var mean = values.Average();
        if (values.Count == 1)
            return new ConfidenceInterval(mean, double.PositiveInfinity, 0, 1, confidence);
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Of(mean, Math.Sqrt(squares / (values.Count - 1)), values.Count, confidence);
    }

    /// <param name="count">At least 2.</param>
    internal static ConfidenceInterval Of(double mean, double standardDeviation, int count, double confidence)
    {
        var quantile = StudentDistribution.Quantile(0.5 + (0.5 * confidence), count - 1);
        return new ConfidenceInterval(mean, quantile * standardDeviation / Math.Sqrt(count), standardDeviation, count, confidence);
    }
}
