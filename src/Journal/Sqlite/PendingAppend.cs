using System.Threading.Tasks.Sources;

namespace Territory.Journal.Sqlite;

/// <summary>An append between its caller and the writer. Either the writer takes it or its caller withdraws it, never both.</summary>
/// <remarks>Its caller awaits the append itself, once: a task for each would cost as much as the wait it stands for.</remarks>
internal sealed class PendingAppend(AppendRequest request) : IValueTaskSource<AppendResult>
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Told = 2;

    private ManualResetValueTaskSourceCore<AppendResult> _source;
    private int _state = Queued;

    public AppendRequest Request { get; } = request;

    /// <summary>What the writer found; told to the caller only after the commit.</summary>
    public AppendResult Result { get; set; }

    /// <summary>Why the writer failed, instead of a result.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Ends when the caller is told; to be awaited once.</summary>
    public ValueTask<AppendResult> Outcome => new(this, _source.Version);

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    public void Cancel(CancellationToken cancellationToken)
    {
        var state = Interlocked.Exchange(ref _state, Told);
        if (state == Told)
            return;

        // Who cancels does not run what waits.
        _source.RunContinuationsAsynchronously = true;
        _source.SetException(state == Queued ? new OperationCanceledException(cancellationToken) : new AppendOutcomeUnknownException(Request.Command));
    }

    /// <summary>Tells the caller. What awaits without a scheduler of its own runs on from here, before this returns.</summary>
    public void Complete()
    {
        if (Interlocked.Exchange(ref _state, Told) == Told)
            return;
        if (Failure is null)
            _source.SetResult(Result);
        else
            _source.SetException(Failure);
    }

    public AppendResult GetResult(short token) => _source.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
