using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Takes stops off the day into the tray, where they stay until a person moves them back.</summary>
public sealed record HoldStops(IReadOnlyList<OrderId> Stops, HoldReason Reason, string? Note) : PlanEdit;
