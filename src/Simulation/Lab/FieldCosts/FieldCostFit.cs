namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>A law fitted to the optimiser's days, with its error on days that were held out of the fit.</summary>
/// <param name="Mape">Mean of |law - optimiser| / optimiser over the held-out days, asked for their very terminals.</param>
/// <param name="Worst">The largest of them.</param>
/// <param name="Bias">Law by optimiser minus 1 over the held-out days together: what is wrong with a sum of many days.</param>
/// <param name="MapeOfCounts">The same mean, asked for their counts alone, when nothing says how far from the start the day lies.</param>
/// <param name="Roots">The days by two coefficients.</param>
public sealed record FieldCostFit(
    FieldLaw Law, int FittedDays, int HeldOutDays, double Mape, double Worst, double Bias, double MapeOfCounts, FieldRootLaw Roots);
