using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>The projections' tables as they stood at an earlier position: recomputed from the events up to it in a database of their own.</summary>
internal sealed class PastSnapshot : IReadSnapshot
{
    private readonly SqliteDatabase _tables;

    private PastSnapshot(SqliteDatabase tables, long position)
    {
        _tables = tables;
        Position = position;
    }

    public long Position { get; }

    public static PastSnapshot Recompute(string path, ProjectionSet projections, long position, CancellationToken cancellationToken)
    {
        var tables = SqliteDatabase.OpenScratch();
        try
        {
            using var journal = JournalFile.OpenForReading(path);
            tables.Script("BEGIN");
            projections.CreateTables(tables);
            var reader = new EntryReader(journal, new EntryNames(capacity: 1_000_000));
            using var rows = reader.Scan(afterPosition: 0);
            while (rows.Read() && rows.GetInt64(0) <= position)
            {
                cancellationToken.ThrowIfCancellationRequested();
                projections.Apply(reader.Entry(rows), tables);
            }

            tables.Script("COMMIT");
            return new PastSnapshot(tables, position);
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    public ISqlRows Query(string sql, params ReadOnlySpan<SqlValue> values) => _tables.Rows(sql, values);

    public void Dispose() => _tables.Dispose();
}
