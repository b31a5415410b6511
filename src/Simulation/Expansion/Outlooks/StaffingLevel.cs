namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>A way to staff a region.</summary>
/// <param name="Ratio">Reps and vehicles against what the template's ratios ask for.</param>
public sealed record StaffingLevel(string Name, double Ratio);
