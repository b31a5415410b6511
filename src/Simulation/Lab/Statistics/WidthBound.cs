namespace Territory.Simulation.Lab.Statistics;

/// <summary>How narrow the interval of a figure has to be.</summary>
/// <param name="HalfWidth">In the figure's unit, or as a share of its mean.</param>
/// <param name="IsShareOfMean">For example 0.05: plus or minus five percent.</param>
public sealed record WidthBound(int Figure, double HalfWidth, bool IsShareOfMean = false)
{
    public bool Holds(ConfidenceInterval interval) =>
        interval.HalfWidth <= (IsShareOfMean ? HalfWidth * Math.Abs(interval.Mean) : HalfWidth);
}
