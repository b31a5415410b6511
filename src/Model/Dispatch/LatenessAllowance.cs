using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>Service at a stop may start after its last window (允许迟到), at a price for the time.</summary>
/// <param name="Order">An order of the stop.</param>
public sealed record LatenessAllowance(OrderId Order, Duration Most, Money PerHour);
