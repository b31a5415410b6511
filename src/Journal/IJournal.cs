using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.Journal;

/// <summary>The truth: append-only streams in one total order, each append durable before it is acknowledged.</summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Position of the last committed event; 0 while there is none. Never smaller than a position that an append has returned.</summary>
    long Position { get; }

    /// <summary>Why the latest appends could not be written, in words; null once an append has been, and while none has failed.</summary>
    string? WriteFailure { get; }

    /// <summary>
    /// Appends the events of one command, together with what the projections make of them, and returns when they are on disk.
    /// A command that was recorded before is not written again; its first answer comes back.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before the writer took it; nothing was or will be written.</exception>
    /// <exception cref="AppendOutcomeUnknownException">Cancelled or failed after the writer took it; retry with the same command id.</exception>
    /// <exception cref="ProjectionFailedException">A projection refused the event; nothing was written.</exception>
    /// <exception cref="JournalWriteException">The disk refused; nothing was written.</exception>
    ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default);

    /// <summary>The answer recorded for a command, or null when the command is unknown or older than the retention.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindAnswerAsync(CommandId command, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> events after a position, in order.</summary>
    IAsyncEnumerable<JournalEntry> ReadAsync(long afterPosition, int limit, CancellationToken cancellationToken = default);

    /// <summary>All events of one stream after a version, in order.</summary>
    IAsyncEnumerable<JournalEntry> ReadStreamAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>
    /// History after a position, then every event as it is committed: in order, no gap, none twice. A follower that falls behind is served from
    /// the database. The enumeration ends when the journal is closed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies beyond the journal's end: it was taken from another journal.</exception>
    IAsyncEnumerable<JournalEntry> FollowAsync(long afterPosition, CancellationToken cancellationToken = default);

    /// <summary>Waits until <see cref="Position"/> is beyond the given one, or the journal is closed, and returns it.</summary>
    ValueTask<long> WaitBeyondAsync(long position, CancellationToken cancellationToken = default);

    /// <summary>
    /// A consistent view of the projections' tables and the position they stand at. Waits while all read connections are in use. Dispose it soon:
    /// while it is open the database cannot reclaim its log.
    /// </summary>
    ValueTask<IReadSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The projections' tables as they stood at an earlier position, recomputed from the events up to it: about as long as a rebuild takes.
    /// It holds nothing of the journal while it is open.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or beyond the journal's end.</exception>
    Task<IReadSnapshot> OpenPastAsync(long position, CancellationToken cancellationToken = default);
}
