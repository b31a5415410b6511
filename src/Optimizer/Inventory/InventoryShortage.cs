namespace Territory.Optimizer.Inventory;

/// <summary>Consumption of a period that a customer's stock did not hold (缺货).</summary>
public readonly record struct InventoryShortage(int Customer, int Period, long Quantity);
