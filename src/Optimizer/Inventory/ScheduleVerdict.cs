namespace Territory.Optimizer.Inventory;

/// <summary>What the checker found.</summary>
/// <param name="Shortages">Every period in which a customer ran short, whether that has a price or breaks a rule.</param>
public sealed record ScheduleVerdict(bool Feasible, InventoryCost Cost, IReadOnlyList<ScheduleBreach> Breaches, IReadOnlyList<InventoryShortage> Shortages);
