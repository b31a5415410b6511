namespace Orleans.Runtime.Scheduling;

/// <summary>Something an activation runs in one turn. It is its own link, so queueing allocates nothing.</summary>
internal abstract class WorkItem
{
    internal WorkItem? Next;

    /// <summary>How many items, this one included, stand in the inbox from this one down.</summary>
    internal int Depth;

    /// <summary>Whether the queue limit applies; what the runtime itself posts must always get through.</summary>
    internal virtual bool IsBounded => false;

    internal abstract void Run(TurnQueue queue);
}
