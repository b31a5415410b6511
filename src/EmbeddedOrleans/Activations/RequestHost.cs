using Orleans.Runtime.Calls;
using Orleans.Runtime.Filters;
using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Activations;

/// <summary>What runs requests one after another: an activation, or an observer. It holds the rule which request may start when.</summary>
internal abstract partial class RequestHost(Silo silo, GrainId grainId) : TurnQueue, ICallTarget
{
    private RequestList _waiting;
    private RequestList _running;

    // The request that is starting: until it first awaits it is in no list, and if it blocks its thread it never is.
    private Request? _starting;
    private int _runningReads;
    private int _runningInterleaved;
    private bool _checkWaiting;
    private bool _isWatched;

    public GrainId GrainId { get; } = grainId;

    internal Silo Silo { get; } = silo;

    /// <summary>The object whose methods are called; null before it exists.</summary>
    internal abstract object? Target { get; }

    internal abstract CallFilters Filters { get; }

    /// <summary>Requests that wait or run here, inbox included; approximate from another thread.</summary>
    internal int Load => InboxLength + _waiting.Count + _running.Count;

    internal int WaitingCount => InboxLength + _waiting.Count;

    /// <summary>Nothing waits or runs; exact only in a turn.</summary>
    protected bool IsQuiet => _running.Count + _waiting.Count == 0;

    protected Request? FirstWaiting => _waiting.First;

    /// <summary>Requests may start now, as far as the life of this host goes.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>No request can ever start beside another, so the first that must wait ends the search.</summary>
    protected abstract bool NeverInterleaves { get; }

    public bool TryAccept(Request request) => TryPost(request);

    /// <summary>A request arrives from the inbox: start it, or let it wait.</summary>
    internal void Receive(Request request)
    {
        if (request.IsSettled)
            return;

        if (IsOpen && MayStart(request))
        {
            Start(request);
            return;
        }

        _waiting.Add(request);
        OnFirstWait();
    }

    /// <summary>A running request has completed: answer its caller, and see what may start now.</summary>
    internal void Finish(Request request)
    {
        if (request.IsListed)
        {
            request.IsListed = false;
            _running.Remove(request);
            Count(request, -1);
        }

        _checkWaiting = true;
        request.Settle();
    }

    /// <summary>Whether the class lets this request start beside others, beyond what the method's own attributes say.</summary>
    protected abstract bool MayInterleave(Request request);

    /// <summary>Called when a request has to wait; the first one brings the grain to life.</summary>
    protected abstract void OnFirstWait();

    /// <summary>Called between turns after something changed, once what may start has started.</summary>
    protected abstract void OnChanged(bool isNothingRunning);

    /// <summary>A request is about to start.</summary>
    protected abstract void OnStart(Request request);

    /// <summary>The last turn. With a failure every request here gets it; without, they go to where the directory now says.</summary>
    protected virtual void End(Exception? failure)
    {
        // Closed before anyone is told, so that a caller who learns of the end and calls again reaches the next activation.
        var rest = Close();
        while (_waiting.First is { } request)
        {
            _waiting.Remove(request);
            Forward(request, failure);
        }

        for (var item = rest; item is not null;)
        {
            var next = item.Next;
            item.Next = null;
            if (item is Request request)
                Forward(request, failure);
            else if (item is TaskTurn turn)
                OnTaskAfterClose(turn.Task);
            else if (item is CallCancellation or FinishTurn)
                item.Run(this);
            item = next;
        }
    }

    protected void CheckWaiting() => _checkWaiting = true;

    protected override void EnsureRoom(int inboxLength)
    {
        var limit = Silo.QueueLimit;
        if (inboxLength + _waiting.Count > limit)
        {
            throw new LimitExceededException(
                $"Grain {GrainId} has {limit} requests waiting, the limit of GrainQueueOptions.MaxWaitingRequests; slow down and retry.");
        }
    }

    protected override void AfterTurn()
    {
        if (!_checkWaiting)
            return;

        _checkWaiting = false;
        StartWaiting();
        OnChanged(_running.Count == 0);
    }

    protected override void BeforeIdle()
    {
        if (IsQuiet)
            return;

        Interlocked.MemoryBarrier();
        Watch();
    }

    protected override void OnTaskAfterClose(Task task) =>

        // Code that outlives its host, such as the continuation of a forgotten task, still runs, but in nobody's turn.
        ThreadPool.UnsafeQueueUserWorkItem(static late => late.host.Execute(late.task), (host: this, task), preferLocal: false);

    private void Forward(Request request, Exception? failure)
    {
        if (!request.HasCaller || request.IsSettled)
            return;
        if (failure is not null)
            request.TryFail(failure);
        else
            Silo.Forward(GrainId, request);
    }

    private void StartWaiting()
    {
        for (var request = _waiting.First; request is not null && IsOpen;)
        {
            var next = (Request?)request.Next;
            if (request.IsSettled)
            {
                _waiting.Remove(request);
            }
            else if (MayStart(request))
            {
                _waiting.Remove(request);
                Start(request);
            }
            else if (NeverInterleaves)
            {
                return;
            }

            request = next;
        }
    }

    private void Start(Request request)
    {
        OnStart(request);
        RequestContext.Import(request.Context);
        _starting = request;
        var isOver = request.Begin(this);
        _starting = null;
        if (isOver)
            return;

        request.IsListed = true;
        _running.Add(request);
        Count(request, +1);
    }

    private bool MayStart(Request request)
    {
        var blocking = _running.Count - _runningInterleaved;
        if (blocking == 0)
            return true;

        var traits = request.Traits;
        return traits.HasFlag(CallTraits.AlwaysInterleave)
            || (traits.HasFlag(CallTraits.ReadOnly) && blocking == _runningReads)
            || MayInterleave(request);
    }

    private void Count(Request request, int change)
    {
        var traits = request.Traits;
        if (traits.HasFlag(CallTraits.AlwaysInterleave))
            _runningInterleaved += change;
        else if (traits.HasFlag(CallTraits.ReadOnly))
            _runningReads += change;
    }
}
