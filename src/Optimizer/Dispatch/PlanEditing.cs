using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch;

/// <summary>Changes a day's plan as a person wants it (人工调整): whatever rule that breaks, but nothing that is locked against everyone and nothing that has left.</summary>
public static class PlanEditing
{
    /// <summary>Applies edits one after the other; the first that is refused refuses all.</summary>
    /// <returns>The plan with exact times, costs and breaches, or why not.</returns>
    public static (DeliveryPlan? Plan, EditRefusal? Refusal) Apply(DispatchDay day, DeliveryPlan plan, IReadOnlyList<PlanEdit> edits)
    {
        var draft = new PlanDraft(day, plan);
        foreach (var edit in edits)
        {
            var locks = LockedState.Of(draft);
            if ((Apply(draft, edit) ?? locks?.FirstBroken(draft)) is { } refusal)
                return (null, refusal);
        }

        return (draft.ToPlan(), null);
    }

    private static EditRefusal? Apply(PlanDraft draft, PlanEdit edit) => edit switch
    {
        MoveStops move => StopEdits.Move(draft, move),
        HoldStops hold => StopEdits.Hold(draft, hold),
        KeepApart apart => StopEdits.Part(draft, apart),
        LockStops stops => LockEdits.Lock(draft, stops),
        LockVehicle vehicle => LockEdits.Lock(draft, vehicle),
        LockDay whole => LockEdits.Lock(draft, whole),
        ExchangeVehicles exchange => VehicleEdits.Exchange(draft, exchange),
        ChangeCrew crew => VehicleEdits.Change(draft, crew),
        BreakDown breakDown => VehicleEdits.BreakDown(draft, breakDown),
        ReturnToService back => VehicleEdits.Return(draft, back),
        AllowOvertime overtime => AllowanceEdits.Allow(draft, overtime),
        AllowLateness lateness => AllowanceEdits.Allow(draft, lateness),
        AllowOverload overload => AllowanceEdits.Allow(draft, overload),
        // Every draft begins with the orders as they are.
        TakeInOrders => null,
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "No such edit is known."),
    };
}
