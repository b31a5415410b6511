using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>What one assumption does to a figure while all others stay at base.</summary>
/// <param name="AtLow">The figure with the assumption low, minus the figure at base.</param>
/// <param name="AtHigh">The figure with the assumption high, minus the figure at base.</param>
public sealed record TornadoBar(Assumption Assumption, ConfidenceInterval AtLow, ConfidenceInterval AtHigh)
{
    public double Swing => Math.Abs(AtHigh.Mean - AtLow.Mean);
}
