using System.Text;
using SQLitePCL;
using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>A prepared statement and, while it runs as a query, its rows.</summary>
internal sealed class SqliteStatement : ISqlRows
{
    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _statement;
    private readonly bool _cached;

    public SqliteStatement(SqliteDatabase database, string sql, bool cached)
    {
        _database = database;
        _cached = cached;
        database.Check(raw.sqlite3_prepare_v3(database.Handle, sql, cached ? 1u : 0u /* SQLITE_PREPARE_PERSISTENT */, out _statement));
        if (_statement.IsInvalid)
            throw new ArgumentException($"Not a statement: \"{sql}\".", nameof(sql));
        Columns = raw.sqlite3_column_count(_statement);
    }

    public bool InUse { get; private set; }

    public int Columns { get; }

    public void Bind(int index, long value) => raw.sqlite3_bind_int64(_statement, index, value);

    public void Bind(int index, double value) => raw.sqlite3_bind_double(_statement, index, value);

    public void BindNull(int index) => raw.sqlite3_bind_null(_statement, index);

    // An empty span has no address, and SQLite would store null for it.
    public void Bind(int index, ReadOnlySpan<byte> value) =>
        _database.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value));

    public void Bind(int index, string value)
    {
        if (value.Length > 256 || value.Length == 0)
        {
            _database.Check(raw.sqlite3_bind_text(_statement, index, value));
            return;
        }

        Span<byte> utf8 = stackalloc byte[256 * 3];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        _database.Check(raw.sqlite3_bind_text(_statement, index, utf8[..length]));
    }

    public void Bind(ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var value = ref values[i];
            switch (value.Kind)
            {
                case SqlKind.Null:
                    BindNull(i + 1);
                    break;
                case SqlKind.Integer:
                    Bind(i + 1, value.Integer);
                    break;
                case SqlKind.Real:
                    Bind(i + 1, value.Real);
                    break;
                case SqlKind.Text:
                    Bind(i + 1, value.Text);
                    break;
                default:
                    Bind(i + 1, value.Blob.Span);
                    break;
            }
        }
    }

    /// <summary>Runs a statement to its end; a result that it may have is dropped.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Fail(code);
        raw.sqlite3_reset(_statement);
    }

    /// <summary>Starts a query whose parameters are bound; <see cref="Dispose"/> ends it.</summary>
    public SqliteStatement Open()
    {
        InUse = true;
        return this;
    }

    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            Fail(code);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public long GetInt64(int column) => raw.sqlite3_column_int64(_statement, column);

    public double GetDouble(int column) => raw.sqlite3_column_double(_statement, column);

    // The bytes of a text are its UTF-8 form, since that is the encoding of the database.
    public string GetString(int column) => Encoding.UTF8.GetString(GetSpan(column));

    public string? GetStringOrNull(int column) => IsNull(column) ? null : GetString(column);

    public byte[] GetBytes(int column) => GetSpan(column).ToArray();

    /// <summary>The bytes as they lie in the database; valid until the next row.</summary>
    public ReadOnlySpan<byte> GetSpan(int column) => raw.sqlite3_column_blob(_statement, column);

    public SqlValue GetValue(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => SqlValue.Null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => GetString(column),
        _ => GetBytes(column),
    };

    public void Dispose()
    {
        raw.sqlite3_reset(_statement);
        InUse = false;
        Release();
    }

    /// <summary>Closes a statement that the cache does not keep.</summary>
    public void Release()
    {
        if (!_cached)
            Close();
    }

    public void Close() => _statement.Dispose();

    private void Fail(int code)
    {
        // The message belongs to the connection and the reset may replace it, so it is read first.
        var failure = _database.Failure(code);
        raw.sqlite3_reset(_statement);
        throw failure;
    }
}
