using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>Edits of locks (锁定). They may always be put on and taken off.</summary>
internal static class LockEdits
{
    public static EditRefusal? Lock(PlanDraft draft, LockStops edit)
    {
        if (StopEdits.Resolve(draft, edit.Stops, out var stops) is { } unknown)
            return unknown;
        var locks = new List<StopLock>();
        foreach (var stop in edit.Strength is null ? [] : stops)
        {
            if (draft.PlaceOf(stop) is not { } place)
                return EditRefusal.Of("edit.not-on-route", ("order", stop.Value));
            if (edit.Window is { } window && !Meets(draft, stop, edit))
                return EditRefusal.Of("edit.window", ("order", stop.Value), ("window", window.ToString()));
            locks.Add(new StopLock(stop, edit.Strength!.Value, place.Vehicle, edit.IsPlaceKept, edit.Window));
        }

        var orders = StopEdits.OrdersOf(draft, stops);
        draft.Overrides = draft.Overrides with { Stops = [.. draft.Overrides.Stops.Where(held => !orders.Contains(held.Order)), .. locks] };
        return null;
    }

    public static EditRefusal? Lock(PlanDraft draft, LockVehicle edit)
    {
        if (draft.Model.VehicleOf(edit.Vehicle) is null)
            return EditRefusal.Of("edit.vehicle-unknown", ("vehicle", edit.Vehicle.Value));
        var others = draft.Overrides.Vehicles.Where(held => held.Vehicle != edit.Vehicle);
        draft.Overrides = draft.Overrides with { Vehicles = edit.Strength is { } strength ? [.. others, new VehicleLock(edit.Vehicle, strength, edit.IsOrderKept)] : [.. others] };
        return null;
    }

    public static EditRefusal? Lock(PlanDraft draft, LockDay edit)
    {
        draft.Overrides = draft.Overrides with { Day = edit.Strength };
        return null;
    }

    /// <summary>Whether the time of a lock leaves any of the outlet's own windows.</summary>
    private static bool Meets(PlanDraft draft, OrderId stop, LockStops edit)
    {
        var drop = draft.Model.Drops[draft.Model.DropOf(stop)!.Value];
        var windows = Deliveries.Drop.WindowsOf(drop.Terminal, draft.Request.Date);
        return edit.Window is { IsEmpty: false } window && windows.Any(own => !own.Intersect(window).IsEmpty);
    }
}
