namespace Territory.Simulation.Expansion.Census;

/// <summary>The economy of a region (宏观).</summary>
/// <param name="ConsumptionGrowth">Of the category, a year; 0.05 is five per cent.</param>
/// <param name="NetMigration">People moving in less those moving out a year, as a share of the population.</param>
public sealed record MacroFigures(double Population, double GdpPerHead, double ConsumptionGrowth, double NetMigration = 0);

/// <summary>Those who buy (消费者).</summary>
/// <param name="CasesPerHeadAndYear">Consumption of the category.</param>
/// <param name="BrandAwareness">The share that knows our brand.</param>
public sealed record ConsumerFigures(double CasesPerHeadAndYear, double? BrandAwareness = null);

/// <summary>Distributors that would serve the region (经销商).</summary>
/// <param name="CasesPerWeek">What their vehicles, warehouses and cash can move.</param>
public sealed record DealerFigures(int Distributors, double CasesPerWeek, int Vehicles);

/// <summary>The five conditions of deep distribution (适合深度营销的市场条件), each 0 to 1: brand maturity, demand, brand influence, customers' cooperation, execution.</summary>
public sealed record FiveConditions(double? BrandMaturity = null, double? Demand = null, double? BrandInfluence = null, double? CustomerCooperation = null, double? Execution = null);
