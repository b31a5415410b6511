using System.Collections.Concurrent;

namespace Territory.Journal.Sqlite;

/// <summary>A bounded pool of read-only connections.</summary>
internal sealed class ReadConnections(string path, int capacity) : IDisposable
{
    private readonly ConcurrentBag<SqliteDatabase> _idle = [];
    private readonly SemaphoreSlim _free = new(capacity, capacity);
    private volatile bool _closed;

    /// <summary>Waits for a connection; give it back with <see cref="Return"/>.</summary>
    public async ValueTask<SqliteDatabase> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteJournal));
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (_idle.TryTake(out var idle))
                return idle;
            var opened = SqliteDatabase.OpenReadOnly(path);
            opened.Script("PRAGMA query_only = ON; PRAGMA cache_size = -8192;");
            return opened;
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void Return(SqliteDatabase connection)
    {
        if (_closed)
            connection.Dispose();
        else
            _idle.Add(connection);
        _free.Release();
    }

    /// <summary>Closes what is idle; what is in use is closed when it comes back.</summary>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var idle))
            idle.Dispose();
    }
}
