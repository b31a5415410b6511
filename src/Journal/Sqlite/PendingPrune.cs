namespace Territory.Journal.Sqlite;

/// <summary>A request to remove answers past their retention; its result is how many were removed.</summary>
internal sealed class PendingPrune(DateTimeOffset olderThan) : TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public DateTimeOffset OlderThan { get; } = olderThan;

    public int Removed { get; set; }
}
