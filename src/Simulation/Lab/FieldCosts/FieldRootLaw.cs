namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>The same days by Fixed + PerRoot x sqrt(n A) alone, A in square kilometres: for who keeps two coefficients a region and counts only.</summary>
/// <param name="Mape">Mean of |law - optimiser| / optimiser over the held-out days.</param>
/// <param name="Bias">Law by optimiser minus 1 over the held-out days together.</param>
public sealed record FieldRootLaw(double Fixed, double PerRoot, double Mape, double Bias);
