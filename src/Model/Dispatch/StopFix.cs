using Territory.Model.Dispatch.Edits;

namespace Territory.Model.Dispatch;

/// <summary>The edits that together serve a stop at the least price with every broken rule allowed, and what the plan would be more with them.</summary>
public sealed record StopFix(IReadOnlyList<PlanEdit> Edits, PlanChange Change);
