using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Calendar;

namespace Territory.ReadModel.Queries;

/// <summary>The header's figures.</summary>
/// <remarks>
/// Source: numeric and weighted distribution, coverage of planned outlets, zero unvisited and share of empty terminal-products as the trade
/// defines them; the universe is the active outlets in scope, and a valid visit has both ends.
/// </remarks>
public sealed class MetricsQuery(IJournal journal)
{
    /// <summary>The condition, on a row t of terminals and with today as ?5, that the frequency asked for a visit which has not been.</summary>
    internal const string IsUnvisited = "t.status = 'Active' AND (t.last_visit_on IS NULL OR t.next_due_on < ?5)";

    /// <param name="now">The moment in the region's own clock, with the region's offset.</param>
    /// <param name="timeOfDay">The same as seconds from the region's midnight, to tell which drops are due.</param>
    public async Task<Metrics> AskAsync(ReadScope scope, DateTimeOffset now, DateOnly today, TimeOfDay timeOfDay, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        SqlValue region = ScopeFilter.Region(scope);
        var party = ScopeFilter.Party(scope);
        var (firstDay, lastDay) = (ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope));
        var inScope = ScopeFilter.Terminals(scope, "t");

        using var outlets = snapshot.Query(
            $"""
            SELECT count(*), sum(t.in_stock > 0), sum(t.category_volume), sum(CASE WHEN t.in_stock > 0 THEN t.category_volume ELSE 0 END),
                sum(t.out_of_stock), sum(t.listed), sum(t.last_visit_on IS NULL OR t.next_due_on < ?5)
            FROM terminals t WHERE {inScope} AND t.status = 'Active'
            """,
            region, party, firstDay, lastDay, today.DayNumber);
        outlets.Read();
        using var visits = snapshot.Query(
            $"""
            SELECT count(*), sum(EXISTS (SELECT 1 FROM visits v WHERE v.terminal = p.terminal AND v.day = p.day AND v.ended_at IS NOT NULL))
            FROM planned_visits p JOIN terminals t ON t.id = p.terminal WHERE p.region = ?1 AND p.day = ?5 AND {inScope}
            """,
            region, party, firstDay, lastDay, today.DayNumber);
        visits.Read();
        using var drops = snapshot.Query(
            $"""
            SELECT count(*), sum(on_time) FROM (
                SELECT d.window_until,
                    EXISTS (SELECT 1 FROM deliveries x WHERE x.terminal = d.terminal AND x.day = d.day AND x.vehicle = d.vehicle) AS arrived,
                    EXISTS (SELECT 1 FROM deliveries x WHERE x.terminal = d.terminal AND x.day = d.day AND x.vehicle = d.vehicle AND x.on_time) AS on_time
                FROM planned_drops d JOIN terminals t ON t.id = d.terminal WHERE d.region = ?1 AND d.day = ?5 AND {inScope})
            WHERE arrived OR window_until <= ?6
            """,
            region, party, firstDay, lastDay, today.DayNumber, timeOfDay.Seconds);
        drops.Read();
        return new Metrics(
            today,
            now,
            snapshot.Position,
            Metric.Ratio(outlets.GetInt64(1), outlets.GetInt64(0)),
            Metric.Ratio(outlets.GetInt64(3), outlets.GetInt64(2)),
            Metric.Ratio(visits.GetInt64(1), visits.GetInt64(0)),
            Metric.Count(outlets.GetInt64(6), outlets.GetInt64(0)),
            Metric.Ratio(outlets.GetInt64(4), outlets.GetInt64(5)),
            Metric.Ratio(drops.GetInt64(1), drops.GetInt64(0)));
    }
}
