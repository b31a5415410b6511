using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>Edits of vehicles: who drives which day, with whom, and what is left of a day when a vehicle breaks down.</summary>
internal static class VehicleEdits
{
    public static EditRefusal? Exchange(PlanDraft draft, ExchangeVehicles edit)
    {
        if (Unknown(draft, edit.Vehicle) is { } unknown)
            return unknown;
        if (edit.With == edit.Vehicle)
            return EditRefusal.Of("edit.same-vehicle", ("vehicle", edit.Vehicle.Value));
        if (Unknown(draft, edit.With) is { } other)
            return other;
        foreach (var vehicle in (VehicleId[])[edit.Vehicle, edit.With])
        {
            if (draft.DepartedTrips(vehicle) > 0)
                return EditRefusal.Of("edit.departed", ("vehicle", vehicle.Value));
        }

        draft.Exchange(edit.Vehicle, edit.With);
        VehicleId Other(VehicleId vehicle) => vehicle == edit.Vehicle ? edit.With : vehicle == edit.With ? edit.Vehicle : vehicle;
        draft.Overrides = draft.Overrides with
        {
            Stops = [.. draft.Overrides.Stops.Select(held => held with { Vehicle = Other(held.Vehicle) })],
            Vehicles = [.. draft.Overrides.Vehicles.Select(held => held with { Vehicle = Other(held.Vehicle) })],
        };
        return null;
    }

    public static EditRefusal? Change(PlanDraft draft, ChangeCrew edit)
    {
        var crew = edit.Crew;
        if (Unknown(draft, crew.Vehicle) is { } unknown)
            return unknown;
        var others = draft.Overrides.Crews.Where(other => other.Vehicle != crew.Vehicle);
        var isNobody = string.IsNullOrWhiteSpace(crew.DriverName) && crew.Driver is null && crew.Rep is null;
        draft.Overrides = draft.Overrides with { Crews = isNobody ? [.. others] : [.. others, crew] };
        return null;
    }

    public static EditRefusal? BreakDown(PlanDraft draft, BreakDown edit)
    {
        if (Unknown(draft, edit.Vehicle) is { } unknown)
            return unknown;
        var trips = draft.TripsOf(edit.Vehicle);
        var orders = StopEdits.OrdersOf(draft, [.. trips.SelectMany(trip => trip)]);
        foreach (var trip in trips)
            trip.Clear();
        draft.Overrides = draft.Overrides with
        {
            Outages = [.. draft.Overrides.Outages.Where(outage => outage.Vehicle != edit.Vehicle), new VehicleOutage(edit.Vehicle, edit.From, edit.Note)],
            Stops = [.. draft.Overrides.Stops.Where(held => held.Strength == LockStrength.Everyone || !orders.Contains(held.Order))],
        };
        return null;
    }

    public static EditRefusal? Return(PlanDraft draft, ReturnToService edit)
    {
        if (Unknown(draft, edit.Vehicle) is { } unknown)
            return unknown;
        if (draft.Overrides.Outages.All(outage => outage.Vehicle != edit.Vehicle))
            return EditRefusal.Of("edit.in-service", ("vehicle", edit.Vehicle.Value));
        draft.Overrides = draft.Overrides with { Outages = [.. draft.Overrides.Outages.Where(outage => outage.Vehicle != edit.Vehicle)] };
        return null;
    }

    internal static EditRefusal? Unknown(PlanDraft draft, VehicleId vehicle) =>
        draft.Model.VehicleOf(vehicle) is null ? EditRefusal.Of("edit.vehicle-unknown", ("vehicle", vehicle.Value)) : null;
}
