using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>The route of a vehicle as it is in a version of the plan.</summary>
public sealed record AdoptedRoute(VehicleId Vehicle, int Version);
