using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;

namespace Territory.ReadModel.Following;

/// <summary>A recorded drop.</summary>
internal sealed record DropRow(VehicleId Vehicle, TerminalId Terminal, TimeOfDay ServiceStart, TimeOfDay Arrival, TimeOfDay Departure, bool IsOnTime, int Cases)
{
    public static List<DropRow> Read(IQueryConnection connection, Region region, DateOnly date)
    {
        var midnight = region.ToInstant(date, TimeOfDay.Midnight).ToUnixTimeMilliseconds();
        TimeOfDay At(long milliseconds) => new((int)((milliseconds - midnight) / 1000));
        var drops = new List<DropRow>();
        using var rows = connection.Query(
            """
            SELECT vehicle, terminal, max(arrived_at, coalesce(window_start, arrived_at)), arrived_at, completed_at, on_time, cases
            FROM deliveries WHERE region = ?1 AND day = ?2 ORDER BY arrived_at, position
            """,
            region.Id.Value, date.DayNumber);
        while (rows.Read())
        {
            drops.Add(new DropRow(
                new VehicleId(rows.GetString(0)), new TerminalId(rows.GetString(1)), At(rows.GetInt64(2)), At(rows.GetInt64(3)), At(rows.GetInt64(4)), rows.GetBoolean(5),
                rows.GetInt32(6)));
        }

        return drops;
    }
}

/// <summary>A recorded trip.</summary>
internal sealed record TripRow(VehicleId Vehicle, TimeOfDay Departure, TimeOfDay? Return, Distance? Driven)
{
    public static List<TripRow> Read(IQueryConnection connection, Region region, DateOnly date)
    {
        var midnight = region.ToInstant(date, TimeOfDay.Midnight).ToUnixTimeMilliseconds();
        TimeOfDay At(long milliseconds) => new((int)((milliseconds - midnight) / 1000));
        var trips = new List<TripRow>();
        using var rows = connection.Query(
            "SELECT vehicle, departed_at, returned_at, driven_meters FROM trips WHERE region = ?1 AND day = ?2 ORDER BY vehicle, trip", region.Id.Value, date.DayNumber);
        while (rows.Read())
        {
            trips.Add(new TripRow(
                new VehicleId(rows.GetString(0)), At(rows.GetInt64(1)), rows.IsNull(2) ? null : At(rows.GetInt64(2)), rows.IsNull(3) ? null : new Distance(rows.GetInt32(3))));
        }

        return trips;
    }
}
