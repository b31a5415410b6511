namespace Territory.Simulation.KnownAnswers.Statistics;

/// <summary>A simulated mean with its standard error.</summary>
/// <remarks>
/// Algorithm: batch means, whose spread carries the correlation of a single long run as long as batches are much longer than it.
/// Source: Law: "Simulation Modeling and Analysis", section 9.5.
/// </remarks>
public readonly record struct Estimate(double Mean, double StandardError)
{
    /// <summary>Half of the 99.99 % interval: Student's t of 39 degrees of freedom, those of the 40 batches of every run here.</summary>
    /// <remarks>So wide that a suite of thirty intervals misses by chance with one seed in three hundred, and still tight at these lengths.</remarks>
    public double HalfWidth => 4.32 * StandardError;

    public static Estimate OfBatches(IReadOnlyList<double> means)
    {
        var mean = means.Average();
        return new Estimate(mean, Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (means.Count - 1) / means.Count));
    }
}
