using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>Keeps a stop with its vehicle, and if wanted in its place and to a time.</summary>
/// <param name="Order">An order of the stop; the lock is on whatever stop carries it.</param>
/// <param name="IsPlaceKept">The vehicle's day stays as it is from its beginning up to this stop.</param>
/// <param name="Window">Service starts within this time, inside the outlet's own windows; null: any of those.</param>
public sealed record StopLock(OrderId Order, LockStrength Strength, VehicleId Vehicle, bool IsPlaceKept, TimeWindow? Window);
