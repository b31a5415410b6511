namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>How sure the template's figures are elsewhere: standard deviations of logarithms, each factor having mean 1.</summary>
/// <param name="Speed">Of the hazard by which terminals take us up.</param>
/// <param name="Velocity">Of our share among those who carry us.</param>
/// <param name="Cost">Of all costs.</param>
/// <param name="Common">The part of each variance that all regions share: if the template flatters, it flatters everywhere.</param>
public sealed record OutlookUncertainty(double Speed = 0.3, double Velocity = 0.2, double Cost = 0.1, double Common = 0.5);
