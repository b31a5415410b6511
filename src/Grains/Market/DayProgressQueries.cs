using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.ReadModel.Market;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>What the actors have on record for a day: enough for the market day to go on exactly where it stopped.</summary>
internal static class DayProgressQueries
{
    public static DayProgress Read(IQueryConnection connection, Region region, DateOnly date, MarketState state)
    {
        var clock = new LocalClock(region, date);
        return new DayProgress(
            Terminals(connection, region.Id, clock),
            Reps(connection, region.Id, clock),
            Vehicles(connection, region.Id, clock),
            NextDayPlanned: state.PlannedFor >= region.Calendar.NextWorkingDay(date),
            Closed: state.ClosedDay >= date);
    }

    private static List<TerminalProgress> Terminals(IQueryConnection connection, RegionId region, LocalClock clock)
    {
        var progress = new List<TerminalProgress>();
        using var rows = connection.Query(
            "SELECT id, settled_until_at, next_interval FROM terminals WHERE region = ?1 AND settled_on = ?2", region.Value, clock.Day);
        while (rows.Read())
            progress.Add(new TerminalProgress(new TerminalId(rows.GetString(0)), clock.At(rows.GetInt64(1)), rows.GetInt32(2)));
        return progress;
    }

    private static List<RepProgress> Reps(IQueryConnection connection, RegionId region, LocalClock clock)
    {
        var visits = new SortedDictionary<string, List<VisitProgress>>(StringComparer.Ordinal);
        using var rows = connection.Query(
            "SELECT rep, terminal, started_at, ended_at FROM visits WHERE region = ?1 AND day = ?2 ORDER BY position", region.Value, clock.Day);
        while (rows.Read())
        {
            if (!visits.TryGetValue(rows.GetString(0), out var list))
                visits[rows.GetString(0)] = list = [];
            list.Add(new VisitProgress(
                new TerminalId(rows.GetString(1)), clock.At(rows.GetInt64(2)), rows.IsNull(3) ? null : clock.At(rows.GetInt64(3))));
        }

        return [.. visits.Select(rep => new RepProgress(new RepId(rep.Key), rep.Value))];
    }

    private static List<VehicleProgress> Vehicles(IQueryConnection connection, RegionId region, LocalClock clock)
    {
        var trips = new List<(string Vehicle, int Number, long Departed, long? Returned)>();
        using (var rows = connection.Query(
            "SELECT vehicle, trip, departed_at, returned_at FROM trips WHERE region = ?1 AND day = ?2 ORDER BY vehicle, trip", region.Value, clock.Day))
        {
            while (rows.Read())
                trips.Add((rows.GetString(0), rows.GetInt32(1), rows.GetInt64(2), rows.IsNull(3) ? null : rows.GetInt64(3)));
        }

        var vehicles = new List<VehicleProgress>();
        foreach (var vehicle in trips.GroupBy(trip => trip.Vehicle))
        {
            var made = vehicle.ToList();
            var stops = Stops(connection, vehicle.Key, clock);
            var progress = made.Select((trip, index) =>
            {
                var until = index + 1 < made.Count ? made[index + 1].Departed : long.MaxValue;
                return new TripProgress(
                    clock.At(trip.Departed),
                    Orders(connection, vehicle.Key, clock.Day, trip.Number),
                    [.. stops.Where(stop => stop.Completed >= trip.Departed && stop.Completed < until).Select(stop => stop.Progress)],
                    trip.Returned is { } returned ? clock.At(returned) : null);
            });
            vehicles.Add(new VehicleProgress(new VehicleId(vehicle.Key), [.. progress]));
        }

        return vehicles;
    }

    private static List<(long Completed, StopProgress Progress)> Stops(IQueryConnection connection, string vehicle, LocalClock clock)
    {
        var stops = new List<(long, StopProgress)>();
        using var rows = connection.Query(
            "SELECT terminal, completed_at, refusal FROM deliveries WHERE vehicle = ?1 AND day = ?2 ORDER BY position", vehicle, clock.Day);
        while (rows.Read())
        {
            stops.Add((
                rows.GetInt64(1),
                new StopProgress(new TerminalId(rows.GetString(0)), clock.At(rows.GetInt64(1)), Enum.Parse<RefusalReason>(rows.GetString(2)))));
        }

        return stops;
    }

    private static List<OrderId> Orders(IQueryConnection connection, string vehicle, int day, int trip)
    {
        var orders = new List<OrderId>();
        using var rows = connection.Query(
            "SELECT order_id FROM trip_orders WHERE vehicle = ?1 AND day = ?2 AND trip = ?3 ORDER BY line", vehicle, day, trip);
        while (rows.Read())
            orders.Add(new OrderId(rows.GetString(0)));
        return orders;
    }

    /// <summary>Turns recorded instants back into the day's times.</summary>
    private sealed class LocalClock(Region region, DateOnly date)
    {
        private readonly long midnight = region.ToInstant(date, TimeOfDay.Midnight).ToUnixTimeMilliseconds();

        public int Day { get; } = date.DayNumber;

        public TimeOfDay At(long milliseconds) => new((int)((milliseconds - midnight) / 1000));
    }
}
