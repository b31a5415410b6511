namespace Territory.Optimizer.Inventory;

/// <summary>The terms of the objective.</summary>
/// <param name="Travel">Distances and vehicles used.</param>
/// <param name="Holding">Stock at the ends of periods, at the supplier and at customers.</param>
/// <param name="Shortage">Consumption lost, where it has a price.</param>
public readonly record struct InventoryCost(long Travel, long Holding, long Shortage)
{
    public long Total => Travel + Holding + Shortage;
}
