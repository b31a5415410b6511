namespace Territory.Simulation.Lab.Calibration;

/// <summary>One parameter set of a posterior.</summary>
/// <param name="Weight">Of all sets together 1.</param>
/// <param name="Distance">Of its run's figures from the observed ones.</param>
public sealed record PosteriorSet(double[] Parameters, double Weight, double Distance);
