using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Territory.Journal.Sqlite;

/// <summary>
/// The single writer: a thread of its own that takes whatever appends are waiting, writes them in one transaction, commits once and has their
/// callers released on the thread pool.
/// </summary>
/// <remarks>
/// A batch is first written without savepoints. Only when a projection throws is it undone and written again with a savepoint around each append,
/// so that the failing one is refused and the others stand; the common case pays nothing for it.
/// </remarks>
internal sealed class JournalWriter : IDisposable
{
    private readonly Channel<object> _queue;
    private readonly SqliteDatabase _database;
    private readonly ProjectionSet _projections;
    private readonly EventWriter _writer;
    private readonly CommandPruning _pruning;
    private readonly RecentEntries _recent;
    private readonly TimeProvider _time;
    private readonly JournalMetrics _metrics;
    private readonly Thread _thread;
    private readonly List<PendingAppend> _batch;
    private readonly Queue<PendingPrune> _prunes = new();
    private readonly int _maxBatchSize;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _fault;
    private volatile string? _failure;

    public JournalWriter(SqliteDatabase database, ProjectionSet projections, RecentEntries recent, SqliteJournalOptions options, TimeProvider time)
    {
        _database = database;
        _projections = projections;
        _recent = recent;
        _time = time;
        _maxBatchSize = options.MaxBatchSize;
        _batch = new List<PendingAppend>(options.MaxBatchSize);
        _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        _metrics = new JournalMetrics(() => _queue.Reader.Count);
        _writer = new EventWriter(database, projections, options.CachedStreams);
        _pruning = new CommandPruning(database);
        _thread = new Thread(Run) { Name = "Territory journal writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Completed when everything queued is written and the thread has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Why the latest batch was not written; null once one was.</summary>
    public string? Failure => _failure;

    /// <exception cref="ObjectDisposedException">The journal is closed.</exception>
    public async ValueTask EnqueueAsync(object work, CancellationToken cancellationToken)
    {
        if (_queue.Writer.TryWrite(work))
            return;
        try
        {
            await _queue.Writer.WriteAsync(work, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteJournal), "The journal is closed.");
        }
    }

    public bool TryEnqueue(object work) => _queue.Writer.TryWrite(work);

    /// <summary>No more work is accepted; what is queued is still written.</summary>
    public void Close() => _queue.Writer.TryComplete();

    public void Dispose() => _metrics.Dispose();

    private void Run()
    {
        try
        {
            while (_prunes.Count > 0 || WaitForWork())
            {
                TakeBatch();
                if (_batch.Count > 0)
                    CommitBatch();
                if (_prunes.TryPeek(out var prune))
                    PruneStep(prune);
            }
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    // The thread belongs to the writer, so that blocking it is how it waits.
    private bool WaitForWork() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void TakeBatch()
    {
        while (_batch.Count < _maxBatchSize && _queue.Reader.TryRead(out var work))
        {
            if (work is PendingAppend append)
            {
                if (append.TryTake())
                    _batch.Add(append);
            }
            else
            {
                _prunes.Enqueue((PendingPrune)work);
            }
        }
    }

    private void CommitBatch()
    {
        var started = _time.GetTimestamp();
        var committing = false;
        try
        {
            if (_fault is not null)
                throw new JournalWriteException("The journal takes no more appends since an earlier disk failure. Check the disk and restart.", _fault);
            WriteBatch();
            committing = true;
            _writer.Commit();
            _projections.OthersForgotten();
            _failure = null;
            _recent.Publish(_writer.Written);
            Count(started);
        }
        catch (Exception exception)
        {
            Fail(exception, committing);
        }

        new CompletedBatch([.. _batch]).Release();
        _batch.Clear();
    }

    private void WriteBatch()
    {
        // Stored to the millisecond, so that an event is the same when it is read again.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            _writer.Begin();
            _projections.ForgetOthers(_database);
            foreach (var append in _batch)
                _writer.Write(append, now);
        }
        catch (ProjectionFailedException)
        {
            _writer.Rollback();
            _writer.Begin();
            _projections.ForgetOthers(_database);
            foreach (var append in _batch)
                _writer.WriteAlone(append, now);
        }
    }

    private void Fail(Exception exception, bool committing)
    {
        _metrics.Failures.Add(_batch.Count);
        _failure = exception.Message;
        // A full disk is found before the commit is written. After any other failed commit the log may hold it, and only opening it again tells.
        var unknown = committing && exception is not SqliteException { SqliteErrorCode: raw.SQLITE_FULL };
        if (unknown)
            _fault = exception;
        foreach (var append in _batch)
        {
            append.Failure = unknown
                ? new AppendOutcomeUnknownException(append.Request.Command, exception)
                : exception as JournalWriteException ?? new JournalWriteException($"Nothing was written: {exception.Message}", exception);
        }

        try
        {
            _writer.Rollback();
        }
        catch (SqliteException rollback)
        {
            _fault ??= rollback;
        }
    }

    private void PruneStep(PendingPrune prune)
    {
        try
        {
            if (_pruning.Step(prune))
                return;
            prune.TrySetResult(prune.Removed);
        }
        catch (SqliteException exception)
        {
            prune.TrySetException(new JournalWriteException($"Old answers could not be removed: {exception.Message}", exception));
        }

        _prunes.Dequeue();
    }

    private void Count(long started)
    {
        _metrics.CommitTime.Record(_time.GetElapsedTime(started).TotalMilliseconds);
        _metrics.BatchSize.Record(_batch.Count);
        _metrics.Events.Add(_writer.Written.Count);
        foreach (var append in _batch)
        {
            if (append.Failure is not null)
                _metrics.Failures.Add(1);
            else if (append.Result.Status == AppendStatus.Duplicate)
                _metrics.Duplicates.Add(1);
            else if (append.Result.Status == AppendStatus.VersionConflict)
                _metrics.Conflicts.Add(1);
        }
    }
}
