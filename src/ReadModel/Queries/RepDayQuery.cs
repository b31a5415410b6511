using Territory.Journal;
using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>What a rep has to do on a day.</summary>
public sealed class RepDayQuery(IJournal journal)
{
    private const string Done = "done";
    private const string Started = "started";
    private const string Planned = "planned";

    public async Task<RepDay> FindAsync(RegionId region, RepId rep, DateOnly date, CancellationToken cancellationToken)
    {
        var scope = ReadScope.OfRep(region, rep);
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query(
            """
            SELECT t.id, t.name, t.address, t.class, t.lon, t.lat, p.arrival, v.started_at, v.ended_at
            FROM (SELECT terminal, arrival, sequence FROM planned_visits WHERE rep = ?2 AND day = ?3
                  UNION ALL
                  SELECT DISTINCT terminal, NULL, 1000000 FROM visits
                  WHERE rep = ?2 AND day = ?3 AND terminal NOT IN (SELECT terminal FROM planned_visits WHERE rep = ?2 AND day = ?3)) p
            JOIN terminals t ON t.id = p.terminal AND t.region = ?1
            LEFT JOIN visits v ON v.position = (SELECT max(position) FROM visits WHERE terminal = p.terminal AND day = ?3 AND rep = ?2)
            ORDER BY p.sequence, v.started_at
            """,
            region.Value, rep.Value, date.DayNumber);
        var stops = new List<RepStop>();
        while (rows.Read())
        {
            stops.Add(new RepStop(
                stops.Count + 1,
                new TerminalId(rows.GetString(0)),
                rows.GetString(1),
                rows.GetStringOrNull(2),
                rows.GetString(3),
                rows.GetDouble(4),
                rows.GetDouble(5),
                rows.IsNull(6) ? null : new TimeOfDay(rows.GetInt32(6)),
                !rows.IsNull(8) ? Done : !rows.IsNull(7) ? Started : Planned,
                rows.InstantOrNull(8)));
        }

        return new RepDay(rep, date, PlanQueries.DayOf(snapshot, scope, rep, date).Published, stops);
    }
}
