using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>The cheapest place for stops on one vehicle, and what the plan would be more or less with it.</summary>
/// <param name="Binding">The first rule, in order of how hard it is to give way, that would be broken; null: none.</param>
public sealed record StopOption(VehicleId Vehicle, StopPlace Place, PlanChange Change, PlanBreach? Binding);
