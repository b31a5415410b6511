using Orleans.Runtime.Activations;
using Orleans.Runtime.Filters;

namespace Orleans.Runtime.Calls;

/// <summary>A call without a result. Generated classes derive from it, one per interface method, with a field per argument.</summary>
internal abstract class VoidRequest : Request
{
    private readonly TaskCompletionSource _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ValueTask _running;

    internal Task Response => _promise.Task;

    internal sealed override bool IsSettled => _promise.Task.IsCompleted;

    internal sealed override object? BoxedResult { get; set; }

    internal sealed override bool Begin(RequestHost host)
    {
        Host = host;
        try
        {
            _running = host.Filters.IsEmpty || !HasCaller ? Call(host.Target!) : new(new IncomingCall(this, host).Invoke());
        }
        catch (Exception exception)
        {
            _running = ValueTask.FromException(exception);
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
            _running.GetAwaiter().GetResult();
            _promise.TrySetResult();
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

    internal sealed override Task InvokeBoxed(object target) => Call(target).AsTask();

    /// <summary>Generated: calls the interface method with the argument fields.</summary>
    protected abstract ValueTask Call(object target);
}
