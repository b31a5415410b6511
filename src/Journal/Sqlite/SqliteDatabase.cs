using Microsoft.Data.Sqlite;
using SQLitePCL;
using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>One connection to a database file with its cached statements. For one thread at a time.</summary>
/// <remarks>
/// Calls SQLite directly: for statements of a microsecond the objects of an ADO.NET command cost as much as the statement. The connection is
/// opened without SQLite's own mutex, because its owner already keeps it to one thread.
/// </remarks>
internal sealed class SqliteDatabase : IProjectionConnection, IDisposable
{
    // Constant SQL needs a few dozen; more means that someone builds SQL from values.
    private const int MaxCachedStatements = 1_000;

    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    // SQL is nearly always a literal, which is the same object each time; comparing that spares hashing its text.
    private readonly Dictionary<string, SqliteStatement> _literals = new(ReferenceEqualityComparer.Instance);

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(sqlite3 handle, string path)
    {
        Handle = handle;
        Path = path;
    }

    public sqlite3 Handle { get; }

    public string Path { get; }

    public int Changes => raw.sqlite3_changes(Handle);

    public static SqliteDatabase OpenReadWrite(string path) => Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    public static SqliteDatabase OpenReadOnly(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    /// <summary>A private database that lives in memory and, where it grows large, in a nameless temporary file.</summary>
    public static SqliteDatabase OpenScratch() => Open("", raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    public SqliteStatement Statement(string sql)
    {
        if (_literals.TryGetValue(sql, out var cached) && !cached.InUse)
            return cached;
        if (_statements.TryGetValue(sql, out cached) && !cached.InUse)
        {
            if (string.IsInterned(sql) is not null)
                _literals.TryAdd(sql, cached);
            return cached;
        }

        if (cached is not null || _statements.Count >= MaxCachedStatements)
            return new SqliteStatement(this, sql, cached: false);
        cached = new SqliteStatement(this, sql, cached: true);
        _statements.Add(sql, cached);
        return cached;
    }

    public ISqlRows Query(string sql, params ReadOnlySpan<SqlValue> values) => Rows(sql, values);

    public SqliteStatement Rows(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Statement(sql);
        statement.Bind(values);
        return statement.Open();
    }

    public int Execute(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Statement(sql);
        statement.Bind(values);
        statement.Run();
        var changes = Changes;
        statement.Release();
        return changes;
    }

    /// <summary>Runs a script of any number of statements without parameters.</summary>
    public void Script(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    public void Interrupt() => raw.sqlite3_interrupt(Handle);

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            throw Failure(code);
    }

    public SqliteException Failure(int code) =>
        new($"SQLite error {code}: {raw.sqlite3_errmsg(Handle).utf8_to_string()}.", code & 0xFF, raw.sqlite3_extended_errcode(Handle));

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _statements.Clear();
        _literals.Clear();
        Handle.Dispose();
    }

    private static SqliteDatabase Open(string path, int flags)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new SqliteDatabase(handle, path);
        try
        {
            database.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            raw.sqlite3_busy_timeout(handle, 10_000);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
