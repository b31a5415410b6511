namespace Orleans.Runtime.Reminders;

/// <summary>One registered reminder. It ticks at its first time and whole periods after, however late a tick is received.</summary>
internal sealed class Reminder : IGrainReminder, IDisposable
{
    private readonly Silo _silo;
    private readonly TimeProvider _time;
    private readonly IRemindable _grain;
    private readonly GrainId _grainId;
    private readonly DateTime _firstTick;
    private readonly TimeSpan _period;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private bool _disposed;

    internal Reminder(Silo silo, TimeProvider time, GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        _silo = silo;
        _time = time;
        _grainId = grainId;
        _grain = silo.Factory.GetGrain<IRemindable>(grainId);
        _firstTick = time.GetUtcNow().UtcDateTime + dueTime;
        _period = period;
        ReminderName = name;
        _timer = time.CreateTimer(
            static reminder => ((Reminder)reminder!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public string ReminderName { get; }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer.Dispose();
        }
    }

    private async void OnDue()
    {
        try
        {
            var now = _time.GetUtcNow().UtcDateTime;
            await _grain.ReceiveReminder(ReminderName, TickStatus.Create(_firstTick, _period, now));
        }
        catch (Exception exception)
        {
            _silo.Log.ReminderFailed(_grainId, ReminderName, exception);
        }

        lock (_lock)
        {
            if (!_disposed)
                _timer.Change(UntilNextTick(), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan UntilNextTick()
    {
        var sinceFirst = _time.GetUtcNow().UtcDateTime - _firstTick;
        return _period - TimeSpan.FromTicks(sinceFirst.Ticks % _period.Ticks);
    }
}
