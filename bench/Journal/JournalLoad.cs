using System.Diagnostics;
using System.Diagnostics.Metrics;
using Territory.Journal.Sqlite;
using Territory.Model.Ids;

namespace Territory.Journal.Benchmarks;

/// <summary>The journal under a closed load: twice as many callers as fit in a batch, each sending its next command when the last is on disk.</summary>
internal static class JournalLoad
{
    /// <summary>Returns rate, cost and the mean batch size that came about.</summary>
    public static async Task<(Measure Measure, double MeanBatch)> RunAsync(
        string path, long commands, int batchSize, int checkpointPages, IReadOnlyList<IProjection> projections)
    {
        await using var journal = await SqliteJournal.OpenAsync(
            new SqliteJournalOptions { Path = path, MaxBatchSize = batchSize, CheckpointPages = checkpointPages }, projections);
        long batches = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Territory.Journal" && instrument.Name.EndsWith("batch.size", StringComparison.Ordinal))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref batches));
        listener.Start();

        // Each caller owns some of the streams, so that it knows the version it expects.
        var callers = batchSize * 2;
        var versions = new long[Workload.Streams];
        var next = -1L;
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (long mine = caller; Interlocked.Increment(ref next) < commands; mine += callers)
            {
                var stream = Workload.StreamOf(mine) / callers * callers % Workload.Streams;
                stream = stream + caller < Workload.Streams ? stream + caller : caller;
                var result = await journal.AppendAsync(new AppendRequest(
                    new StreamId(Workload.StreamNames[stream]), versions[stream], CommandId.New(), "rep/R001", [new EventData("stock-counted", Workload.Payload)], Workload.Answer));
                if (result.Status != AppendStatus.Appended)
                    throw new InvalidOperationException($"The append came back as {result.Status}.");
                versions[stream] = result.Version;
            }
        })));
        return (Measure.Since(started, cpu, commands), commands / (double)batches);
    }
}
