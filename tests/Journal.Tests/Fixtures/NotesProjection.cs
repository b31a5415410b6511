using Territory.Journal.Sql;

namespace Territory.Journal.Tests.Fixtures;

/// <summary>Per stream the number of events and the last payload. A payload "throw" makes it throw after it has written.</summary>
internal sealed class NotesProjection(int version = 1, string table = "notes") : IProjection
{
    public string Name => table;

    public int Version => version;

    public IReadOnlyList<string> Tables => [table];

    public int Applied { get; private set; }

    public void CreateTables(IProjectionConnection connection) =>
        connection.Execute($"CREATE TABLE {table} (stream TEXT PRIMARY KEY, events INTEGER NOT NULL, last TEXT NOT NULL, position INTEGER NOT NULL)");

    public void Apply(JournalEntry entry, IProjectionConnection connection)
    {
        Applied++;
        connection.Execute(
            $"INSERT INTO {table} (stream, events, last, position) VALUES (?1, 1, ?2, ?3) ON CONFLICT DO UPDATE SET events = events + 1, last = excluded.last, position = excluded.position",
            entry.Stream.Value, entry.Text(), entry.Position);
        if (entry.Text() == "throw")
            throw new InvalidOperationException("told to");
    }

    public static List<(string Stream, long Events, string Last)> Rows(IQueryConnection connection, string table = "notes") =>
        connection.List($"SELECT stream, events, last FROM {table} ORDER BY stream", row => (row.GetString(0), row.GetInt64(1), row.GetString(2)));
}
