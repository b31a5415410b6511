using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Territory.Journal.Sql;
using Territory.Journal.Verification;
using Territory.Model.Ids;

namespace Territory.Journal.Sqlite;

/// <summary>The journal in one SQLite file, for one process.</summary>
public sealed class SqliteJournal : IJournal
{
    private const int ReadChunk = 512;

    private readonly SqliteJournalOptions _options;
    private readonly ProcessLock _lock;
    private readonly SqliteDatabase _database;
    private readonly ProjectionSet _projections;
    private readonly EntryNames _names;
    private readonly RecentEntries _recent;
    private readonly ReadConnections _readers;
    private readonly JournalWriter _writer;
    private readonly TimeProvider _time;
    private readonly ITimer _pruneTimer;
    private int _disposed;

    private SqliteJournal(
        SqliteJournalOptions options, ProcessLock processLock, SqliteDatabase database, ProjectionSet projections, EntryNames names, TimeProvider time)
    {
        _options = options;
        _lock = processLock;
        _database = database;
        _projections = projections;
        _names = names;
        _time = time;
        var position = database.Integer("SELECT max(position) FROM journal_event") ?? 0;
        _recent = new RecentEntries(options.RecentEvents, options.RecentBytes, position);
        _readers = new ReadConnections(options.Path, options.ReadConnections);
        _writer = new JournalWriter(database, projections, _recent, options, time);
        _pruneTimer = time.CreateTimer(static state => ((SqliteJournal)state!).PruneInBackground(), this, options.PruneInterval, options.PruneInterval);
    }

    public string Path => _options.Path;

    public long Position => _recent.Last;

    public string? WriteFailure => _writer.Failure;

