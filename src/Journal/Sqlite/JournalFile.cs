using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>Opens the writer's connection: creates a new journal, or makes sure that the file is a journal this code can use.</summary>
internal static class JournalFile
{
    private const string RestoreAdvice = "Keep the file for examination and restore the last backup.";

    /// <exception cref="JournalUnusableException">The file is not a usable journal.</exception>
    public static SqliteDatabase OpenForWriting(SqliteJournalOptions options)
    {
        RequireSqliteFile(options.Path);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenReadWrite(options.Path);
            database.Script($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -{options.CacheMegabytes * 1024};
                PRAGMA wal_autocheckpoint = {options.CheckpointPages};
                PRAGMA journal_size_limit = 67108864;
                """);
            if (IsBlank(database))
                Create(database);
            RequireJournal(database, options.Path);
            RequireLastEvents(database, options.Path);
            return database;
        }
        catch (SqliteException exception)
        {
            database?.Dispose();
            throw Explain(options.Path, exception);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal to read it, and makes sure that it is one.</summary>
    /// <exception cref="JournalUnusableException">The file is not a usable journal.</exception>
    public static SqliteDatabase OpenForReading(string path)
    {
        if (!File.Exists(path))
            throw new JournalUnusableException(path, "there is no such file.", "Check the path.");
        RequireSqliteFile(path);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenReadOnly(path);
            RequireJournal(database, path);
            return database;
        }
        catch (SqliteException exception)
        {
            database?.Dispose();
            throw Explain(path, exception);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Says in the journal's terms why SQLite cannot use the file.</summary>
    public static JournalUnusableException Explain(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new(path, "it is not a database, or its first page is damaged.", RestoreAdvice, exception),
        raw.SQLITE_CORRUPT => new(path, $"it is damaged ({exception.Message}).", RestoreAdvice, exception),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY => new(
            path, $"it cannot be opened for writing ({exception.Message}).", "Check that the directory exists and that this user may write to it and to the file.", exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(path, "another program holds a lock on it.", "Close the program that has the file open.", exception),
        raw.SQLITE_FULL => new(path, "the disk is full.", "Free some space and open it again.", exception),
        _ => new(path, $"the database reports an error ({exception.Message}).", "Check the disk, then open it again; if it persists, restore the last backup.", exception),
    };

    private static void RequireSqliteFile(string path)
    {
        if (Directory.Exists(path))
            throw new JournalUnusableException(path, "it is a directory.", "Give the path of the journal's file.");
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[18];
            var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (length == 0)
                return;
            if (length < header.Length || !header[..16].SequenceEqual("SQLite format 3\0"u8))
                throw new JournalUnusableException(path, "it is not a SQLite database, or its first page is damaged.", "Check the path; if it is the journal, restore the last backup.");
            RequireWholePages(path, file.Length, BinaryPrimitives.ReadUInt16BigEndian(header[16..]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnusableException(path, $"it cannot be opened ({exception.Message}).", "Check the path and the permissions.", exception);
        }
    }

    // SQLite reads a page that is cut short as if zeros followed. A crash while the log is copied may leave one, but then the log still holds it.
    private static void RequireWholePages(string path, long length, int pageBytes)
    {
        var log = new FileInfo(path + "-wal");
        if (pageBytes > 1 && length % pageBytes != 0 && !(log.Exists && log.Length > 0))
            throw new JournalUnusableException(path, $"it is cut short: {length} bytes are no whole number of pages of {pageBytes} bytes.", RestoreAdvice);
    }

    private static bool IsBlank(SqliteDatabase database) =>
        database.Integer("PRAGMA application_id") == 0 && database.Integer("SELECT count(*) FROM sqlite_schema") == 0;

    private static void Create(SqliteDatabase database)
    {
        // One transaction: a crash leaves a blank file or a complete journal.
        database.Script("BEGIN IMMEDIATE;" + JournalSchema.Create + "COMMIT;");
    }

    private static void RequireJournal(SqliteDatabase database, string path)
    {
        if (database.Integer("PRAGMA application_id") != JournalSchema.ApplicationId)
            throw new JournalUnusableException(path, "it is a SQLite database of another program.", "Check the path.");
        var version = database.Integer("PRAGMA user_version");
        if (version != JournalSchema.Version)
        {
            throw new JournalUnusableException(
                path, $"its format is version {version} and this program knows version {JournalSchema.Version}.", "Open it with the version of Territory that wrote it, or a newer one.");
        }
    }

    // The full proof takes as long as reading everything. The end is where an unfinished write would show.
    private static void RequireLastEvents(SqliteDatabase database, string path)
    {
        var reader = new EntryReader(database, new EntryNames(capacity: 1_000));
        var last = database.Integer("SELECT max(position) FROM journal_event") ?? 0;
        var chain = new EventChain();
        using var rows = reader.Scan(afterPosition: Math.Max(0, last - 2));
        var first = true;
        try
        {
            while (rows.Read())
            {
                var entry = reader.Entry(rows);
                if (!first || entry.Position == 1)
                {
                    chain.Append(entry);
                    if (chain.Link != EntryReader.Link(rows))
                        throw new JournalUnusableException(path, $"event {entry.Position} ({entry.Alias} of {entry.Stream}) does not match its checksum.", RestoreAdvice);
                }

                chain.Restore(EntryReader.Link(rows));
                first = false;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
        {
            throw new JournalUnusableException(path, $"its last events cannot be read ({exception.Message}).", RestoreAdvice, exception);
        }
    }
}
