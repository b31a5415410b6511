namespace Territory.Journal.Sqlite;

/// <summary>The journal's own tables. Streams, aliases and actors are stored once, in journal_name, and events refer to them by number.</summary>
internal static class JournalSchema
{
    /// <summary>"TRJL": marks the file as a Territory journal.</summary>
    public const int ApplicationId = 0x54524A4C;

    public const int Version = 1;

    /// <summary>Tables whose name begins so belong to the journal, not to a projection.</summary>
    public const string Prefix = "journal_";

    public const string Create = """
        CREATE TABLE journal_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE journal_event (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            version INTEGER NOT NULL,
            alias INTEGER NOT NULL,
            actor INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            command BLOB NOT NULL,
            link BLOB NOT NULL,
            payload BLOB NOT NULL,
            UNIQUE (stream, version)) STRICT;
        CREATE TABLE journal_command (
            command BLOB PRIMARY KEY,
            position INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            answer BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE journal_eventless (seq INTEGER PRIMARY KEY, command BLOB NOT NULL, recorded_at INTEGER NOT NULL) STRICT;
        CREATE TABLE journal_pruned (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL) STRICT;
        INSERT INTO journal_pruned VALUES (1, 0);
        CREATE TABLE journal_projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL, tables TEXT NOT NULL) STRICT;
        PRAGMA application_id = 1414679116;
        PRAGMA user_version = 1;
        """;
}
