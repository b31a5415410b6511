namespace Territory.Journal.Sqlite;

/// <summary>Releases the callers of a batch on the thread pool, so that the writer goes on with the next batch.</summary>
internal sealed class CompletedBatch(PendingAppend[] appends) : IThreadPoolWorkItem
{
    public void Execute()
    {
        foreach (var append in appends)
            append.Complete();
    }
}
