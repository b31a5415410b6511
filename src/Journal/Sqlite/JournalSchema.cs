namespace Territory.Journal.Sqlite;

/// <summary>The journal's own tables.</summary>
/// <remarks>
/// Streams, aliases and actors are stored once, in journal_name, and events refer to them by number. An event holds the position of the one before
/// it in its stream, and journal_head the last event of each stream (see HeadBlock), but only as of the mark "heads": it is written for thousands
/// of events at a time, and what is newer follows from the few events after the mark. An index by stream and version would instead dirty a page for nearly every
/// event, which costs more than all the rest of an append.
/// </remarks>
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
            previous INTEGER NOT NULL,
            alias INTEGER NOT NULL,
            actor INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            command BLOB NOT NULL,
            link INTEGER NOT NULL,
            payload BLOB NOT NULL) STRICT;
        CREATE TABLE journal_head (block INTEGER PRIMARY KEY, heads BLOB NOT NULL) STRICT;
        CREATE TABLE journal_mark (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO journal_mark VALUES ('heads', 0), ('pruned', 0);
        CREATE TABLE journal_command (
            command BLOB PRIMARY KEY,
            position INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            answer BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE journal_eventless (seq INTEGER PRIMARY KEY, command BLOB NOT NULL, recorded_at INTEGER NOT NULL) STRICT;
        CREATE TABLE journal_projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL, tables TEXT NOT NULL) STRICT;
        PRAGMA application_id = 1414679116;
        PRAGMA user_version = 1;
        """;
}
