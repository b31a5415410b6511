using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>What the territory has on record of a vehicle's day.</summary>
/// <param name="CashCollected">Cash that the vehicle's driver took on the day.</param>
public sealed record DispatchOutcome(
    DateTimeOffset? DepartedAt,
    DateTimeOffset? ReturnedAt,
    bool IsOut,
    Distance Driven,
    int StopsDone,
    int StopsOpen,
    IReadOnlyList<GoodsBalance> Goods,
    Money CashCollected);
