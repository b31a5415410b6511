using System.Globalization;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;

namespace Territory.Optimizer.Dispatch;

/// <summary>Edits of stops: onto a vehicle, into the tray, apart and together.</summary>
internal static class StopEdits
{
    public static EditRefusal? Move(PlanDraft draft, MoveStops move)
    {
        if (draft.Model.VehicleOf(move.Vehicle) is null)
            return EditRefusal.Of("edit.vehicle-unknown", ("vehicle", move.Vehicle.Value));
        if (Resolve(draft, move.Stops, out var stops) is { } unknown)
            return unknown;
        var departed = draft.DepartedTrips(move.Vehicle);
        var onBoard = stops.Where(draft.IsOnBoard).ToArray();
        foreach (var stop in onBoard)
        {
            var (vehicle, trip, _) = draft.PlaceOf(stop)!.Value;
            if (vehicle != move.Vehicle || (move.Place is { } target && target.Trip != trip))
                return EditRefusal.Of("edit.on-board", ("order", stop.Value), ("vehicle", vehicle.Value));
        }

        if (move.Place is { Trip: >= 0 } place && place.Trip < departed && stops.Except(onBoard).Select(stop => (OrderId?)stop).FirstOrDefault() is { } ashore)
            return EditRefusal.Of("edit.departed", ("order", ashore.Value), ("vehicle", move.Vehicle.Value), ("trip", Text(place.Trip)));
        if (move.Place is { } wanted && PlaceRefusal(draft, move.Vehicle, wanted, stops) is { } refusal)
            return refusal;

        // Who had left the depot with a stop on board still has it on the trip.
        var boardedOn = onBoard.ToDictionary(stop => stop, stop => draft.PlaceOf(stop)!.Value.Trip);
        foreach (var stop in stops)
            draft.TakeOut(stop);
        if (move.Place is { } at)
        {
            Put(draft, move.Vehicle, at, stops);
        }
        else
        {
            foreach (var stop in stops)
            {
                var best = StopPlaces.Best(draft, move.Vehicle, [stop], boardedOn.TryGetValue(stop, out var trip) ? trip : null);
                Put(draft, move.Vehicle, best.Place, [stop]);
            }
        }

        Settle(draft, move.Vehicle, stops);
        return null;
    }

    public static EditRefusal? Hold(PlanDraft draft, HoldStops hold)
    {
        if (Resolve(draft, hold.Stops, out var stops) is { } unknown)
            return unknown;
        foreach (var stop in stops)
            draft.TakeOut(stop);
        var orders = OrdersOf(draft, stops);
        draft.Overrides = draft.Overrides with
        {
            Held = [.. draft.Overrides.Held.Where(held => !orders.Contains(held.Order)), .. orders.Select(order => new HeldOrder(order, hold.Reason, hold.Note))],
            Stops = [.. draft.Overrides.Stops.Where(held => held.Strength == LockStrength.Everyone || !orders.Contains(held.Order))],
        };
        return null;
    }

    public static EditRefusal? Part(PlanDraft draft, KeepApart apart)
    {
        if (Resolve(draft, [apart.Order], out _) is { } unknown)
            return unknown;
        if (apart.IsApart == draft.Overrides.Apart.Contains(apart.Order))
            return null;
        var model = draft.Model;
        if (!apart.IsApart)
        {
            OrderId[] others = [.. OthersOf(draft, apart.Order)];
            if (others.Append(apart.Order).FirstOrDefault(draft.IsOnBoard) is { Value: not null } boarded && others.Length > 0)
                return EditRefusal.Of("edit.on-board", ("order", boarded.Value), ("vehicle", draft.PlaceOf(boarded)!.Value.Vehicle.Value));
            // The order goes to the others, unless these are in the tray.
            if (others.Any(other => draft.PlaceOf(other) is not null))
                draft.TakeOut(apart.Order);
        }

        var without = draft.Overrides.Apart.Where(order => order != apart.Order);
        draft.Overrides = draft.Overrides with { Apart = apart.IsApart ? [.. without, apart.Order] : [.. without] };
        draft.Rename(stop => model.Drops[model.DropOf(stop)!.Value].Orders);
        var joined = draft.StopOf(apart.Order)!.Value;
        if (draft.PlaceOf(joined) is { } place)
            Settle(draft, place.Vehicle, [joined]);
        return null;
    }

