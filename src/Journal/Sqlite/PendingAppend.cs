namespace Territory.Journal.Sqlite;

/// <summary>An append between its caller and the writer. Either the writer takes it or its caller withdraws it, never both.</summary>
internal sealed class PendingAppend(AppendRequest request) : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int _state = Queued;

    public AppendRequest Request { get; } = request;

    /// <summary>What the writer found; told to the caller only after the commit.</summary>
    public AppendResult Result { get; set; }

    /// <summary>Why the writer failed, instead of a result.</summary>
    public Exception? Failure { get; set; }

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    public void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Queued) == Queued)
            TrySetCanceled(cancellationToken);
        else
            TrySetException(new AppendOutcomeUnknownException(Request.Command));
    }

    public void Complete()
    {
        if (Failure is null)
            TrySetResult(Result);
        else
            TrySetException(Failure);
    }
}
