using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Regions;

namespace Territory.ReadModel.Following;

/// <summary>What the vehicles of a region have on record for a day: departures, drops, returns.</summary>
/// <remarks>A drop is recorded when it is over, and without its orders: it belongs to the first planned stop at its outlet that has none yet.</remarks>
public static class VehicleRecords
{
    public static IReadOnlyList<RouteProgress> Read(IQueryConnection connection, Region region, DateOnly date)
    {
        var midnight = region.ToInstant(date, TimeOfDay.Midnight).ToUnixTimeMilliseconds();
        TimeOfDay At(long milliseconds) => new((int)((milliseconds - midnight) / 1000));
        var days = new SortedDictionary<string, (List<TimeOfDay> Departures, List<TimeOfDay> Returns, List<StopActual> Done)>(StringComparer.Ordinal);
        (List<TimeOfDay> Departures, List<TimeOfDay> Returns, List<StopActual> Done) DayOf(string vehicle)
        {
            if (!days.TryGetValue(vehicle, out var day))
                days.Add(vehicle, day = ([], [], []));
            return day;
        }

        using (var rows = connection.Query("SELECT vehicle, departed_at, returned_at FROM trips WHERE region = ?1 AND day = ?2 ORDER BY vehicle, trip", region.Id.Value, date.DayNumber))
        {
            while (rows.Read())
            {
                var day = DayOf(rows.GetString(0));
                day.Departures.Add(At(rows.GetInt64(1)));
                if (!rows.IsNull(2))
                    day.Returns.Add(At(rows.GetInt64(2)));
            }
        }

        using (var rows = connection.Query("SELECT vehicle, terminal, arrived_at, completed_at FROM deliveries WHERE region = ?1 AND day = ?2 ORDER BY position", region.Id.Value, date.DayNumber))
        {
            while (rows.Read())
                DayOf(rows.GetString(0)).Done.Add(new StopActual(new TerminalId(rows.GetString(1)), [], At(rows.GetInt64(2)), At(rows.GetInt64(3))));
        }

        return [.. days.Select(pair => new RouteProgress(new VehicleId(pair.Key), pair.Value.Departures, pair.Value.Returns, pair.Value.Done))];
    }
}
