using Territory.Model.Ids;

namespace Territory.Model.Orders;

/// <summary>An order (订单) of a terminal on its distributor, not yet delivered.</summary>
public sealed record Order
{
    public required OrderId Id { get; init; }

    public required TerminalId Terminal { get; init; }

    public required DistributorId Distributor { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The first day on which it should be delivered.</summary>
    public required DateOnly DueOn { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public string? Note { get; init; }
}
