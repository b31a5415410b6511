namespace Territory.Roads.Providers.Tests.Fixtures;

/// <summary>A clock on which every wait up to a minute is over at once and noted, and longer ones never end.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= Patience)
        {
            lock (Waits)
                Waits.Add(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
