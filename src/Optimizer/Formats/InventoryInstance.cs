using Territory.Optimizer.Inventory;

namespace Territory.Optimizer.Formats;

/// <summary>A published inventory-routing instance.</summary>
/// <param name="Problem">Costs in hundredths of the published unit, in which they are whole.</param>
public sealed record InventoryInstance(string Name, InventoryProblem Problem)
{
    public const int PartsPerUnit = 100;

    /// <summary>A cost as the 12th DIMACS challenge publishes it: without the holding cost of the starting stocks, which Archetti et al. add and no schedule changes.</summary>
    public static decimal PublishedCost(InventoryCost cost) => cost.Total / (decimal)PartsPerUnit;
}
