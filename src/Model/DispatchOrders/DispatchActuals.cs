using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>What is entered when the vehicle is back and the order is handed in.</summary>
/// <param name="OdometerStart">With <paramref name="OdometerEnd"/> both or neither.</param>
/// <param name="Returned">Goods counted back into the depot.</param>
public sealed record DispatchActuals(
    Distance? OdometerStart, Distance? OdometerEnd, Money Fuel, Money Tolls, IReadOnlyList<OrderLine> Returned, Money CashCounted, string? Note);
