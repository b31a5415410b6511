using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Optimizer.Deliveries;

/// <summary>Judges a finished delivery plan from the plan, the request and how far the day has come, with none of the planner's own sums.</summary>
/// <remarks>
/// A plan is sound when it names every order that is due once, its times, loads, distances and costs follow from its stops and departures, and the rules that it says it breaks are exactly those that it breaks, with their
/// amounts and prices. What it leaves free is the order of stops and when vehicles leave.
/// </remarks>
public static class DeliveryPlanAudit
{
    /// <exception cref="InvalidOperationException">The plan is not sound; the message says all that is wrong.</exception>
    public static void Verify(DeliveryPlan plan, DeliveryPlanRequest request, DayProgress? progress = null)
    {
        var faults = Breaches(plan, request, progress);
        if (faults.Count > 0)
            throw new InvalidOperationException($"The delivery plan {plan.Id} breaks its rules: {string.Join("; ", faults)}");
    }

    /// <summary>All that is wrong with the plan, empty for a sound one. A rule that is broken and named by the plan is not wrong.</summary>
    public static IReadOnlyList<string> Breaches(DeliveryPlan plan, DeliveryPlanRequest request, DayProgress? progress = null)
    {
        var day = new AuditedDay(request, plan.Overrides, progress ?? DayProgress.NotBegun);
        var faults = new List<string>();
        CheckOrders(plan, day, faults);
        CheckStops(plan, day, faults);
        var found = Found(plan, day, faults);
        foreach (var twice in plan.Routes.GroupBy(route => route.Vehicle).Where(group => group.Count() > 1))
            faults.Add($"vehicle {twice.Key} has {twice.Count()} routes");
        foreach (var vehicle in day.Departed.Where(vehicle => plan.Routes.All(route => route.Vehicle != vehicle)))
            faults.Add($"vehicle {vehicle} has left and has no route");
        Compare(plan, found, faults);
        if (plan.Distance.Meters != plan.Routes.Sum(route => route.Distance.Meters))
            faults.Add($"the plan says {plan.Distance}, not the sum of its routes");
        if (plan.Cost.MinorUnits != plan.Routes.Sum(route => route.Cost.MinorUnits))
            faults.Add($"the plan costs {plan.Cost.MinorUnits}, not the sum of its routes");
        return faults;
    }

    /// <summary>Every rule that the plan breaks, whatever it says itself.</summary>
    public static IReadOnlyList<PlanBreach> Broken(DeliveryPlan plan, DeliveryPlanRequest request, DayProgress? progress = null) =>
        Found(plan, new AuditedDay(request, plan.Overrides, progress ?? DayProgress.NotBegun), []);

    private static List<PlanBreach> Found(DeliveryPlan plan, AuditedDay day, List<string> faults)
    {
        var found = new List<PlanBreach>();
        foreach (var route in plan.Routes)
        {
            if (day.Vehicle(route.Vehicle) is { } vehicle)
                new RouteAudit(day, vehicle, route, faults, found).Run();
            else
                faults.Add($"vehicle {route.Vehicle} is unknown");
        }

        return found;
    }

    private static void CheckOrders(DeliveryPlan plan, AuditedDay day, List<string> faults)
    {
        var named = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders)
            .Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).ToArray();
        foreach (var twice in named.GroupBy(order => order).Where(group => group.Count() > 1))
            faults.Add($"order {twice.Key} is named {twice.Count()} times");
        foreach (var missing in day.Due.Except(named))
            faults.Add($"order {missing} is neither served nor reported");
        // A stop that was made keeps what it carried.
        var past = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Where(stop => stop.Orders.Any(day.IsDone)).SelectMany(stop => stop.Orders);
        foreach (var extra in named.Except(day.Due).Except(past))
            faults.Add($"order {extra} is not due");
    }

    /// <summary>Orders of an outlet are one stop, those kept apart stops of their own, and what is held is on no route.</summary>
    private static void CheckStops(DeliveryPlan plan, AuditedDay day, List<string> faults)
    {
        var onRoutes = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => (stop.Terminal, stop.Orders)).ToArray();
        var open = onRoutes.Concat(plan.Unserved.Select(unserved => (unserved.Terminal, unserved.Orders))).Where(stop => !stop.Orders.Any(day.IsDone)).ToArray();
        foreach (var (terminal, orders) in open)
        {
            if (orders.Count == 0)
                faults.Add($"a stop at {terminal} carries nothing");
            if (orders.Any(order => day.Order(order) is { } file && file.Terminal != terminal))
                faults.Add($"at {terminal}: an order of another terminal");
            if (orders.Count > 1 && orders.Any(day.IsApart))
                faults.Add($"at {terminal}: an order that is kept apart is not alone");
            if (!orders.SequenceEqual(orders.OrderBy(order => order.Value, StringComparer.Ordinal)))
                faults.Add($"at {terminal}: the orders are not in order");
        }

        foreach (var split in open.Where(stop => !stop.Orders.Any(day.IsApart)).GroupBy(stop => stop.Terminal).Where(group => group.Count() > 1))
            faults.Add($"terminal {split.Key} has {split.Count()} stops of orders that are not kept apart");
        foreach (var order in onRoutes.SelectMany(stop => stop.Orders).Where(day.IsHeld))
            faults.Add($"order {order} is held and on a route");
    }

    private static void Compare(DeliveryPlan plan, List<PlanBreach> found, List<string> faults)
    {
        var named = plan.Breaches.ToList();
        foreach (var breach in found)
        {
            if (!named.Remove(breach))
                faults.Add($"{Text(breach)}, which the plan does not name");
        }

        foreach (var breach in named)
            faults.Add($"the plan names what it does not break: {Text(breach)}");
    }

    private static string Text(PlanBreach breach)
    {
        var where = breach.Order is { } order ? $"vehicle {breach.Vehicle} at the stop of order {order}" : $"vehicle {breach.Vehicle}";
        var what = breach.Rule switch
        {
            BreachRule.Window => $"serves {breach.Amount} s after its window",
            BreachRule.Shift => $"returns {breach.Amount} s after its shift's end",
            BreachRule.DepotHours => $"leaves the depot {breach.Amount} s after its hours",
            BreachRule.Cases => $"carries {breach.Amount} cases more than it holds",
            BreachRule.Mass => $"carries {breach.Amount} g more than it holds",
            BreachRule.Volume => $"carries {breach.Amount} ml more than it holds",
            BreachRule.Trips => $"makes {breach.Amount} trips too many",
            BreachRule.VehicleLimit => "is too heavy for the door",
            BreachRule.Closed => "comes to a closed outlet",
            BreachRule.NoRoad => "finds no road",
            _ => "is not in service",
        };
        return $"{where} {what} (allowed: {breach.IsAllowed}, {breach.Price.MinorUnits})";
    }
}
