using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>The projections of a journal: checked, created, rebuilt where their version changed, and applied.</summary>
internal sealed class ProjectionSet
{
    private readonly IProjection[] _projections;
    private bool _forgetOthers;

    /// <exception cref="ArgumentException">Names or tables clash, or take the journal's own prefix.</exception>
    public ProjectionSet(IReadOnlyList<IProjection> projections)
    {
        _projections = [.. projections];
        foreach (var names in _projections.GroupBy(projection => projection.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new ArgumentException($"Two projections are named \"{names.Key}\".", nameof(projections));
        foreach (var tables in _projections.SelectMany(projection => projection.Tables).GroupBy(table => table, StringComparer.OrdinalIgnoreCase))
        {
            if (tables.Count() > 1)
                throw new ArgumentException($"Two projections have a table \"{tables.Key}\".", nameof(projections));
            if (tables.Key.StartsWith(JournalSchema.Prefix, StringComparison.OrdinalIgnoreCase) || tables.Key.Contains('"', StringComparison.Ordinal))
                throw new ArgumentException($"A projection's table cannot be named \"{tables.Key}\".", nameof(projections));
        }
    }

    public IReadOnlyList<IProjection> All => _projections;

    public bool IsEmpty => _projections.Length == 0;

    public void Apply(JournalEntry entry, IProjectionConnection connection)
    {
        foreach (var projection in _projections)
        {
            try
            {
                projection.Apply(entry, connection);
            }
            catch (Exception exception)
            {
                throw new ProjectionFailedException(projection.Name, entry, exception);
            }
        }
    }

    public void CreateTables(IProjectionConnection connection)
    {
        foreach (var projection in _projections)
            projection.CreateTables(connection);
    }

    /// <summary>Brings the tables to the code's version, by a rebuild from the journal where they are of another. One transaction for all.</summary>
    public void BringUpToDate(SqliteDatabase database, EntryNames names, bool rebuildAll, CancellationToken cancellationToken)
    {
        var recorded = database.List(
            "SELECT name, version, tables FROM journal_projection", row => (Name: row.GetString(0), Version: row.GetInt64(1), Tables: row.GetString(2)));
        var known = recorded.ToDictionary(row => row.Name, StringComparer.Ordinal);
        var stale = _projections
            .Where(projection => rebuildAll || !known.TryGetValue(projection.Name, out var row) || row.Version != projection.Version)
            .ToList();
        _forgetOthers = recorded.Exists(row => _projections.All(projection => projection.Name != row.Name));
        if (stale.Count == 0)
            return;

        database.Script("BEGIN IMMEDIATE");
        try
        {
            foreach (var projection in stale)
                Recreate(database, projection, known.TryGetValue(projection.Name, out var row) ? row.Tables.Split('\n') : []);
            Replay(database, names, new ProjectionSet(stale), cancellationToken);
            database.Script("COMMIT");
        }
        catch
        {
            database.Script("ROLLBACK");
            throw;
        }
    }

    /// <summary>
    /// Before the first write: forgets projections that this process does not keep, so that one that does builds them anew. Not done at opening,
    /// because a process that only reads leaves them as good as they were.
    /// </summary>
    public void ForgetOthers(SqliteDatabase database)
    {
        if (!_forgetOthers)
            return;
        foreach (var name in database.List("SELECT name FROM journal_projection", row => row.GetString(0)))
        {
            if (_projections.All(projection => projection.Name != name))
                database.Execute("UPDATE journal_projection SET version = -1 WHERE name = ?1", name);
        }
    }

    /// <summary>The forgetting is on disk and need not be done again.</summary>
    public void OthersForgotten() => _forgetOthers = false;

    private static void Recreate(SqliteDatabase database, IProjection projection, IReadOnlyList<string> oldTables)
    {
        foreach (var table in oldTables.Concat(projection.Tables).Where(table => table.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
            database.Script($"DROP TABLE IF EXISTS \"{table}\"");
        projection.CreateTables(database);
        foreach (var table in projection.Tables)
        {
            if (database.Integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1", table) == 0)
                throw new InvalidOperationException($"Projection \"{projection.Name}\" names a table \"{table}\" that it does not create.");
        }

        database.Execute(
            "INSERT INTO journal_projection (name, version, tables) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET version = excluded.version, tables = excluded.tables",
            projection.Name, projection.Version, string.Join('\n', projection.Tables));
    }

    private static void Replay(SqliteDatabase database, EntryNames names, ProjectionSet projections, CancellationToken cancellationToken)
    {
        var reader = new EntryReader(database, names);
        var position = 0L;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entries = reader.Read(position, limit: 1_000);
            if (entries.Count == 0)
                return;
            foreach (var entry in entries)
                projections.Apply(entry, database);
            position = entries[^1].Position;
        }
    }
}
