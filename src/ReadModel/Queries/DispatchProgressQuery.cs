using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Regions;

namespace Territory.ReadModel.Queries;

/// <summary>How far a distributor's day has come, as planning wants it: what has left, come back and been dealt with.</summary>
public sealed class DispatchProgressQuery(IJournal journal)
{
    public async Task<DayProgress> FindAsync(Region region, DistributorId distributor, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Read(snapshot, region, distributor, date, now);
    }

    public static DayProgress Read(IQueryConnection connection, Region region, DistributorId distributor, DateOnly date, DateTimeOffset now)
    {
        var midnight = region.ToInstant(date, TimeOfDay.Midnight).ToUnixTimeMilliseconds();
        TimeOfDay At(long milliseconds) => new((int)((milliseconds - midnight) / 1000));

        var done = Stops(connection, region.Id, distributor, date, At);
        var routes = new List<RouteProgress>();
        using var rows = connection.Query(
            """
            SELECT t.vehicle, t.departed_at, t.returned_at FROM trips t JOIN vehicles v ON v.id = t.vehicle
            WHERE t.region = ?3 AND t.day = ?2 AND v.distributor = ?1 ORDER BY t.vehicle, t.trip
            """,
            distributor.Value, date.DayNumber, region.Id.Value);
        List<TimeOfDay> departures = [], returns = [];
        while (rows.Read())
        {
            var vehicle = new VehicleId(rows.GetString(0));
            if (routes.Count == 0 || routes[^1].Vehicle != vehicle)
            {
                (departures, returns) = ([], []);
                routes.Add(new RouteProgress(vehicle, departures, returns, [.. done[vehicle]]));
            }

            departures.Add(At(rows.GetInt64(1)));
            if (!rows.IsNull(2))
                returns.Add(At(rows.GetInt64(2)));
        }

        return new DayProgress(TimeAt(region, date, now), routes);
    }

    /// <summary>The time of a day at a moment: null before the day; after it, its end.</summary>
    public static TimeOfDay? TimeAt(Region region, DateOnly date, DateTimeOffset now)
    {
        var (today, time) = region.ToLocal(now);
        return today < date ? null : today > date ? TimeOfDay.EndOfDay : time;
    }

    private static ILookup<VehicleId, StopActual> Stops(
        IQueryConnection connection, RegionId region, DistributorId distributor, DateOnly date, Func<long, TimeOfDay> at)
    {
        var stops = new List<(VehicleId Vehicle, StopActual Stop)>();
        var last = 0L;
        using var rows = connection.Query(
            """
            SELECT d.position, d.vehicle, d.terminal, d.arrived_at, d.completed_at, o.order_id
            FROM deliveries d JOIN vehicles v ON v.id = d.vehicle JOIN delivery_orders o ON o.position = d.position
            WHERE d.region = ?3 AND d.day = ?2 AND v.distributor = ?1 ORDER BY d.vehicle, d.completed_at, d.position, o.line
            """,
            distributor.Value, date.DayNumber, region.Value);
        while (rows.Read())
        {
            var order = new OrderId(rows.GetString(5));
            if (rows.GetInt64(0) == last)
            {
                ((List<OrderId>)stops[^1].Stop.Orders).Add(order);
                continue;
            }

            last = rows.GetInt64(0);
            stops.Add((
                new VehicleId(rows.GetString(1)),
                new StopActual(new TerminalId(rows.GetString(2)), new List<OrderId> { order }, at(rows.GetInt64(3)), at(rows.GetInt64(4)))));
        }

        return stops.ToLookup(stop => stop.Vehicle, stop => stop.Stop);
    }
}
