using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>What the territory has on record of a vehicle's day.</summary>
/// <param name="CashCollected">Cash payments at the order's outlets while the vehicle was out.</param>
public sealed record DispatchOutcome(
    DateTimeOffset? DepartedAt,
    DateTimeOffset? ReturnedAt,
    bool IsOut,
    Distance Driven,
    int StopsDone,
    int StopsOpen,
    IReadOnlyList<GoodsBalance> Goods,
    Money CashCollected);
