using System.Diagnostics.Metrics;

namespace Territory.Dashboard.Live;

/// <summary>What the live feed does, as metrics of the meter "Territory.Dashboard.Live".</summary>
internal sealed class LiveCounters : IDisposable
{
    public const string MeterName = "Territory.Dashboard.Live";

    private readonly Meter _meter;
    private readonly Counter<long> _frames;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _snapshots;
    private readonly Counter<long> _merged;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _closed;

    public LiveCounters(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _frames = _meter.CreateCounter<long>("live.frames", description: "Frames sent.");
        _bytes = _meter.CreateCounter<long>("live.record.bytes", "By", "Packed records sent, before base64.");
        _snapshots = _meter.CreateCounter<long>("live.snapshots", description: "Frames that began a client's mover table anew.");
        _merged = _meter.CreateCounter<long>("live.frames.merged", description: "Ticks whose changes waited for a client's acknowledgement.");
        _dropped = _meter.CreateCounter<long>("live.frames.dropped", description: "Frames that could not be sent; their client is closed.");
        _closed = _meter.CreateCounter<long>("live.clients.closed", description: "Clients closed because they acknowledged nothing.");
    }

    public void ObserveClients(Func<int> count) => _meter.CreateObservableGauge("live.clients", count, description: "Clients connected.");

    public void Sent(LiveFrame frame)
    {
        _frames.Add(1);
        _bytes.Add((frame.Movers?.Length ?? 0) + (frame.Outlets?.Length ?? 0));
        if (frame.Snapshot)
            _snapshots.Add(1);
    }

    public void Merged() => _merged.Add(1);

    public void Dropped() => _dropped.Add(1);

    public void Closed() => _closed.Add(1);

    public void Dispose() => _meter.Dispose();
}
