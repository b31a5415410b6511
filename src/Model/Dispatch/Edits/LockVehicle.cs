using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Locks a vehicle's stops or its whole route.</summary>
/// <param name="Strength">Null takes the lock off.</param>
/// <param name="IsOrderKept">See <see cref="VehicleLock.IsOrderKept"/>.</param>
public sealed record LockVehicle(VehicleId Vehicle, LockStrength? Strength, bool IsOrderKept) : PlanEdit;
