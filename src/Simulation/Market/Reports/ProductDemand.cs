using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Simulation.Market.Reports;

/// <summary>Units of a product asked for, whether or not the shelf had them.</summary>
public readonly record struct ProductDemand(ProductId Product, Units Demand);
