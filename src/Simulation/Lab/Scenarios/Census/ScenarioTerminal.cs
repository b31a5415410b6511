using Territory.Model.Terminals;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>What the lab asks of one terminal.</summary>
/// <param name="Class">Null: not known, so that cut-offs must give it.</param>
/// <param name="UnitsPerDay">What consumers buy of the category there on an average day, ours and rivals'; null: not known.</param>
/// <param name="SellsOurs">Whether it sells our products on the first day; null: not known.</param>
/// <param name="RivalBrands">Null: as the region's rivals say.</param>
/// <param name="Shelf">Null: not known.</param>
public readonly record struct ScenarioTerminal(
    string Id, double Longitude, double Latitude, TerminalClass? Class, double? UnitsPerDay, bool? SellsOurs = null, byte? RivalBrands = null, ScenarioShelf? Shelf = null);
