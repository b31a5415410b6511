using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Any magnitude within an interval of positive values is as likely as any other.</summary>
public sealed class LogUniformPrior : IPrior
{
    private readonly double logLow;
    private readonly double width;

    /// <exception cref="ArgumentException">The ends are not positive, not finite or not in order.</exception>
    public LogUniformPrior(double low, double high)
    {
        if (!(low > 0 && double.IsFinite(high) && low < high))
            throw new ArgumentException($"A log-uniform prior needs ends above 0 in ascending order; got {low} to {high}.");
        (Low, High) = (low, high);
        logLow = SharedMath.Log(low);
        width = SharedMath.Log(high) - logLow;
    }

    public double Low { get; }

    public double High { get; }

    public bool IsLogarithmic => true;

    public double Density(double value) => value >= Low && value <= High ? 1 / (value * width) : 0;

    public double Quantile(double probability) =>
        probability <= 0 ? Low : probability >= 1 ? High : Math.Clamp(SharedMath.Exp(logLow + (probability * width)), Low, High);
}
