using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>An active outlet whose frequency asked for a visit that has not been (未访问客户).</summary>
/// <param name="DueOn">The last day that would have kept the frequency; null when never visited.</param>
/// <param name="NextPlannedOn">The next day on which a published list has it, or to which one put it off.</param>
/// <param name="Reason">Why the latest list put it off; null when it did not.</param>
public sealed record UnvisitedTerminal(
    TerminalId Terminal,
    string Name,
    string Class,
    RepId? Rep,
    DateOnly? LastVisitOn,
    DateOnly? DueOn,
    DateOnly? NextPlannedOn,
    string? Reason);

/// <summary>Who has not been visited in their cycle (未访问客户为零 is the aim), longest overdue first.</summary>
public sealed class UnvisitedQuery(IJournal journal)
{
    public async Task<IReadOnlyList<UnvisitedTerminal>> ListAsync(ReadScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return snapshot.List(
            $"""
            SELECT t.id, t.name, t.class, t.rep, t.last_visit_on, t.next_due_on, coalesce(p.day, o.next_on), o.reason
            FROM terminals t
            LEFT JOIN (SELECT terminal, min(day) AS day FROM planned_visits WHERE region = ?1 AND day >= ?5 GROUP BY terminal) p ON p.terminal = t.id
            LEFT JOIN (SELECT terminal, min(next_on) AS next_on, reason FROM postponed_visits WHERE region = ?1 AND next_on >= ?5 GROUP BY terminal) o
                ON o.terminal = t.id
            WHERE {ScopeFilter.Terminals(scope, "t")} AND {MetricsQuery.IsUnvisited}
            ORDER BY t.next_due_on NULLS FIRST, t.class, t.id
            """,
            rows => new UnvisitedTerminal(
                new TerminalId(rows.GetString(0)),
                rows.GetString(1),
                rows.GetString(2),
                rows.GetStringOrNull(3) is { } rep ? new RepId(rep) : null,
                rows.DayOrNull(4),
                rows.DayOrNull(5),
                rows.DayOrNull(6),
                rows.GetStringOrNull(7)),
            ScopeFilter.Region(scope), ScopeFilter.Party(scope), ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope), today.DayNumber);
    }
}
