using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Optimizer.Inventory;

/// <summary>An outlet with what it holds and sells.</summary>
public sealed record OutletStock
{
    public required TerminalFile Terminal { get; init; }

    public required IReadOnlyList<ProductStock> Products { get; init; }

    /// <summary>What the shelf and the store hold, all products together; null: as many cases as <see cref="ScheduleRequest.CoverDays"/> sell.</summary>
    public Cases? Capacity { get; init; }
}
