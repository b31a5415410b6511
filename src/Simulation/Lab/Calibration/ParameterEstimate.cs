namespace Territory.Simulation.Lab.Calibration;

/// <summary>What is known of a parameter after the history was looked at.</summary>
/// <param name="Low">5 % quantile.</param>
/// <param name="High">95 % quantile.</param>
public sealed record ParameterEstimate(string Name, double Mean, double StandardDeviation, double Low, double Median, double High);
