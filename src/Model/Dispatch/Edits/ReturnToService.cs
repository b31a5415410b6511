using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>A vehicle that broke down is good again.</summary>
public sealed record ReturnToService(VehicleId Vehicle) : PlanEdit;
