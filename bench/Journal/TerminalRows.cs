using Territory.Journal.Sql;

namespace Territory.Journal.Benchmarks;

/// <summary>A typical projection: the state row of the actor that the event belongs to.</summary>
internal sealed class TerminalRows : IProjection
{
    public string Name => "terminals";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["terminals"];

    public void CreateTables(IProjectionConnection connection) =>
        connection.Execute("CREATE TABLE terminals (id TEXT PRIMARY KEY, version INTEGER NOT NULL, state BLOB NOT NULL, changed_at INTEGER NOT NULL) WITHOUT ROWID");

    public void Apply(JournalEntry entry, IProjectionConnection connection) =>
        connection.Execute(
            """
            INSERT INTO terminals (id, version, state, changed_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, changed_at = excluded.changed_at
            """,
            entry.Stream.Value, entry.Version, entry.Payload, entry.RecordedAt.ToUnixTimeMilliseconds());
}
