using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>Brings the overrides of a plan up to the orders as they are now.</summary>
internal static class OrderIntake
{
    /// <param name="done">Orders of stops that are made.</param>
    /// <returns>The overrides without orders that are gone, and with those new ones apart that must not change a stop that a person has seen.</returns>
    public static DayOverrides Of(DeliveryPlanRequest request, DeliveryPlan plan, IReadOnlySet<OrderId> done)
    {
        var overrides = plan.Overrides;
        var due = request.Orders.Where(order => order.DueOn <= request.Date).ToDictionary(order => order.Id);
        bool IsKnown(OrderId order) => due.ContainsKey(order) || done.Contains(order);
        bool IsOpen(OrderId order) => due.ContainsKey(order) && !done.Contains(order);
        var planned = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders).ToHashSet();
        var held = overrides.Held.Select(order => order.Order).ToHashSet();
        var seen = planned.Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).ToHashSet();
        var apart = overrides.Apart.ToHashSet();
        var kept = due.Values.Where(order => IsOpen(order.Id) && !apart.Contains(order.Id) && (planned.Contains(order.Id) || held.Contains(order.Id))).Select(order => order.Terminal).ToHashSet();
        OrderId[] added =
        [
            .. due.Values.Where(order => IsOpen(order.Id) && !seen.Contains(order.Id) && !apart.Contains(order.Id) && kept.Contains(order.Terminal))
                .Select(order => order.Id).OrderBy(order => order.Value, StringComparer.Ordinal),
        ];
        var isUpToDate = added.Length == 0 && overrides.Apart.All(IsKnown) && overrides.Lateness.All(allowance => IsKnown(allowance.Order))
            && overrides.Stops.All(stop => IsOpen(stop.Order)) && overrides.Held.All(order => IsOpen(order.Order));
        return isUpToDate ? overrides : overrides with
        {
            Apart = [.. overrides.Apart.Where(IsKnown), .. added],
            Lateness = [.. overrides.Lateness.Where(allowance => IsKnown(allowance.Order))],
            Stops = [.. overrides.Stops.Where(stop => IsOpen(stop.Order))],
            Held = [.. overrides.Held.Where(order => IsOpen(order.Order))],
        };
    }
}
