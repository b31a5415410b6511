using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.Journal.Sqlite;

/// <summary>Reads events through one connection.</summary>
internal sealed class EntryReader(SqliteDatabase database, EntryNames names)
{
    private const string Columns = "SELECT position, stream, version, alias, actor, recorded_at, command, payload, link, previous FROM journal_event";

    /// <summary>Up to <paramref name="limit"/> events after a position, in order.</summary>
    public List<JournalEntry> Read(long afterPosition, int limit) =>
        List(database.Rows(Columns + " WHERE position > ?1 ORDER BY position LIMIT ?2", afterPosition, limit));

    /// <summary>The events at these positions.</summary>
    public List<JournalEntry> Read(IEnumerable<long> positions)
    {
        var entries = new List<JournalEntry>();
        foreach (var position in positions)
        {
            using var rows = database.Rows(Columns + " WHERE position = ?1", position);
            if (rows.Read())
                entries.Add(Entry(rows));
        }

        return entries;
    }

    /// <summary>The positions of a stream's events after a version, the last event first: found by going back from the stream's head.</summary>
    public List<long> PositionsFromLast(StreamId stream, long afterVersion)
    {
        var positions = new List<long>();
        database.Statement("BEGIN").Run();
        try
        {
            if (database.Integer("SELECT id FROM journal_name WHERE name = ?1", stream.Value) is not { } number)
                return positions;
            var position = database.Integer(
                "SELECT max(position) FROM journal_event WHERE position > (SELECT position FROM journal_mark WHERE name = 'heads') AND stream = ?1", number)
                ?? HeadBlock.Find(database, number).Position;
            while (position > 0)
            {
                using var rows = database.Rows("SELECT version, previous FROM journal_event WHERE position = ?1", position);
                if (!rows.Read() || rows.GetInt64(0) <= afterVersion)
                    break;
                positions.Add(position);
                position = rows.GetInt64(1);
            }

            return positions;
        }
        finally
        {
            database.Statement("COMMIT").Run();
        }
    }

    /// <summary>All events after a position in order.</summary>
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
    public static ulong Link(SqliteStatement rows) => (ulong)rows.GetInt64(8);

    /// <summary>The stored position of the event before it in its stream.</summary>
    public static long Previous(SqliteStatement rows) => rows.GetInt64(9);

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
