using Orleans.Configuration;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Observers;

namespace Orleans.Runtime.Silos;

/// <summary>Has idle activations leave.</summary>
/// <remarks>
/// Time is counted in epochs of one collection quantum, so that a call stamps its activation with an integer and reads no clock. An
/// activation is collected when it has been idle at least its age, and at most two quanta later.
/// </remarks>
internal sealed class IdleCollector(Silo silo, TimeProvider time, GrainCollectionOptions options) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private ITimer? _timer;
    private int _epoch;

    internal int Epoch => Volatile.Read(ref _epoch);

    internal int EpochAfter(TimeSpan span) =>
        span < TimeSpan.Zero ? 0
        : span == TimeSpan.MaxValue ? int.MaxValue
        : (int)Math.Min(int.MaxValue, Epoch + 1 + Math.Ceiling(span / options.CollectionQuantum));

    internal void Start() => _timer = time.CreateTimer(
        static collector => ((IdleCollector)collector!).Collect(), this, options.CollectionQuantum, options.CollectionQuantum);

    internal void Stop() => _timer?.Dispose();

    public void Dispose() => Stop();

    private void Collect()
    {
        Volatile.Write(ref _epoch, (int)(time.GetElapsedTime(_start) / options.CollectionQuantum));
        foreach (var host in silo.Hosts())
        {
            if (host is Activation { Class.CollectionAge: { } age } activation)
            {
                var oldestUse = Epoch - 1 - (int)Math.Ceiling(age / options.CollectionQuantum);
                if (activation.IsIdle && activation.IsIdleSince(oldestUse))
                    activation.TryPost(new HostTurn(turn => ((Activation)turn).LeaveIfIdle(oldestUse)));
            }
            else if (host is ObserverHost { IsDead: true })
            {
                silo.RemoveObserver(host.GrainId);
            }
        }
    }
}
