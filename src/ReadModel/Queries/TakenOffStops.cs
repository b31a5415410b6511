using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.ReadModel.Queries;

/// <summary>Which stops of a vehicle's order a newer plan took off it.</summary>
internal static class TakenOffStops
{
    /// <param name="versions">Of the vehicle's order, the oldest first.</param>
    /// <param name="published">The plan that is out now.</param>
    /// <returns>By trip and place as the last order that has the stop has it.</returns>
    public static IReadOnlyList<TakenOff> Of(IReadOnlyList<DispatchOrder> versions, DeliveryPlan published)
    {
        var remaining = published.Routes.Where(route => route.Vehicle == versions[0].Vehicle)
            .SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => stop.Terminal).ToHashSet();
        var gone = new Dictionary<TerminalId, TakenOff>();
        for (var i = 0; i < versions.Count; i++)
        {
            // A vehicle that has no more business while it is out keeps its order; then it is the plan itself that took the stop off.
            var next = i + 1 < versions.Count ? versions[i + 1].PlanVersion : published.Version;
            foreach (var (trip, stops) in versions[i].Route.Trips.Select(trip => trip.Stops).Index())
            {
                foreach (var (place, stop) in stops.Index())
                {
                    if (!remaining.Contains(stop.Terminal))
                        gone[stop.Terminal] = new TakenOff(trip, place + 1, stop, next);
                }
            }
        }

        return [.. gone.Values.OrderBy(stop => stop.Trip).ThenBy(stop => stop.Sequence).ThenBy(stop => stop.Stop.Terminal.Value, StringComparer.Ordinal)];
    }
}

/// <summary>A stop as the last order had it, and the version of the plan that took it off.</summary>
internal sealed record TakenOff(int Trip, int Sequence, DeliveryStop Stop, int PlanVersion);
