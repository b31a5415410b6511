namespace Territory.Journal.Sqlite;

/// <summary>
/// The tail of the journal in memory, filled once by the writer after each commit and read by every follower at its own pace. Bounded in events
/// and in bytes: what is older is read from the database.
/// </summary>
internal sealed class RecentEntries(int capacity, long maxBytes, long position)
{
    private readonly Lock _lock = new();
    private readonly JournalEntry?[] _ring = new JournalEntry?[capacity];
    private TaskCompletionSource? _advanced;
    private long _bytes;
    private int _count;
    private long _last = position;
    private bool _closed;

    /// <summary>Position of the last committed event.</summary>
    public long Last => Volatile.Read(ref _last);

    public void Publish(IReadOnlyList<JournalEntry> entries)
    {
        TaskCompletionSource? advanced;
        lock (_lock)
        {
            foreach (var entry in entries)
                Add_NeedsLock(entry);
            advanced = _advanced;
            _advanced = null;
        }

        advanced?.TrySetResult();
    }

    /// <summary>
    /// Copies the events after a position. Returns how many; 0 when there is none yet; -1 when they are no longer in memory.
    /// </summary>
    public int Copy(long afterPosition, Span<JournalEntry> destination)
    {
        lock (_lock)
        {
            if (afterPosition >= _last)
                return 0;
            if (afterPosition < _last - _count)
                return -1;
            var count = (int)Math.Min(destination.Length, _last - afterPosition);
            for (var i = 0; i < count; i++)
                destination[i] = _ring[(afterPosition + 1 + i) % _ring.Length]!;
            return count;
        }
    }

    /// <summary>Waits until there are events after a position; false when the journal is closed and there will be none.</summary>
    public async ValueTask<bool> WaitBeyondAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task advanced;
            lock (_lock)
            {
                if (_last > position)
                    return true;
                if (_closed)
                    return false;
                _advanced ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                advanced = _advanced.Task;
            }

            await advanced.WaitAsync(cancellationToken);
        }
    }

    public void Close()
    {
        TaskCompletionSource? advanced;
        lock (_lock)
        {
            _closed = true;
            advanced = _advanced;
            _advanced = null;
        }

        advanced?.TrySetResult();
    }

    private void Add_NeedsLock(JournalEntry entry)
    {
        while (_count == _ring.Length || (_count > 0 && _bytes + entry.Payload.Length > maxBytes))
        {
            ref var oldest = ref _ring[(_last - _count + 1) % _ring.Length];
            _bytes -= oldest!.Payload.Length;
            oldest = null;
            _count--;
        }

        _ring[entry.Position % _ring.Length] = entry;
        _bytes += entry.Payload.Length;
        _count++;
        Volatile.Write(ref _last, entry.Position);
    }
}
