using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>Keeps what a vehicle serves.</summary>
/// <param name="IsOrderKept">Its whole day stays as it is (锁定线路); otherwise it keeps its stops, takes no others, and their order may change (锁定车辆).</param>
public sealed record VehicleLock(VehicleId Vehicle, LockStrength Strength, bool IsOrderKept);
