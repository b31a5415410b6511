using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Plans;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>The line of working plans as undo and redo see it: each person takes back their own changes, and never what lies under someone else's.</summary>
/// <remarks>
/// A person's changes are a stack. An undo moves its top to the stack of what can be brought back, a redo moves it back, and a new change of the same
/// person empties the latter. What a person has on the stacks lies at the end of the line exactly when nobody else has made a version since, and then
/// the working plan is, in content, the change at the top.
/// </remarks>
internal static class PlanLine
{
    /// <summary>The version that an undo of a person is like, and the version it takes back.</summary>
    public static (PlanReversal? Reversal, Refusal? Refusal) FindUndo(DeliveryPlanState state, UserId person)
    {
        var line = LineOf(state);
        var (made, _) = StacksOf(line, state, person);
        if (!made.TryPeek(out var top))
            return (null, Refusal.Of("undo.nothing"));
        return ByOthersAfter(line, top.Since, person) is { } other
            ? (null, ChangedSince("undo.changed-since", other))
            : (new PlanReversal(top.Before, top.Version), null);
    }

    /// <summary>The version that a redo of a person brings back.</summary>
    public static (PlanReversal? Reversal, Refusal? Refusal) FindRedo(DeliveryPlanState state, UserId person)
    {
        var line = LineOf(state);
        var (_, undone) = StacksOf(line, state, person);
        if (!undone.TryPeek(out var top))
            return (null, Refusal.Of("redo.nothing"));
        return ByOthersAfter(line, top.Since, person) is { } other
            ? (null, ChangedSince("redo.changed-since", other))
            : (new PlanReversal(top.Version, top.Version), null);
    }

    /// <summary>The line begins anew after a version of it was discarded.</summary>
    private static List<PlanVersion> LineOf(DeliveryPlanState state)
    {
        var line = state.Versions.Where(version => !version.IsAside).ToList();
        return line[(line.FindLastIndex(version => version.Status == PlanStatus.Discarded) + 1)..];
    }

    private static (Stack<OwnChange> Made, Stack<OwnChange> Undone) StacksOf(List<PlanVersion> line, DeliveryPlanState state, UserId person)
    {
        var (made, undone) = (new Stack<OwnChange>(), new Stack<OwnChange>());
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Origin is not { } origin || origin.By != person)
                continue;
            switch (origin.Kind)
            {
                case PlanOriginKind.Undone when made.TryPop(out var takenBack):
                    undone.Push(takenBack with { Since = line[i].Version });
                    break;
                case PlanOriginKind.Redone when undone.TryPop(out var broughtBack):
                    made.Push(broughtBack with { Since = line[i].Version });
                    break;
                case PlanOriginKind.Undone or PlanOriginKind.Redone:
                    break;
                default:
                    undone.Clear();
                    if ((i > 0 ? line[i - 1].Version : origin.Base) is { } before && state.Versions.Any(version => version.Version == before))
                        made.Push(new OwnChange(line[i].Version, before, line[i].Version));
                    break;
            }
        }

        return (made, undone);
    }

    private static PlanVersion? ByOthersAfter(List<PlanVersion> line, int version, UserId person) =>
        line.LastOrDefault(later => later.Version > version && later.Origin?.By != person);

    private static Refusal ChangedSince(string code, PlanVersion other) => Refusal.Of(
        code, ("version", Text(other.Version)), ("by", other.Origin?.By.Value ?? ""), ("at", other.Origin is { } origin ? Text(origin.At) : ""));

    /// <param name="Version">The change as it was first made.</param>
    /// <param name="Before">The version that it changed.</param>
    /// <param name="Since">The version by which it was last made, taken back or brought back.</param>
    private readonly record struct OwnChange(int Version, int Before, int Since);
}

/// <summary>An undo or redo.</summary>
/// <param name="Like">The version whose content it makes the working plan.</param>
/// <param name="Reverted">The change that it takes or brings back.</param>
internal sealed record PlanReversal(int Like, int Reverted);
