using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>A vehicle can do no more: what it has not done goes to the tray, not held, so that the next planning spreads it again.</summary>
public sealed record BreakDown(VehicleId Vehicle, TimeOfDay From, string? Note) : PlanEdit;
