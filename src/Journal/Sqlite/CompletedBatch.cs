namespace Territory.Journal.Sqlite;

/// <summary>Releases the callers of a batch on the thread pool, so that the writer goes on with the next batch.</summary>
/// <remarks>
/// Queued once per processor, not once per caller: each worker tells one caller after another, so that a caller that keeps its worker busy holds up
/// no other while a worker is free.
/// </remarks>
internal sealed class CompletedBatch(PendingAppend[] appends) : IThreadPoolWorkItem
{
    private const int CallersPerWorker = 8;

    private int _next = -1;

    public void Release()
    {
        var workers = Math.Min(Environment.ProcessorCount, (appends.Length + CallersPerWorker - 1) / CallersPerWorker);
        for (var i = 0; i < workers; i++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Execute()
    {
        int mine;
        while ((mine = Interlocked.Increment(ref _next)) < appends.Length)
            appends[mine].Complete();
    }
}
