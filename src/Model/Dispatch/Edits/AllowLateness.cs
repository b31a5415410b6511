using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch.Edits;

/// <summary>See <see cref="LatenessAllowance"/>; nothing at most withdraws it.</summary>
public sealed record AllowLateness(OrderId Order, Duration Most, Money PerHour) : PlanEdit;
