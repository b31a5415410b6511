using Orleans.Runtime.Calls;
using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Activations;

/// <summary>What the watchdog sees of a host: who waits here too long.</summary>
internal abstract partial class RequestHost
{
    /// <summary>Has the watchdog look here until nothing waits or runs.</summary>
    internal void Watch()
    {
        if (Volatile.Read(ref _isWatched))
            return;
        Volatile.Write(ref _isWatched, true);
        Silo.Watchdog.Add(this);
    }

    /// <summary>Fails the requests whose time is up; false when there is nothing left to watch. Runs outside the turns.</summary>
    internal bool ExpireRequests(long tick)
    {
        Volatile.Write(ref _isWatched, false);
        Interlocked.MemoryBarrier();
        VisitRequests(item => Expire(item, tick));
        if (IsClosed || (IsIdle && IsQuiet))
            return false;

        // Another thread may have added it again meanwhile; being watched twice does no harm.
        Volatile.Write(ref _isWatched, true);
        return true;
    }

    /// <summary>The silo has stopped without this host: fail what is here, and refuse what comes.</summary>
    internal void Abandon(OrleansException exception)
    {
        VisitRequests(item => (item as Request)?.TryFail(exception));
        TryPost(new HostTurn(host => host.End(exception)));
    }

    private void VisitRequests(Action<WorkItem> visit)
    {
        if (Volatile.Read(ref _starting) is { } starting)
            visit(starting);
        Visit(_running.First, visit);
        Visit(_waiting.First, visit);
        VisitQueued(visit);
    }

    private void Expire(WorkItem item, long tick)
    {
        if (item is not Request { HasCaller: true, IsSettled: false } request)
            return;

        var timeout = request.Facts.ResponseTimeout ?? Silo.ResponseTimeout;
        if (request.DeadlineTick == 0)
        {
            request.DeadlineTick = Silo.Watchdog.TickAfter(timeout);
        }
        else if (tick >= request.DeadlineTick && request.TryFail(new TimeoutException(
            $"Response did not arrive on time in {timeout} for request {request.Facts} to grain {GrainId}. The outcome is unknown.")))
        {
            request.Cancellation?.Signal();
        }
    }
}