    /// <summary>Opens a journal, or creates it where there is no file, and brings its projections up to date.</summary>
    /// <exception cref="ArgumentException">An option or the set of projections is wrong.</exception>
    /// <exception cref="JournalUnusableException">The file is damaged, foreign, of a newer version, or in use by another process.</exception>
    /// <exception cref="ProjectionFailedException">A projection failed while it was rebuilt; the journal is as it was.</exception>
    public static Task<SqliteJournal> OpenAsync(
        SqliteJournalOptions options, IReadOnlyList<IProjection> projections, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(projections);
        options.Validate();
        var absolute = options with { Path = System.IO.Path.GetFullPath(options.Path) };
        var set = new ProjectionSet(projections);
        return Task.Run(() => Open(absolute, set, time ?? TimeProvider.System, cancellationToken), cancellationToken);
    }

    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        Require(request);
        var pending = new PendingAppend(request);
        return !cancellationToken.CanBeCanceled && _writer.TryEnqueue(pending) ? pending.Outcome : AppendAsync(pending, cancellationToken);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindAnswerAsync(CommandId command, CancellationToken cancellationToken = default)
    {
        var database = await _readers.RentAsync(cancellationToken);
        try
        {
            using var rows = database.Rows("SELECT answer FROM journal_command WHERE command = ?1", command.Value.ToByteArray(bigEndian: true));
            if (rows.Read())
                return rows.GetBytes(0).AsMemory();
            return null;
        }
        finally
        {
            _readers.Return(database);
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync(long afterPosition, int limit, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        while (limit > 0)
        {
            var chunk = Math.Min(limit, ReadChunk);
            var entries = await UseReaderAsync(reader => reader.Read(afterPosition, chunk), cancellationToken);
            foreach (var entry in entries)
                yield return entry;
            if (entries.Count < chunk)
                yield break;
            afterPosition = entries[^1].Position;
            limit -= entries.Count;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(
        StreamId stream, long afterVersion = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        var positions = await UseReaderAsync(reader => reader.PositionsFromLast(stream, afterVersion), cancellationToken);
        positions.Reverse();
        foreach (var chunk in positions.Chunk(ReadChunk))
        {
            foreach (var entry in await UseReaderAsync(reader => reader.Read(chunk), cancellationToken))
                yield return entry;
        }
    }

    public async IAsyncEnumerable<JournalEntry> FollowAsync(long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        if (afterPosition > Position)
            throw new ArgumentOutOfRangeException(nameof(afterPosition), afterPosition, $"The journal ends at position {Position}; the position was taken from another journal.");

        var buffer = new JournalEntry[ReadChunk];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = _recent.Copy(afterPosition, buffer);
            if (count < 0)
            {
                var from = afterPosition;
                var entries = await UseReaderAsync(reader => reader.Read(from, ReadChunk), cancellationToken);
                entries.CopyTo(buffer);
                count = entries.Count;
            }

            for (var i = 0; i < count; i++)
                yield return buffer[i];
            afterPosition += count;
            if (count == 0 && !await _recent.WaitBeyondAsync(afterPosition, cancellationToken))
                yield break;
        }
    }

    public async ValueTask<long> WaitBeyondAsync(long position, CancellationToken cancellationToken = default)
    {
        await _recent.WaitBeyondAsync(position, cancellationToken);
        return Position;
    }

    public async ValueTask<IReadSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default)
    {
        var database = await _readers.RentAsync(cancellationToken);
        try
        {
            return new ReadSnapshot(_readers, database);
        }
        catch
        {
            _readers.Return(database);
            throw;
        }
    }

    public Task<IReadSnapshot> OpenPastAsync(long position, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        if (position > Position)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"The journal ends at position {Position}.");
        return Task.Run<IReadSnapshot>(() => PastSnapshot.Recompute(Path, _projections, position, cancellationToken), cancellationToken);
    }

    /// <summary>A read-only ADO.NET connection to the same file, opened; dispose it. For tools; queries of the product use snapshots.</summary>
    public SqliteConnection OpenReadConnection()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Removes the answers of commands past their retention; the journal also does so by itself. Returns how many.</summary>
    public async Task<int> PruneCommandsAsync(CancellationToken cancellationToken = default)
    {
        var prune = new PendingPrune(_time.GetUtcNow() - _options.CommandRetention);
        await _writer.EnqueueAsync(prune, cancellationToken);
        return await prune.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Proves the journal's integrity and that the projections equal their recomputation, at the position of its start.</summary>
    /// <param name="defectsPerKind">How many defects of each kind are listed; all are counted.</param>
    public Task<JournalVerification> VerifyAsync(int defectsPerKind = 20, CancellationToken cancellationToken = default) =>
        JournalVerifier.VerifyAsync(Path, _projections.All, defectsPerKind, cancellationToken);

    /// <summary>Copies the journal, while it works, into a new file. Returns the position of the last event in the copy.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written; there is then no file of that name.</exception>
    public Task<long> BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        var target = System.IO.Path.GetFullPath(path);
        return Task.Run(() => JournalBackup.Run(Path, target, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _pruneTimer.DisposeAsync();
        _writer.Close();
        await _writer.Ended;
        _recent.Close();
        _readers.Dispose();
        _writer.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }

    private static SqliteJournal Open(SqliteJournalOptions options, ProjectionSet projections, TimeProvider time, CancellationToken cancellationToken)
    {
        var processLock = ProcessLock.Acquire(options.Path);
        SqliteDatabase? database = null;
        try
        {
            database = JournalFile.OpenForWriting(options);
            var names = new EntryNames(options.CachedStreams);
            projections.BringUpToDate(database, names, options.RebuildProjections, cancellationToken);
            return new SqliteJournal(options, processLock, database, projections, names, time);
        }
        catch (Exception exception)
        {
            database?.Dispose();
            processLock.Dispose();
            if (exception is SqliteException failure)
                throw JournalFile.Explain(options.Path, failure);
            throw;
        }
    }

    private async ValueTask<AppendResult> AppendAsync(PendingAppend pending, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _writer.EnqueueAsync(pending, cancellationToken);
        await using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((PendingAppend)state!).Cancel(token), pending);
        return await pending.Outcome;
    }

    private async ValueTask<T> UseReaderAsync<T>(Func<EntryReader, T> read, CancellationToken cancellationToken)
    {
        var database = await _readers.RentAsync(cancellationToken);
        try
        {
            return read(new EntryReader(database, _names));
        }
        finally
        {
            _readers.Return(database);
        }
    }

    private void PruneInBackground()
    {
        // Where the queue is full or closed the next tick will do.
        var prune = new PendingPrune(_time.GetUtcNow() - _options.CommandRetention);
        _writer.TryEnqueue(prune);
    }

    private void Require(AppendRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Stream.Value, "request.Stream");
        ArgumentException.ThrowIfNullOrEmpty(request.Actor, "request.Actor");
        ArgumentOutOfRangeException.ThrowIfLessThan(request.ExpectedVersion, AppendRequest.AnyVersion, "request.ExpectedVersion");
        if (request.Command.Value == Guid.Empty)
            throw new ArgumentException("A command has an id.", nameof(request));
        if (request.Events.Count > _options.MaxEventsPerAppend)
            throw new ArgumentException($"An append has at most {_options.MaxEventsPerAppend} events; this one has {request.Events.Count}.", nameof(request));
        RequireSize(request.Answer, "answer");
        for (var i = 0; i < request.Events.Count; i++)
        {
            var data = request.Events[i];
            if (string.IsNullOrEmpty(data.Alias))
                throw new ArgumentException($"Event {i} has no alias.", nameof(request));
            RequireSize(data.Payload, data.Alias);
        }

        void RequireSize(ReadOnlyMemory<byte> bytes, string what)
        {
            if (bytes.Length > _options.MaxPayloadBytes)
                throw new ArgumentException($"The {what} has {bytes.Length} bytes; the most is {_options.MaxPayloadBytes}.", nameof(request));
        }
    }
}
