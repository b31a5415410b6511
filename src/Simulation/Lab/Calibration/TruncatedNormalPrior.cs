using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Near a value, as far as its standard deviation says, and never outside an interval.</summary>
public sealed class TruncatedNormalPrior : IPrior
{
    private readonly double mean;
    private readonly double deviation;
    private readonly double below;
    private readonly double mass;

    /// <param name="mean">Of the normal law that is cut.</param>
    /// <param name="standardDeviation">Of the normal law that is cut.</param>
    /// <exception cref="ArgumentException">The interval is empty or farther than eight standard deviations from the mean.</exception>
    public TruncatedNormalPrior(double mean, double standardDeviation, double low, double high)
    {
        if (!(double.IsFinite(mean) && standardDeviation > 0 && double.IsFinite(low) && double.IsFinite(high) && low < high))
            throw new ArgumentException($"A truncated normal prior needs a positive spread and ends in order; got {standardDeviation} on {low} to {high}.");
        if ((low - mean) / standardDeviation > 8 || (high - mean) / standardDeviation < -8)
            throw new ArgumentException($"The interval {low} to {high} lies more than eight standard deviations from the mean {mean}.");
        (this.mean, deviation, Low, High) = (mean, standardDeviation, low, high);
        below = NormalDistribution.Cumulative((low - mean) / standardDeviation);
        mass = NormalDistribution.Cumulative((high - mean) / standardDeviation) - below;
        if (!(mass > 0))
            throw new ArgumentException($"The interval {low} to {high} is too narrow to hold any of the normal law of mean {mean}.");
    }

    public double Low { get; }

    public double High { get; }

    public bool IsLogarithmic => false;

    public double Density(double value) =>
        value >= Low && value <= High ? NormalDistribution.Density((value - mean) / deviation) / (deviation * mass) : 0;

    public double Quantile(double probability)
    {
        if (probability <= 0)
            return Low;
        if (probability >= 1)
            return High;
        var level = below + (probability * mass);
        return level is > 0 and < 1 ? Math.Clamp(mean + (deviation * NormalDistribution.Quantile(level)), Low, High) : level <= 0 ? Low : High;
    }
}
