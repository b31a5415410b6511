using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>Who made a version of a plan, when and from what; with the provenance of the plan it says how to make it again.</summary>
/// <param name="Base">The version it was made from; null: from none.</param>
/// <param name="Edits">What a person did, in order.</param>
/// <param name="Reverted">The version that an undo took back, or a redo brought again.</param>
public sealed record PlanOrigin(
    PlanOriginKind Kind,
    int? Base,
    UserId By,
    DateTimeOffset At,
    IReadOnlyList<PlanEdit>? Edits = null,
    RunOptions? Run = null,
    IReadOnlyList<AdoptedRoute>? Adopted = null,
    int? Reverted = null);
