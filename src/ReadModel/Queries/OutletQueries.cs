using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>The outlets of a region as the map shows them.</summary>
public sealed class OutletQueries(IJournal journal)
{
    /// <summary>All outlets in scope as columns, in order of their index.</summary>
    public async Task<OutletColumns> ColumnsAsync(ReadScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var (rows, position) = await RowsAsync(scope, cancellationToken);
        return new OutletColumns(
            position,
            today,
            Column(rows, row => row.Index),
            Column(rows, row => row.Id),
            Column(rows, row => row.Name),
            Column(rows, row => row.Location.Longitude),
            Column(rows, row => row.Location.Latitude),
            Column(rows, row => row.Kind),
            Column(rows, row => row.Class),
            Column(rows, row => row.Rep),
            Column(rows, row => row.Distributor),
            Column(rows, row => row.CoverDays is { } days ? Math.Round(days, 1) : (double?)null),
            Column(rows, row => row.DaysSinceVisit(today)),
            Column(rows, row => row.OutOfStock),
            Column(rows, row => row.Listed),
            Column(rows, row => row.Status));
    }

    /// <summary>All outlets in scope, in order of their index, and the position they stand at.</summary>
    public async Task<(IReadOnlyList<OutletRow> Rows, long Position)> RowsAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var rows = snapshot.List(
            $"SELECT {OutletRow.Columns} FROM terminals t WHERE {ScopeFilter.Terminals(scope, "t")} ORDER BY t.ordinal",
            OutletRow.Read, ScopeFilter.Region(scope), ScopeFilter.Party(scope), ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope));
        return (rows, snapshot.Position);
    }

    /// <summary>Those of the given outlets that are in scope, as they are now.</summary>
    public async Task<(IReadOnlyList<OutletRow> Rows, long Position)> RowsAsync(
        ReadScope scope, IReadOnlyCollection<TerminalId> terminals, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var sql = $"SELECT {OutletRow.Columns} FROM terminals t WHERE {ScopeFilter.Terminals(scope, "t")} AND t.id = ?5";
        var found = new List<OutletRow>(terminals.Count);
        foreach (var terminal in terminals)
        {
            using var rows = snapshot.Query(sql, ScopeFilter.Region(scope), ScopeFilter.Party(scope), ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope), terminal.Value);
            if (rows.Read())
                found.Add(OutletRow.Read(rows));
        }

        return (found, snapshot.Position);
    }

    /// <summary>Whether an outlet is in scope: the check before every command about it.</summary>
    public async Task<bool> IsInScopeAsync(ReadScope scope, TerminalId terminal, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Contains(snapshot, scope, terminal);
    }

    /// <summary>The region of an outlet, to find the scope that its readers have; null when there is no such outlet.</summary>
    public async Task<RegionId?> RegionOfAsync(TerminalId terminal, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return snapshot.First("SELECT region FROM terminals WHERE id = ?1", rows => (RegionId?)new RegionId(rows.GetString(0)), terminal.Value);
    }

    internal static bool Contains(IQueryConnection connection, ReadScope scope, TerminalId terminal) => connection.Integer(
        $"SELECT 1 FROM terminals t WHERE {ScopeFilter.Terminals(scope, "t")} AND t.id = ?5",
        ScopeFilter.Region(scope), ScopeFilter.Party(scope), ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope), terminal.Value) is not null;

    private static T[] Column<T>(IReadOnlyList<OutletRow> rows, Func<OutletRow, T> of)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = of(rows[i]);
        return column;
    }
}
