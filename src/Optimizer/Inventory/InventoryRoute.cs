namespace Territory.Optimizer.Inventory;

/// <summary>What one vehicle does in one period: its deliveries in order.</summary>
public sealed record InventoryRoute(int Period, int Vehicle, IReadOnlyList<InventoryStop> Stops)
{
    public bool Equals(InventoryRoute? other) => other is not null && Period == other.Period && Vehicle == other.Vehicle && Stops.SequenceEqual(other.Stops);

    public override int GetHashCode() => HashCode.Combine(Period, Vehicle, Stops.Count);
}
