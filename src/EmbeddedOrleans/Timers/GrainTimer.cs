using Orleans.Runtime.Activations;

namespace Orleans.Runtime.Timers;

/// <summary>A timer of an activation, independent of the type of its state.</summary>
internal abstract class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stopping = new();
    private TimeSpan _period;
    private int _version;
    private bool _disposed;
    private bool _ticking;

    protected GrainTimer(Activation activation, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, nameof(options));
        Check(options.Period, nameof(options));
        _activation = activation;
        _period = options.Period;
        Interleave = options.Interleave;
        KeepAlive = options.KeepAlive;
        _activation.AddTimer(this);
        _timer = activation.Silo.Time.CreateTimer(
            static timer => ((GrainTimer)timer!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    internal bool Interleave { get; }

    internal bool KeepAlive { get; }

    internal bool IsDisposed => Volatile.Read(ref _disposed);

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        lock (_stopping)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _period = period;
            _version++;
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_stopping)
        {
            if (_disposed)
                return;
            _disposed = true;
            _timer.Dispose();
        }

        _stopping.Cancel();
        _activation.RemoveTimer(this);
    }

    /// <summary>Runs the callback in the activation; the returned task is the tick.</summary>
    internal async Task Tick()
    {
        if (IsDisposed)
            return;

        var version = _version;
        try
        {
            await Invoke(_stopping.Token);
        }
        catch (Exception exception)
        {
            _activation.Silo.Log.TimerFailed(_activation.GrainId, exception);
        }

        lock (_stopping)
        {
            _ticking = false;

            // A callback that changed its own timer has already said when the next tick is.
            if (!_disposed && version == _version)
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }
    }

    protected abstract Task Invoke(CancellationToken cancellationToken);

    private void OnDue()
    {
        lock (_stopping)
        {
            if (_disposed || _ticking)
                return;
            _ticking = true;
        }

        _activation.TryPost(new TimerTick(this));
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "A timer's due time and period are not negative; use Timeout.InfiniteTimeSpan for never.");
    }
}

/// <summary>A timer whose callback gets a state.</summary>
internal sealed class GrainTimer<TState>(
    Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    : GrainTimer(activation, options)
{
    protected override Task Invoke(CancellationToken cancellationToken) => callback(state, cancellationToken);
}
