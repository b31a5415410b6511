using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Gives the day of one vehicle to another, in the same order, and the other's day, where it has one, to the first (换车).</summary>
public sealed record ExchangeVehicles(VehicleId Vehicle, VehicleId With) : PlanEdit;
