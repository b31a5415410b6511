namespace Orleans.Runtime.Scheduling;

/// <summary>What one thread is running now. The watchdog reads all of them to find turns that do not end.</summary>
internal sealed class TurnSlot
{
    private static readonly List<TurnSlot> Slots = [];

    [ThreadStatic]
    private static TurnSlot? ofThisThread;

    private readonly Thread _thread = Thread.CurrentThread;

    internal static TurnSlot OfThisThread => ofThisThread ??= Register();

    internal static TurnQueue? Current => ofThisThread?.Queue;

    internal TurnQueue? Queue;

    /// <summary>The queues in a turn at this moment, as far as can be seen from another thread.</summary>
    internal static void CollectRunning(List<TurnQueue> running)
    {
        lock (Slots)
        {
            Slots.RemoveAll(slot => !slot._thread.IsAlive);
            foreach (var slot in Slots)
            {
                if (Volatile.Read(ref slot.Queue) is { } queue)
                    running.Add(queue);
            }
        }
    }

    private static TurnSlot Register()
    {
        var slot = new TurnSlot();
        lock (Slots)
            Slots.Add(slot);
        return slot;
    }
}
