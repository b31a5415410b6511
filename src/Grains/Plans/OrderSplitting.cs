using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Terminals;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>What splitting an order does to a working plan: the rest stays where the order was, and what is split off waits in the tray as a stop of its own.</summary>
internal static class OrderSplitting
{
    /// <summary>The change to the plan that goes with a split.</summary>
    public static IReadOnlyList<PlanEdit> EditsOf(OrderId newOrder) => [new TakeInOrders(), new KeepApart(newOrder, IsApart: true)];

    /// <summary>Why an order cannot be split, whatever is taken off it; null when it can.</summary>
    public static Refusal? Check(KeptDay day, DeliveryPlan working, OrderId split)
    {
        if (day.Request.Orders.All(order => order.Id != split))
            return Refusal.Of("order.not-open", ("order", split.Value ?? ""));
        var onBoard = day.Progress.Routes.FirstOrDefault(route =>
            PlanAdoption.TripsOf(working, route.Vehicle).Take(route.Departures.Count).Any(trip => trip.Contains(split)));
        return onBoard is null ? FindLock(working, split) : Refusal.Of("split.departed", ("order", split.Value), ("vehicle", onBoard.Vehicle.Value));
    }

    /// <summary>The split as if it were made already, by the same evaluation as any other edit.</summary>
    /// <param name="newOrder">What the part that is split off would be called.</param>
    public static EditPreview Preview(KeptDay day, DeliveryPlan working, OrderId split, OrderId newOrder, IReadOnlyList<OrderLine> lines)
    {
        if (Check(day, working, split) is { } refusal)
            return new EditPreview(refusal.ToResult(), null, []);
        var whole = day.Request.Orders.First(order => order.Id == split);
        if (SplitDecisions.Check(whole, lines) is { } impossible)
            return new EditPreview(impossible.ToResult(), null, []);
        if (string.IsNullOrEmpty(newOrder.Value))
            return new EditPreview(Refusal.Of("order.id-missing").ToResult(), null, []);
        if (day.Request.Orders.Any(order => order.Id == newOrder))
            return new EditPreview(Refusal.Of("order.exists", ("order", newOrder.Value)).ToResult(), null, []);
        var taken = lines.ToDictionary(line => line.Product, line => line.Cases);
        OrderLine[] rest = [.. whole.Lines.Select(line => line with { Cases = line.Cases - taken.GetValueOrDefault(line.Product) }).Where(line => line.Cases.Count > 0)];
        var orders = day.Request.Orders.Select(order => order.Id == split ? order with { Lines = rest } : order).Append(whole with { Id = newOrder, Lines = lines });
        var after = new DispatchDay(day.Request with { Orders = [.. orders] }, day.Progress);
        return PlanEdits.Preview(day.Day, after, working, EditsOf(newOrder));
    }

    /// <summary>Whether nobody may change the stop that the order is on: a split would change what it brings.</summary>
    private static Refusal? FindLock(DeliveryPlan working, OrderId split)
    {
        foreach (var route in working.Routes)
        {
            if (route.Trips.SelectMany(trip => trip.Stops).FirstOrDefault(stop => stop.Orders.Contains(split)) is not { } stop)
                continue;
            var locks = working.Overrides;
            if (locks.Day == LockStrength.Everyone)
                return Refusal.Of("edit.locked", ("lock", "day"), ("vehicle", route.Vehicle.Value));
            if (locks.Vehicles.Any(held => held.Vehicle == route.Vehicle && held.Strength == LockStrength.Everyone))
                return Refusal.Of("edit.locked", ("lock", "vehicle"), ("vehicle", route.Vehicle.Value));
            if (locks.Stops.FirstOrDefault(held => held.Strength == LockStrength.Everyone && stop.Orders.Contains(held.Order)) is { } kept)
                return Refusal.Of("edit.locked", ("lock", "stop"), ("order", kept.Order.Value), ("vehicle", route.Vehicle.Value));
        }

        return null;
    }
}
