using Orleans.Runtime.Activations;
using Orleans.Runtime.Filters;

namespace Orleans.Runtime.Calls;

/// <summary>A call with a result. Generated classes derive from it, one per interface method, with a field per argument.</summary>
internal abstract class ResultRequest<T> : Request
{
    private readonly TaskCompletionSource<T> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ValueTask<T> _running;
    private T? _boxed;

    internal Task<T> Response => _promise.Task;

    internal sealed override bool IsSettled => _promise.Task.IsCompleted;

    internal sealed override object? BoxedResult { get => _boxed; set => _boxed = (T?)value; }

    internal sealed override bool Begin(RequestHost host)
    {
        Host = host;
        try
        {
            _running = host.Filters.IsEmpty || !HasCaller ? Call(host.Target!) : CallFiltered(host);
        }
        catch (Exception exception)
        {
            _running = ValueTask.FromException<T>(exception);
        }

        if (_running.IsCompletedSuccessfully)
        {
            _promise.TrySetResult(_running.Result);
            Cancellation?.Dispose();
            return true;
        }

        if (_running.IsCompleted)
        {
            Settle();
            return true;
        }

        _running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(OnCompleted);
        return false;
    }

    internal sealed override void Settle()
    {
        try
        {
            _promise.TrySetResult(_running.GetAwaiter().GetResult());
        }
        catch (Exception exception)
        {
            TryFail(exception);
        }

        Cancellation?.Dispose();
    }

    internal sealed override bool TryFail(Exception exception)
    {
        if (exception is OperationCanceledException canceled)
            return _promise.TrySetCanceled(canceled.CancellationToken);

        var failed = _promise.TrySetException(exception);

        // Nobody will look at the outcome of a one-way call, which is no reason to report it as unobserved.
        if (Traits.HasFlag(CallTraits.OneWay))
            _ = _promise.Task.Exception;
        return failed;
    }

    internal sealed override async Task InvokeBoxed(object target) => _boxed = await Call(target);

    /// <summary>Generated: calls the interface method with the argument fields.</summary>
    protected abstract ValueTask<T> Call(object target);

    private async ValueTask<T> CallFiltered(RequestHost host)
    {
        await new IncomingCall(this, host).Invoke();
        return _boxed!;
    }
}
