using Territory.Model.Ids;

namespace Territory.Model.Dispatch.Edits;

/// <summary>Makes an order a stop of its own, or joins it to the others of its outlet again.</summary>
public sealed record KeepApart(OrderId Order, bool IsApart) : PlanEdit;
