using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Work;

namespace Territory.Grains.Lab.Jobs;

/// <summary>The jobs of the lab that go on in this process, one after the other, each on as many threads as there are.</summary>
/// <remarks>
/// They have a pool of their own: a run may take an hour, and planning must not wait for it. A job whose process ends has no end on record,
/// which is how an interrupted one is known.
/// </remarks>
internal sealed partial class LabJobs(SolverPoolOptions options, TimeProvider time, ILogger<LabJobs> logger) : IDisposable
{
    /// <summary>Waiting and running; more would only wait for each other.</summary>
    public const int MostAtOnce = 20;

    private readonly SolverPool pool = new(new SolverPoolOptions { Threads = 1, Name = "lab" }, time);
    private readonly ConcurrentDictionary<string, LabJob> going = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();

    /// <summary>As many as one job may use.</summary>
    public int Threads => options.Threads;

    public TJob? Find<TJob>(string id)
        where TJob : LabJob => going.GetValueOrDefault(id) as TJob;

    /// <summary>Takes a place for a job; false where there is none left.</summary>
    public bool TryAdd(LabJob job) => going.Count < MostAtOnce && going.TryAdd(job.Id, job);

    /// <summary>Gives the place of a job back that was not begun.</summary>
    public void Forget(LabJob job) => going.TryRemove(KeyValuePair.Create(job.Id, job));

    /// <summary>Has a job whose start is on record go on in the background.</summary>
    public void Begin(LabJob job) => _ = FollowAsync(job);

    public void Dispose()
    {
        closing.Cancel();
        pool.Dispose();
    }

    private async Task FollowAsync(LabJob job)
    {
        try
        {
            var result = await pool.RunAsync(_ => Work(job), job.Stopping);
            var number = 1;
            foreach (var text in result.Texts)
            {
                var command = new RecordLabText(HeaderOf(job, ++number), text);
                await RecordRetry.SendAsync(() => job.RecordAsync(command), job.Id, time);
            }

            await EndAsync(job, result);
        }
        catch (OperationCanceledException) when (job.Stopping.IsCancellationRequested)
        {
            // Stopped before there was anything: nothing has finished.
            await EndAsync(job, job.WithoutResult(LabRunEnd.Stopped, null));
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(job.Id);
        }
        catch (Exception failure)
        {
            LogFailed(failure, job.Id);
            await EndAsync(job, job.WithoutResult(LabRunEnd.Failed, $"{failure.GetType().Name}: {failure.Message}"));
        }

        Forget(job);
    }

    private LabJobResult Work(LabJob job)
    {
        job.Begin();
        var result = job.Work(Threads, closing.Token);
        // What a process finishes while it ends is no result that anyone asked for.
        if (!job.Stopping.IsCancellationRequested)
            closing.Token.ThrowIfCancellationRequested();
        return result;
    }

    private async Task EndAsync(LabJob job, LabJobResult result)
    {
        try
        {
            var header = HeaderOf(job, 1);
            await RecordRetry.SendAsync(() => result.End(header), job.Id, time);
        }
        catch (Exception failure)
        {
            // Without an end on record it is an interrupted job, which can be run again.
            LogFailed(failure, job.Id);
        }
    }

    private static CommandHeader HeaderOf(LabJob job, int number) =>
        job.Header with { Id = FurtherCommandId.Derive(job.Header.Id, number), At = job.Header.At + job.Elapsed };

    [LoggerMessage(LogLevel.Error, "Job {Job} of the lab failed.")]
    private partial void LogFailed(Exception failure, string job);

    [LoggerMessage(LogLevel.Information, "Job {Job} of the lab was interrupted.")]
    private partial void LogInterrupted(string job);
}
