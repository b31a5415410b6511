using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Puts stops, of routes or of the tray, on a vehicle's day, one after the other in the order named.</summary>
/// <param name="Place">Where; null: each where it costs least.</param>
public sealed record MoveStops(IReadOnlyList<OrderId> Stops, VehicleId Vehicle, StopPlace? Place) : PlanEdit;
