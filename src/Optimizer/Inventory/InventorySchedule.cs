namespace Territory.Optimizer.Inventory;

/// <summary>Which customer is served in which period, with how much, by which vehicle and in which order (配送排程). Routes by period, then vehicle.</summary>
public sealed record InventorySchedule(IReadOnlyList<InventoryRoute> Routes)
{
    public bool Equals(InventorySchedule? other) => other is not null && Routes.SequenceEqual(other.Routes);

    public override int GetHashCode() => Routes.Aggregate(0, HashCode.Combine);
}
