namespace Orleans.Runtime.Scheduling;

/// <summary>
/// Runs work items one at a time, in order, on the thread pool. It is a task scheduler, so what grain code awaits comes back to it.
/// </summary>
/// <remarks>
/// Algorithm: a lock-free inbox (a stack of linked items, taken as a whole and reversed). The inbox field is also the state: null is idle,
/// <see cref="Busy"/> is running with nothing new, <see cref="Closed"/> is over. Whoever moves it away from null schedules the drain.
/// Complexity: one compare-and-swap to post, two interlocked operations per drain, O(1) amortised per item.
/// </remarks>
internal abstract class TurnQueue : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>Turns in a row before other work on the thread pool gets its chance.</summary>
    private const int MaxTurnsPerDrain = 128;

    private static readonly WorkItem Busy = new Marker();
    private static readonly WorkItem Closed = new Marker();
    private static readonly Action<object?> DrainAction = static queue => ((TurnQueue)queue!).Drain();

    private WorkItem? _inbox;
    private WorkItem? _ready;
    private int _readyCount;

    public sealed override int MaximumConcurrencyLevel => 1;

    internal bool IsIdle => Volatile.Read(ref _inbox) is null;

    internal bool IsClosed => Volatile.Read(ref _inbox) == Closed;

    /// <summary>True on the thread, and only while, this queue runs a turn on it.</summary>
    internal bool IsRunningHere => TurnSlot.Current == this;

    /// <summary>Items posted whose turn has not ended; seen from another thread it is approximate.</summary>
    internal int InboxLength => (Volatile.Read(ref _inbox)?.Depth ?? 0) + Volatile.Read(ref _readyCount);

    void IThreadPoolWorkItem.Execute()
    {
        // The drain is itself a task of this scheduler, so that TaskScheduler.Current is this one inside every turn.
        var drain = new Task(DrainAction, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach);
        drain.RunSynchronously(this);
    }

    /// <summary>Queues an item; false when the queue is closed, and the item then belongs elsewhere.</summary>
    /// <exception cref="LimitExceededException">The queue is full.</exception>
    internal bool TryPost(WorkItem item)
    {
        var seen = Volatile.Read(ref _inbox);
        while (true)
        {
            if (seen == Closed)
                return false;

            item.Next = seen == Busy ? null : seen;
            item.Depth = (seen?.Depth ?? 0) + 1;
            if (item.IsBounded)
                EnsureRoom(item.Depth + Volatile.Read(ref _readyCount));

            var found = Interlocked.CompareExchange(ref _inbox, item, seen);
            if (found == seen)
                break;
            seen = found;
        }

        // Not the thread's local queue: that runs the newest first, and two grains that keep calling each other would starve a third.
        if (seen is null)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    internal void Execute(Task task) => TryExecuteTask(task);

    /// <summary>Throws when this many items in the inbox, with whatever waits elsewhere, are too many.</summary>
    protected abstract void EnsureRoom(int inboxLength);

    /// <summary>Called between turns: starts what may start now.</summary>
    protected abstract void AfterTurn();

    /// <summary>Called when the drain is about to go idle.</summary>
    protected abstract void BeforeIdle();

    /// <summary>A task was queued after the end; there is no turn left to run it in.</summary>
    protected abstract void OnTaskAfterClose(Task task);

    /// <summary>Ends the queue and gives back what it had not run, oldest first.</summary>
    protected WorkItem? Close()
    {
        var rest = Reverse(Interlocked.Exchange(ref _inbox, Closed));
        if (_ready is not { } first)
            return rest;

        var last = first;
        while (last.Next is { } next)
            last = next;
        last.Next = rest;
        _ready = null;
        return first;
    }

    /// <summary>
    /// Visits what is queued, for the watchdog. The queue may move meanwhile, so an item may be missed; it is seen at the next visit.
    /// </summary>
    protected void VisitQueued(Action<WorkItem> visit)
    {
        Visit(Volatile.Read(ref _ready), visit);
        Visit(Volatile.Read(ref _inbox), visit);
    }

    protected static void Visit(WorkItem? first, Action<WorkItem> visit)
    {
        // The bound only matters when links change under our feet.
        for (var remaining = 1_000_000; first is not null && remaining > 0; remaining--)
        {
            visit(first);
            first = Volatile.Read(ref first.Next);
        }
    }

    protected sealed override void QueueTask(Task task)
    {
        if (!TryPost(new TaskTurn(task)))
            OnTaskAfterClose(task);
    }

    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        (IsRunningHere || ReferenceEquals(task.AsyncState, this)) && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected sealed override IEnumerable<Task> GetScheduledTasks() => [];

    private void Drain()
    {
        var slot = TurnSlot.OfThisThread;
        slot.Queue = this;
        var flow = ExecutionContext.Capture();
        try
        {
            for (var turns = 0; turns < MaxTurnsPerDrain; turns++)
            {
                if (!TryTake(out var item))
                    return;

                item.Run(this);
                _readyCount--;
                AfterTurn();

                // A method that is not async can leave its async-local values behind for the next request.
                if (flow is not null && ExecutionContext.Capture() != flow)
                    ExecutionContext.Restore(flow);
            }

            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        finally
        {
            slot.Queue = null;
        }
    }

    /// <summary>Takes the next item. False means another thread may already be draining again: touch nothing more.</summary>
    private bool TryTake(out WorkItem item)
    {
        while (_ready is null)
        {
            _ready = TakeInbox();
            if (_ready is not null)
                break;

            BeforeIdle();
            item = null!;
            var found = Interlocked.CompareExchange(ref _inbox, null, Busy);
            if (found == Busy || found == Closed)
                return false;
        }

        item = _ready;
        _ready = item.Next;
        item.Next = null;
        return true;
    }

    private WorkItem? TakeInbox()
    {
        var seen = Volatile.Read(ref _inbox);
        while (seen != Busy && seen != Closed)
        {
            // Counted before it is taken, so that for the limit an item is never nowhere.
            _readyCount = seen!.Depth;
            var found = Interlocked.CompareExchange(ref _inbox, Busy, seen);
            if (found == seen)
                return Reverse(seen);
            seen = found;
        }

        _readyCount = 0;
        return null;
    }

    private static WorkItem? Reverse(WorkItem? newest)
    {
        WorkItem? oldest = null;
        while (newest is not null && newest is not Marker)
        {
            var older = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = older;
        }

        return oldest;
    }

    private sealed class Marker : WorkItem
    {
        internal override void Run(TurnQueue queue) => throw new InvalidOperationException("A marker is never run.");
    }
}
