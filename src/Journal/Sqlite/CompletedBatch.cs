namespace Territory.Journal.Sqlite;

/// <summary>Releases the callers of a batch on the thread pool, so that the writer goes on with the next batch.</summary>
/// <remarks>
/// Queued once per processor, not once per caller: each worker tells one caller after another, so that a caller that keeps its worker busy holds up
/// no other while a worker is free.
/// </remarks>
internal sealed class CompletedBatch(PendingAppend[] appends) : IThreadPoolWorkItem
{
    // Two at least: one caller may wait for another of the same batch.
    private static readonly int Workers = Math.Max(2, Environment.ProcessorCount);

    private int _next = -1;

    public void Release()
    {
        for (var i = Math.Min(Workers, appends.Length); i > 0; i--)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Execute()
    {
        int mine;
        while ((mine = Interlocked.Increment(ref _next)) < appends.Length)
            appends[mine].Complete();
    }
}
