using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>Who goes with a vehicle on the day, where it is not who its file says.</summary>
/// <param name="Rep">The rep who rides along (随车业务员).</param>
public sealed record Crew(VehicleId Vehicle, string? DriverName, UserId? Driver, RepId? Rep);
