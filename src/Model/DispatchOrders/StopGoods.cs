using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>The goods for one stop.</summary>
/// <param name="Due">What the outlet owes for them.</param>
public sealed record StopGoods(TerminalId Terminal, IReadOnlyList<OrderId> Orders, IReadOnlyList<OrderLine> Lines, Money Due);
