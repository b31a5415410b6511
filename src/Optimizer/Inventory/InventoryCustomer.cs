namespace Territory.Optimizer.Inventory;

/// <summary>A place that sells or consumes from stock and is replenished at most once a period.</summary>
public sealed record InventoryCustomer
{
    public required int StartingStock { get; init; }

    /// <summary>A delivery leaves at most so much in stock, before the period's consumption.</summary>
    public required int Maximum { get; init; }

    /// <summary>What has to be left at the end of every period.</summary>
    public int Minimum { get; init; }

    /// <summary>What each period takes out, as far as there is stock above <see cref="Minimum"/>.</summary>
    public required IReadOnlyList<int> Consumption { get; init; }

    /// <summary>Of a unit in stock at the end of a period.</summary>
    public long HoldingCost { get; init; }

    /// <summary>Of a unit of consumption that the stock did not hold; it is lost and not made up for. Null: running short breaks a rule.</summary>
    public long? ShortageCost { get; init; }

    /// <summary>Whether each period may bring a delivery; null: all.</summary>
    public IReadOnlyList<bool>? OpenPeriods { get; init; }

    /// <summary>Whether each vehicle may come; null: all.</summary>
    public IReadOnlyList<bool>? AllowedVehicles { get; init; }

    /// <summary>Time at the stop that does not depend on the quantity.</summary>
    public long ServiceDuration { get; init; }

    public bool IsOpen(int period) => OpenPeriods?[period] ?? true;

    public bool Allows(int vehicle) => AllowedVehicles?[vehicle] ?? true;
}
