namespace Territory.Simulation.Lab.Calibration;

/// <summary>One population of a calibration.</summary>
/// <param name="Tolerance">The largest distance in it.</param>
/// <param name="Runs">Of the model.</param>
/// <param name="Acceptance">Share of the proposals looked at that are in it.</param>
/// <param name="EffectiveSize">1 / sum of squared weights: how many equally weighted sets would know as much.</param>
public sealed record PopulationRecord(double Tolerance, int Runs, double Acceptance, double EffectiveSize);
