namespace Territory.Simulation.Lab.Calibration;

/// <summary>A parameter set under way.</summary>
/// <param name="Working">The parameters, logarithms where the prior moves by them.</param>
/// <param name="Figures">Of its run.</param>
internal sealed record Particle(double[] Working, double[] Figures, double Distance)
{
    public double Weight { get; init; }
}