    /// <summary>Puts stops that are on no route on one, in order.</summary>
    /// <param name="place">Of a trip that has left counted with the stops made on it.</param>
    internal static void Put(PlanDraft draft, VehicleId vehicle, StopPlace place, IReadOnlyList<OrderId> stops)
    {
        var trips = draft.TripsOf(vehicle);
        if (place.Trip == trips.Count)
            trips.Add([]);
        trips[place.Trip].InsertRange(place.Index - draft.DoneOn(vehicle, place.Trip), stops);
    }

    /// <summary>The stops that orders name, each once.</summary>
    internal static EditRefusal? Resolve(PlanDraft draft, IReadOnlyList<OrderId> orders, out IReadOnlyList<OrderId> stops)
    {
        stops = [];
        if (orders.Count == 0)
            return EditRefusal.Of("edit.no-stops");
        var found = new List<OrderId>();
        foreach (var order in orders)
        {
            if (draft.Departed.Orders.Contains(order))
                return EditRefusal.Of("edit.done", ("order", order.Value));
            if (draft.StopOf(order) is not { } stop)
                return EditRefusal.Of("edit.stop-unknown", ("order", order.Value));
            if (!found.Contains(stop))
                found.Add(stop);
        }

        stops = found;
        return null;
    }

    internal static HashSet<OrderId> OrdersOf(PlanDraft draft, IReadOnlyList<OrderId> stops)
    {
        var model = draft.Model;
        return [.. stops.SelectMany(stop => model.Drops[model.DropOf(stop)!.Value].Orders)];
    }

    private static EditRefusal? PlaceRefusal(PlanDraft draft, VehicleId vehicle, StopPlace place, IReadOnlyList<OrderId> moved)
    {
        var trips = draft.TripsOf(vehicle);
        if (place.Trip >= 0 && place.Trip <= trips.Count)
        {
            var (first, left) = (draft.DoneOn(vehicle, place.Trip), place.Trip == trips.Count ? 0 : trips[place.Trip].Count(stop => !moved.Contains(stop)));
            if (place.Index >= first && place.Index <= first + left)
                return null;
        }

        return EditRefusal.Of("edit.place", ("vehicle", vehicle.Value), ("trip", Text(place.Trip)), ("index", Text(place.Index)));
    }

    /// <summary>The stop that an order kept apart would join, where there is one.</summary>
    private static IEnumerable<OrderId> OthersOf(PlanDraft draft, OrderId order)
    {
        var model = draft.Model;
        var terminal = model.Drops[model.DropOf(order)!.Value].Terminal.Id;
        return model.Drops.Where(drop => drop.Terminal.Id == terminal && !draft.Overrides.Apart.Contains(drop.First)).Select(drop => drop.First);
    }

    /// <summary>Stops that a person has put on a vehicle are held no more, and locks against the optimiser move with them.</summary>
    private static void Settle(PlanDraft draft, VehicleId vehicle, IReadOnlyList<OrderId> stops)
    {
        var orders = OrdersOf(draft, stops);
        var overrides = draft.Overrides;
        if (!overrides.Held.Any(held => orders.Contains(held.Order)) && !overrides.Stops.Any(held => orders.Contains(held.Order) && held.Vehicle != vehicle))
            return;
        draft.Overrides = overrides with
        {
            Held = [.. overrides.Held.Where(held => !orders.Contains(held.Order))],
            Stops = [.. overrides.Stops.Select(held => held.Strength == LockStrength.Optimizer && orders.Contains(held.Order) ? held with { Vehicle = vehicle } : held)],
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
