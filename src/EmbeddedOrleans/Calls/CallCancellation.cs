using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Calls;

/// <summary>
/// Carries the caller's cancellation into the grain: the caller's task ends at once, the grain's token is signalled in a turn of its own.
/// </summary>
internal sealed class CallCancellation : WorkItem, IDisposable
{
    private readonly Request _request;
    private readonly CancellationTokenSource _callee = new();
    private readonly CancellationToken _caller;
    private CancellationTokenRegistration _registration;

    internal CallCancellation(Request request, CancellationToken caller)
    {
        _request = request;
        _caller = caller;
    }

    internal CancellationToken CalleeToken => _callee.Token;

    /// <summary>Starts listening; called before the request is posted.</summary>
    internal void Listen() => _registration = _caller.UnsafeRegister(static state => ((CallCancellation)state!).OnCanceled(), this);

    /// <summary>Signals the grain's token in a turn of its activation, after the caller has given up.</summary>
    internal void Signal()
    {
        if (_request.Host is not { } host || !host.TryPost(this))
            _callee.Cancel();
    }

    internal override void Run(TurnQueue queue) => _callee.Cancel();

    public void Dispose() => _registration.Dispose();

    private void OnCanceled()
    {
        if (_request.TryFail(new OperationCanceledException(_caller)))
            Signal();
    }
}
