using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Territory.Grains.Work;

/// <summary>The bounded pool for solves and other long computations, on threads of its own below normal priority so that actors stay quick.</summary>
/// <remarks>At most <see cref="SolverPoolOptions.QueueLimit"/> pieces of work wait; who comes later waits to be let in.</remarks>
public sealed class SolverPool : IDisposable
{
    public const string MeterName = "Territory.Grains.Work";

    private readonly BlockingCollection<Job> queue = [];
    private readonly SemaphoreSlim places;
    private readonly CancellationTokenSource closing = new();
    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> duration;
    private readonly KeyValuePair<string, object?> pool;
    private readonly TimeProvider time;
    private int running;

    public SolverPool(SolverPoolOptions options, TimeProvider time)
    {
        options.Validate();
        this.time = time;
        places = new SemaphoreSlim(options.QueueLimit + options.Threads);
        pool = KeyValuePair.Create<string, object?>("pool", options.Name);
        duration = meter.CreateHistogram<double>("territory.work.duration", "s", "Time that a piece of work ran.");
        meter.CreateObservableGauge("territory.work.waiting", () => new Measurement<int>(queue.Count, pool), description: "Pieces of work that wait for a thread.");
        meter.CreateObservableGauge("territory.work.running", () => new Measurement<int>(Volatile.Read(ref running), pool), description: "Pieces of work that run.");
        for (var i = 0; i < options.Threads; i++)
            new Thread(Work) { IsBackground = true, Name = $"{options.Name} {i + 1}", Priority = ThreadPriority.BelowNormal }.Start();
    }

    /// <summary>Pieces of work waiting or running.</summary>
    public int Load => queue.Count + Volatile.Read(ref running);

    /// <summary>Runs work on one of the pool's threads. The token reaches the work, which decides what a cancellation leaves.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
            // The continuation must not run on the solver's thread.
            var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Add(new Job(() => Complete(work, result, either.Token)), CancellationToken.None);
            return await result.Task;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        queue.CompleteAdding();
        meter.Dispose();
    }

    private static void Complete<T>(Func<CancellationToken, T> work, TaskCompletionSource<T> result, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.SetResult(work(cancellationToken));
        }
        catch (OperationCanceledException cancelled)
        {
            result.SetCanceled(cancelled.CancellationToken);
        }
        catch (Exception failure)
        {
            result.SetException(failure);
        }
    }

    private void Work()
    {
        foreach (var job in queue.GetConsumingEnumerable(CancellationToken.None))
        {
            var start = time.GetTimestamp();
            Interlocked.Increment(ref running);
            job.Run();
            Interlocked.Decrement(ref running);
            duration.Record(time.GetElapsedTime(start).TotalSeconds, pool);
        }
    }

    private sealed record Job(Action Run);
}
