namespace Territory.Optimizer.Inventory;

/// <summary>The depot that all vehicles leave from and return to: what it has, what arrives, what storing costs.</summary>
public sealed record InventorySupplier
{
    public required long StartingStock { get; init; }

    /// <summary>What is produced or arrives in each period; it may leave in the same period.</summary>
    public required IReadOnlyList<long> Arrivals { get; init; }

    /// <summary>Most stock at the end of a period; null: no limit.</summary>
    public long? Capacity { get; init; }

    /// <summary>Of a unit in stock at the end of a period.</summary>
    public long HoldingCost { get; init; }
}
