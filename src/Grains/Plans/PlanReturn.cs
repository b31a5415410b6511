using Territory.Grains.Actors;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Grains.Plans;

/// <summary>Makes an earlier version the working plan again, on the orders and at the time of the day as it is now.</summary>
internal static class PlanReturn
{
    /// <summary>The plan, or why there is no way back: a vehicle has left with other goods since.</summary>
    public static (DeliveryPlan? Plan, Refusal? Refusal) To(DispatchDay day, DeliveryPlan working, DeliveryPlan earlier)
    {
        foreach (var route in day.Progress.Routes)
        {
            var gone = route.Departures.Count;
            var left = PlanAdoption.TripsOf(working, route.Vehicle).Take(gone).SelectMany(trip => trip);
            if (!PlanAdoption.TripsOf(earlier, route.Vehicle).Take(gone).SelectMany(trip => trip).ToHashSet().SetEquals(left))
                return (null, Refusal.Of("undo.departed", ("vehicle", route.Vehicle.Value)));
        }

        return (day.Evaluate(earlier), null);
    }
}
