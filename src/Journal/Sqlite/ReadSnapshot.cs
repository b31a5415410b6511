using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>A read transaction on a pooled connection.</summary>
internal sealed class ReadSnapshot : IReadSnapshot
{
    private readonly ReadConnections _pool;
    private SqliteDatabase? _database;

    public ReadSnapshot(ReadConnections pool, SqliteDatabase database)
    {
        _pool = pool;
        _database = database;
        database.Statement("BEGIN").Run();
        // The first read fixes what the transaction sees.
        Position = database.Integer("SELECT max(position) FROM journal_event") ?? 0;
    }

    public long Position { get; }

    public ISqlRows Query(string sql, params ReadOnlySpan<SqlValue> values)
    {
        ObjectDisposedException.ThrowIf(_database is null, this);
        return _database.Rows(sql, values);
    }

    public void Dispose()
    {
        if (_database is not { } database)
            return;
        _database = null;
        database.Statement("COMMIT").Run();
        _pool.Return(database);
    }
}
