using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Locks stops to the vehicles they are on.</summary>
/// <param name="Strength">Null takes the locks off.</param>
/// <param name="IsPlaceKept">See <see cref="StopLock.IsPlaceKept"/>.</param>
/// <param name="Window">See <see cref="StopLock.Window"/>.</param>
public sealed record LockStops(IReadOnlyList<OrderId> Stops, LockStrength? Strength, bool IsPlaceKept, TimeWindow? Window) : PlanEdit;
