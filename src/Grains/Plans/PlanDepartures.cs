using Territory.Grains.Actors;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Grains.Plans;

/// <summary>Compares a plan with what is out on vehicles: a version made before a departure may have given their goods to others.</summary>
internal static class PlanDepartures
{
    private const string OnVehicles = """
        SELECT t.vehicle, t.trip, o.order_id FROM trips t
        JOIN vehicles v ON v.id = t.vehicle
        JOIN trip_orders o ON o.vehicle = t.vehicle AND o.day = t.day AND o.trip = t.trip
        WHERE v.distributor = ?1 AND t.day = ?2 AND t.returned_at IS NULL ORDER BY t.vehicle, t.trip, o.line
        """;

    private const string IsOpen = "SELECT 1 FROM orders WHERE id = ?1 AND status = 'open'";

    /// <summary>The refusal of a plan that would load a second time what is on a vehicle that is out, or that has on a trip which is out what was not loaded; null when it does neither.</summary>
    public static Refusal? CheckLoads(IQueryConnection connection, DeliveryPlan plan)
    {
        var places = new Dictionary<OrderId, (VehicleId Vehicle, int Trip)>();
        foreach (var route in plan.Routes)
        {
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                foreach (var order in route.Trips[trip].Stops.SelectMany(stop => stop.Orders))
                    places[order] = (route.Vehicle, trip);
            }
        }

        var loaded = new Dictionary<(VehicleId Vehicle, int Trip), HashSet<OrderId>>();
        using var rows = connection.Query(OnVehicles, plan.Distributor.Value, plan.Date.DayNumber);
        while (rows.Read())
        {
            var (vehicle, trip, order) = (new VehicleId(rows.GetString(0)), rows.GetInt32(1), new OrderId(rows.GetString(2)));
            if (places.TryGetValue(order, out var place) && (place.Vehicle != vehicle || place.Trip > trip))
                return Refusal.Of("plan.departed", ("order", order.Value), ("vehicle", vehicle.Value), ("other", place.Vehicle.Value));
            if (!loaded.TryGetValue((vehicle, trip), out var load))
                loaded[(vehicle, trip)] = load = [];
            load.Add(order);
        }

        foreach (var (order, place) in places)
        {
            if (loaded.TryGetValue(place, out var load) && !load.Contains(order) && connection.Integer(IsOpen, order.Value) is not null)
                return Refusal.Of("plan.not-on-board", ("order", order.Value), ("vehicle", place.Vehicle.Value));
        }

        return null;
    }
}
