using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>Published plans against what has happened.</summary>
public sealed class ProgressQuery(IJournal journal)
{
    /// <summary>The trips of a distributor's day that are in scope.</summary>
    public async Task<IReadOnlyList<TripProgress>> TripsAsync(ReadScope scope, DistributorId distributor, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Trips(snapshot, scope, distributor, date);
    }

    /// <summary>A rep's list; empty when the rep is not in scope or has no published list.</summary>
    public async Task<IReadOnlyList<ListProgress>> CallsAsync(ReadScope scope, RepId rep, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (!PlanQueries.RepsIn(snapshot, scope).Contains(rep))
            return [];
        var calls = snapshot.List(
            """
            SELECT p.terminal, p.arrival, v.started_at, v.ended_at, v.productive
            FROM planned_visits p
            LEFT JOIN visits v ON v.position = (SELECT max(position) FROM visits WHERE terminal = p.terminal AND day = p.day AND rep = p.rep)
            WHERE p.rep = ?1 AND p.day = ?2 ORDER BY p.sequence
            """,
            rows => new CallProgress(
                new TerminalId(rows.GetString(0)), new TimeOfDay(rows.GetInt32(1)), rows.InstantOrNull(2), rows.InstantOrNull(3),
                rows.IsNull(3) ? null : rows.GetBoolean(4)),
            rep.Value, date.DayNumber);
        if (calls.Count == 0)
            return [];
        using var day = snapshot.Query("SELECT started_at, ended_at FROM rep_days WHERE rep = ?1 AND day = ?2", rep.Value, date.DayNumber);
        return [day.Read() ? new ListProgress(rep, day.InstantOrNull(0), day.InstantOrNull(1), calls) : new ListProgress(rep, null, null, calls)];
    }

    internal static List<TripProgress> Trips(IQueryConnection connection, ReadScope scope, DistributorId distributor, DateOnly date)
    {
        if (!scope.Includes(date))
            return [];
        var trips = new List<TripProgress>();
        using var rows = connection.Query(
            $"""
            SELECT d.vehicle, d.trip, t.departed_at, t.returned_at, d.terminal, d.arrival, x.arrived_at, x.on_time, x.refusal, x.cases
            FROM planned_drops d
            JOIN vehicles p ON p.id = d.vehicle AND {ScopeFilter.Vehicles(scope, "p")}
            LEFT JOIN trips t ON t.vehicle = d.vehicle AND t.day = d.day AND t.trip = d.trip
            LEFT JOIN deliveries x ON x.position =
                (SELECT max(position) FROM deliveries WHERE terminal = d.terminal AND day = d.day AND vehicle = d.vehicle)
            WHERE d.distributor = ?3 AND d.day = ?4 ORDER BY d.vehicle, d.trip, d.sequence
            """,
            ScopeFilter.Region(scope), ScopeFilter.Party(scope), distributor.Value, date.DayNumber);
        List<DropProgress> drops = [];
        while (rows.Read())
        {
            var vehicle = new VehicleId(rows.GetString(0));
            var trip = rows.GetInt32(1);
            if (trips.Count == 0 || trips[^1].Vehicle != vehicle || trips[^1].Trip != trip)
            {
                drops = [];
                trips.Add(new TripProgress(vehicle, trip, rows.InstantOrNull(2), rows.InstantOrNull(3), drops));
            }

            var arrived = !rows.IsNull(6);
            drops.Add(new DropProgress(
                new TerminalId(rows.GetString(4)), new TimeOfDay(rows.GetInt32(5)), rows.InstantOrNull(6), arrived ? rows.GetBoolean(7) : null,
                rows.GetStringOrNull(8), arrived ? rows.GetInt32(9) : null));
        }

        return trips;
    }
}
