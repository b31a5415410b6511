namespace Territory.Simulation.Lab.Statistics;

/// <summary>Replicates until the intervals are narrow enough (序贯停止).</summary>
/// <remarks>
/// Stops at the first look, after the minimum, at which every bound holds: t s / sqrt n is at most the half-width asked for. With the width going to 0 the
/// interval covers as often as it says; for a width reached soon after the minimum it covers a little less, which is what the minimum is for.
/// Source: Chow and Robbins: "On the asymptotic theory of fixed-width sequential confidence intervals for the mean", 1965.
/// </remarks>
/// <param name="Bounds">All of them have to hold.</param>
/// <param name="Minimum">Finished replications before the first look counts.</param>
public sealed record SequentialStopping(IReadOnlyList<WidthBound> Bounds, int Minimum = SequentialStopping.DefaultMinimum)
{
    public const int DefaultMinimum = 30;

    /// <param name="intervalOf">The interval of a figure over what is finished.</param>
    public bool IsReached(int finished, Func<int, ConfidenceInterval> intervalOf) =>
        finished >= Minimum && Bounds.All(bound => bound.Holds(intervalOf(bound.Figure)));

    /// <exception cref="ArgumentException">A bound is of no figure or no positive width, or the minimum is below 2.</exception>
    public void Validate(int figures)
    {
        if (Bounds.Count == 0)
            throw new ArgumentException("Sequential stopping needs a bound on at least one figure.");
        if (Minimum < 2)
            throw new ArgumentException($"Sequential stopping needs at least 2 replications for a spread; got a minimum of {Minimum}.");
        foreach (var bound in Bounds)
        {
            if (bound.Figure < 0 || bound.Figure >= figures)
                throw new ArgumentException($"A bound is on figure {bound.Figure}, but the figures are 0 to {figures - 1}.");
            if (!(bound.HalfWidth > 0 && double.IsFinite(bound.HalfWidth)))
                throw new ArgumentException($"The half-width asked of figure {bound.Figure} must be above 0; got {bound.HalfWidth}.");
        }
    }
}
