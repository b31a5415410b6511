namespace Territory.Simulation.Lab.Calibration;

/// <summary>Any value of an interval is as likely as any other.</summary>
public sealed class UniformPrior : IPrior
{
    /// <exception cref="ArgumentException">The ends are not finite or not in order.</exception>
    public UniformPrior(double low, double high)
    {
        if (!(double.IsFinite(low) && double.IsFinite(high) && low < high))
            throw new ArgumentException($"A uniform prior needs a lower end below its upper end; got {low} to {high}.");
        (Low, High) = (low, high);
    }

    public double Low { get; }

    public double High { get; }

    public bool IsLogarithmic => false;

    public double Density(double value) => value >= Low && value <= High ? 1 / (High - Low) : 0;

    public double Quantile(double probability) => probability >= 1 ? High : Low + (probability * (High - Low));
}
