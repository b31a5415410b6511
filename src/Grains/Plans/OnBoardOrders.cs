using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.Grains.Plans;

/// <summary>The orders whose goods are on the vehicles of a distributor's day, as the vehicles said when they left, and not as any plan has it.</summary>
internal static class OnBoardOrders
{
    private const string Loads = """
        SELECT t.vehicle, t.trip, t.returned_at, o.order_id FROM trips t
        JOIN vehicles v ON v.id = t.vehicle
        LEFT JOIN trip_orders o ON o.vehicle = t.vehicle AND o.day = t.day AND o.trip = t.trip
        WHERE v.distributor = ?1 AND t.day = ?2 ORDER BY t.vehicle, t.trip, o.line
        """;

    /// <summary>The loads of each vehicle that has left, by trips in the order in which they left. What came back is at the depot again, so that such a trip has none.</summary>
    public static IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> Read(IQueryConnection connection, DistributorId distributor, DateOnly date)
    {
        var loads = new Dictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>>();
        using var rows = connection.Query(Loads, distributor.Value, date.DayNumber);
        (VehicleId Vehicle, int Trip)? last = null;
        List<IReadOnlyList<OrderId>> trips = [];
        List<OrderId> load = [];
        while (rows.Read())
        {
            var (vehicle, trip) = (new VehicleId(rows.GetString(0)), rows.GetInt32(1));
            if (last?.Vehicle != vehicle)
                loads[vehicle] = trips = [];
            if (last != (vehicle, trip))
                trips.Add(load = []);
            last = (vehicle, trip);
            if (rows.IsNull(2) && !rows.IsNull(3))
                load.Add(new OrderId(rows.GetString(3)));
        }

        return loads;
    }
}
