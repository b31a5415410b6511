using System.Diagnostics;
using SQLitePCL;
using Territory.Model.Ids;

namespace Territory.Journal.Benchmarks;

/// <summary>
/// The baseline: a hand-written loop on one thread that inserts each command as one row of one table and commits every n rows, with the journal's
/// settings. No index, no check of version or command, no checksum, no caller to wake.
/// </summary>
internal sealed class RawGroupCommit : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt? _insertCommand;
    private readonly sqlite3_stmt? _upsertState;
    private readonly sqlite3_stmt _commit;
    private readonly long[] _versions = new long[Workload.Streams];
    private long _position;

    /// <param name="sameFacts">Adds what the promises need when they are left to SQLite: a unique index by stream and version, and a table of commands with answers.</param>
    /// <param name="stateRow">Adds the projection: one state row per stream, kept up to date.</param>
    public RawGroupCommit(string path, int checkpointPages, bool sameFacts, bool stateRow)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Script($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = {checkpointPages};");
        Script("CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, alias TEXT, actor TEXT, recorded_at INTEGER, command BLOB, payload BLOB)");
        if (sameFacts)
        {
            Script("CREATE UNIQUE INDEX event_stream ON event (stream, version)");
            Script("CREATE TABLE command (command BLOB PRIMARY KEY, position INTEGER, answer BLOB) WITHOUT ROWID");
            _insertCommand = Prepare("INSERT INTO command VALUES (?1, ?2, ?3)");
        }

        if (stateRow)
        {
            Script("CREATE TABLE terminals (id TEXT PRIMARY KEY, version INTEGER NOT NULL, state BLOB NOT NULL, changed_at INTEGER NOT NULL) WITHOUT ROWID");
            _upsertState = Prepare(
                """
                INSERT INTO terminals (id, version, state, changed_at) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, changed_at = excluded.changed_at
                """);
        }

        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _insert = Prepare("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    }

    public Measure Run(long commands, int batchSize)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        for (long done = 0; done < commands; done += batchSize)
        {
            Step(_begin);
            for (var i = 0; i < batchSize; i++)
                Insert();
            Step(_commit);
        }

        return Measure.Since(started, cpu, commands);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _insertCommand?.Dispose();
        _upsertState?.Dispose();
        _commit.Dispose();
        _database.Dispose();
    }

    private void Insert()
    {
        var stream = Workload.StreamOf(_position);
        Span<byte> command = stackalloc byte[16];
        CommandId.New().Value.TryWriteBytes(command, bigEndian: true, out _);
        raw.sqlite3_bind_int64(_insert, 1, ++_position);
        raw.sqlite3_bind_text(_insert, 2, Workload.StreamNames[stream]);
        raw.sqlite3_bind_int64(_insert, 3, ++_versions[stream]);
        raw.sqlite3_bind_text(_insert, 4, "stock-counted");
        raw.sqlite3_bind_text(_insert, 5, "rep/R001");
        raw.sqlite3_bind_int64(_insert, 6, 1_790_000_000_000 + _position);
        raw.sqlite3_bind_blob(_insert, 7, command);
        raw.sqlite3_bind_blob(_insert, 8, Workload.Payload);
        Step(_insert);
        if (_insertCommand is not null)
        {
            raw.sqlite3_bind_blob(_insertCommand, 1, command);
            raw.sqlite3_bind_int64(_insertCommand, 2, _position);
            raw.sqlite3_bind_blob(_insertCommand, 3, Workload.Answer);
            Step(_insertCommand);
        }

        if (_upsertState is null)
            return;
        raw.sqlite3_bind_text(_upsertState, 1, Workload.StreamNames[stream]);
        raw.sqlite3_bind_int64(_upsertState, 2, _versions[stream]);
        raw.sqlite3_bind_blob(_upsertState, 3, Workload.Payload);
        raw.sqlite3_bind_int64(_upsertState, 4, 1_790_000_000_000 + _position);
        Step(_upsertState);
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Script(string sql) => Check(raw.sqlite3_exec(_database, sql));

    private void Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
            Check(code);
        raw.sqlite3_reset(statement);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite error {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
