namespace Territory.Optimizer.Inventory;

/// <summary>A delivery on a route.</summary>
/// <param name="Customer">Its number in the problem, from 0.</param>
public readonly record struct InventoryStop(int Customer, int Quantity);
