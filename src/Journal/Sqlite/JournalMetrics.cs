using System.Diagnostics.Metrics;

namespace Territory.Journal.Sqlite;

/// <summary>The journal's instruments, under the meter "Territory.Journal".</summary>
internal sealed class JournalMetrics : IDisposable
{
    public const string MeterName = "Territory.Journal";

    private readonly Meter _meter = new(MeterName);

    public JournalMetrics(Func<int> queueLength)
    {
        _meter.CreateObservableGauge("territory.journal.queue.length", queueLength, "{append}", "Appends that wait for the writer.");
        BatchSize = _meter.CreateHistogram<int>("territory.journal.batch.size", "{append}", "Appends that shared one commit.");
        CommitTime = _meter.CreateHistogram<double>("territory.journal.commit.duration", "ms", "From the begin of a batch's transaction to its commit.");
        Events = _meter.CreateCounter<long>("territory.journal.events", "{event}", "Events committed.");
        Duplicates = _meter.CreateCounter<long>("territory.journal.duplicates", "{append}", "Appends answered with an earlier answer.");
        Conflicts = _meter.CreateCounter<long>("territory.journal.conflicts", "{append}", "Appends refused because the stream had moved on.");
        Failures = _meter.CreateCounter<long>("territory.journal.failures", "{append}", "Appends that failed.");
    }

    public Histogram<int> BatchSize { get; }

    public Histogram<double> CommitTime { get; }

    public Counter<long> Events { get; }

    public Counter<long> Duplicates { get; }

    public Counter<long> Conflicts { get; }

    public Counter<long> Failures { get; }

    public void Dispose() => _meter.Dispose();
}
