using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>What is entered when the vehicle is back and the order is handed in.</summary>
/// <param name="Returned">Goods counted back into the depot.</param>
/// <param name="OdometerStart">With <paramref name="OdometerEnd"/> both or neither.</param>
public sealed record DispatchActuals(
    Money Fuel,
    Money Tolls,
    IReadOnlyList<OrderLine> Returned,
    Money CashCounted,
    Distance? OdometerStart = null,
    Distance? OdometerEnd = null,
    string? Note = null);
