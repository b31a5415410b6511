using Territory.Model.Ids;

namespace Territory.Journal.Sqlite;

/// <summary>Reads events through one connection.</summary>
internal sealed class EntryReader(SqliteDatabase database, EntryNames names)
{
    private const string Columns = "SELECT position, stream, version, alias, actor, recorded_at, command, payload, link FROM journal_event";

    /// <summary>Up to <paramref name="limit"/> events after a position, in order.</summary>
    public List<JournalEntry> Read(long afterPosition, int limit) =>
        List(database.Rows(Columns + " WHERE position > ?1 ORDER BY position LIMIT ?2", afterPosition, limit));

    /// <summary>Up to <paramref name="limit"/> events of a stream after a version, in order.</summary>
    public List<JournalEntry> ReadStream(StreamId stream, long afterVersion, int limit) =>
        List(database.Rows(
            Columns + " WHERE stream = (SELECT id FROM journal_name WHERE name = ?1) AND version > ?2 ORDER BY version LIMIT ?3",
            stream.Value, afterVersion, limit));

    /// <summary>All events after a position in order, each with its stored link, which is valid until the next step.</summary>
    public SqliteStatement Scan(long afterPosition) => database.Rows(Columns + " WHERE position > ?1 ORDER BY position", afterPosition);

    /// <summary>The event in the current row of <see cref="Scan"/>.</summary>
    public JournalEntry Entry(SqliteStatement rows) => new(
        rows.GetInt64(0),
        new StreamId(names.Get(database, rows.GetInt64(1))),
        rows.GetInt64(2),
        names.Get(database, rows.GetInt64(3)),
        rows.GetBytes(7),
        DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
        names.Get(database, rows.GetInt64(4)),
        new CommandId(new Guid(rows.GetSpan(6), bigEndian: true)));

    /// <summary>The stored link of the event in the current row.</summary>
    public static ReadOnlySpan<byte> Link(SqliteStatement rows) => rows.GetSpan(8);

    private List<JournalEntry> List(SqliteStatement rows)
    {
        using (rows)
        {
            var list = new List<JournalEntry>();
            while (rows.Read())
                list.Add(Entry(rows));
            return list;
        }
    }
}
