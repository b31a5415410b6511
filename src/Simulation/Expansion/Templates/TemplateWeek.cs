using Territory.Model.Quantities;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>A week of the template market since its start.</summary>
/// <param name="NumericDistribution">Terminals that carry us as a share of all (数值铺市率).</param>
/// <param name="WeightedDistribution">The same weighted by category volume (加权铺市率).</param>
/// <param name="Share">Our share of the category.</param>
/// <param name="LaunchCost">Listing, display, samples and the promotions of the launch.</param>
public sealed record TemplateWeek(
    double NumericDistribution, double WeightedDistribution, double Share, double Cases, int Reps, int Vehicles, Money PersonnelCost, Money VehicleCost, Money LaunchCost);
