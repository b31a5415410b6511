using Orleans.Runtime.Activations;
using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Silos;

/// <summary>Ends calls that wait too long.</summary>
/// <remarks>
/// Algorithm: a request gets its deadline when the watchdog first sees it, so an ordinary call, which is over before that, never reads a
/// clock or enters a list. The watchdog looks where something stayed behind when a drain ended, and into turns that are running at a tick.
/// It runs on real time even where the silo's TimeProvider is a fake: a response timeout guards against a fault of the machine or the
/// program, and a simulated clock that jumps an hour must not fail the calls under way. A call ends within two ticks after its timeout.
/// Complexity: O(hosts with unfinished requests) per tick.
/// </remarks>
internal sealed class Watchdog
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly List<TurnQueue> _running = [];
    private readonly List<RequestHost> _watched = [];
    private readonly List<RequestHost> _added = [];
    private Timer? _timer;
    private long _tick = 1;
    private int _isTicking;

    /// <summary>Hosts under watch; approximate.</summary>
    internal int WatchedCount => _watched.Count;

    internal void Start() => _timer = new Timer(static watchdog => ((Watchdog)watchdog!).Tick(), this, TickPeriod, TickPeriod);

    internal void Stop() => _timer?.Dispose();

    internal void Add(RequestHost host)
    {
        lock (_lock)
            _added.Add(host);
    }

    internal long TickAfter(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Volatile.Read(ref _tick) + (long)Math.Ceiling(timeout / TickPeriod);

    private void Tick()
    {
        if (Interlocked.Exchange(ref _isTicking, 1) != 0)
            return;

        try
        {
            var tick = Interlocked.Increment(ref _tick);
            WatchRunning();
            lock (_lock)
            {
                _watched.AddRange(_added);
                _added.Clear();
            }

            _watched.RemoveAll(host => !host.ExpireRequests(tick));
        }
        finally
        {
            Volatile.Write(ref _isTicking, 0);
        }
    }

    private void WatchRunning()
    {
        _running.Clear();
        TurnSlot.CollectRunning(_running);
        foreach (var queue in _running)
        {
            if (queue is RequestHost host && host.Silo.Watchdog == this)
                host.Watch();
        }
    }
}
