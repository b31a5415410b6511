namespace Territory.Optimizer.Inventory;

/// <summary>A vehicle that drives at most one route from the depot in each period.</summary>
public sealed record InventoryVehicle
{
    public required int Capacity { get; init; }

    /// <summary>Of each period in which it drives.</summary>
    public long FixedCost { get; init; }

    public long CostPerDistance { get; init; } = 1;

    /// <summary>Most time on the road and at stops in a period; null: no limit.</summary>
    public long? MaxDuration { get; init; }
}
