using Territory.Simulation.Lab.Calibration;

namespace Territory.Simulation.Tests.Lab.Calibration;

/// <summary>A gamma law of shape 1, conjugate to Poisson counts, cut where 1e-9 of it is left.</summary>
internal sealed class ExponentialPrior(double rate) : IPrior
{
    public double Low => 0;

    public double High { get; } = -Math.Log(1e-9) / rate;

    public bool IsLogarithmic => false;

    public double Density(double value) => value >= 0 && value <= High ? rate * Math.Exp(-rate * value) : 0;

    public double Quantile(double probability) => Math.Min(High, -Math.Log(Math.Max(1 - probability, 1e-9)) / rate);
}
