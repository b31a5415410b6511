using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Work;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Runs;

/// <summary>The runs of the lab that go on in this process, one after the other, each with its replications on as many threads as there are.</summary>
/// <remarks>
/// They have a pool of their own: a run may take an hour, and planning must not wait for it. A run whose process ends has no end on record,
/// which is how an interrupted one is known.
/// </remarks>
internal sealed partial class LabRuns(SolverPoolOptions options, IGrainFactory grains, TimeProvider time, ILogger<LabRuns> logger) : IDisposable
{
    /// <summary>Waiting and running; more would only wait for each other.</summary>
    public const int MostAtOnce = 20;

    private readonly SolverPool pool = new(new SolverPoolOptions { Threads = 1, Name = "lab" }, time);
    private readonly ConcurrentDictionary<string, LabRun> going = new(StringComparer.Ordinal);

    public LabRun? Find(string run) => going.GetValueOrDefault(run);

    /// <summary>Takes a place for a run; null where there is none left.</summary>
    public bool TryAdd(LabRun run) => going.Count < MostAtOnce && going.TryAdd(run.Id, run);

    /// <summary>Gives the place of a run back that was not begun.</summary>
    public void Forget(LabRun run) => going.TryRemove(KeyValuePair.Create(run.Id, run));

    /// <summary>Has a run whose start is on record go on in the background.</summary>
    public void Begin(LabRun run) => _ = FollowAsync(run);

    /// <summary>Runs other long work of the lab when its turn comes.</summary>
    public Task<T> InTurnAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken) => pool.RunAsync(work, cancellationToken);

    public void Dispose() => pool.Dispose();

    private async Task FollowAsync(LabRun run)
    {
        try
        {
            await RecordAsync(run, await pool.RunAsync(token => Run(run, token), run.Stopping));
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // Stopped before its turn came: nothing has finished.
            await EndAsync(run, new LabRunEnded(LabRunEnd.Stopped, 0, 0, 0, 0, null));
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(run.Id);
        }
        catch (Exception failure)
        {
            LogFailed(failure, run.Id);
            await EndAsync(run, new LabRunEnded(LabRunEnd.Failed, 0, 0, 0, run.Elapsed.TotalSeconds, $"{failure.GetType().Name}: {failure.Message}"));
        }

        Forget(run);
    }

    private ScenarioResult Run(LabRun run, CancellationToken cancellationToken)
    {
        run.Begin();
        var settings = run.Settings;
        var asked = new ScenarioRunOptions
        {
            Seed = unchecked((ulong)settings.Seed),
            Replications = settings.Replications,
            Antithetic = settings.Antithetic,
            ContributionWithin = settings.Within,
            Threads = options.Threads,
        };
        var result = ScenarioRun.Run(run.Scenario, asked, run, cancellationToken);
        // What a process finishes while it ends is no result that anyone asked for.
        if (!run.Stopping.IsCancellationRequested)
            cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    private async Task RecordAsync(LabRun run, ScenarioResult result)
    {
        var seconds = run.Elapsed.TotalSeconds;
        var number = 1;
        foreach (var text in RunTexts.Of(result))
        {
            var command = new RecordLabText(HeaderOf(run, ++number), text);
            await RetryAsync(record => record.RecordText(command, CancellationToken.None), run);
        }

        var all = result.Variants.Prepend(result.Base).Select(variant => variant.Replications).ToList();
        var end = run.Stopping.IsCancellationRequested && !result.IsComplete ? LabRunEnd.Stopped
            : all[0].End == ReplicationEnd.Failed || all[0].Finished.Count == 0 ? LabRunEnd.Failed
            : LabRunEnd.Done;
        var error = end == LabRunEnd.Failed ? all[0].Failed.FirstOrDefault()?.Error : null;
        await EndAsync(run, new LabRunEnded(end, all.Count, all.Sum(one => one.Finished.Count), all.Sum(one => one.Failed.Count), seconds, error));
    }

    private async Task EndAsync(LabRun run, LabRunEnded end)
    {
        try
        {
            var command = new RecordLabEnd(HeaderOf(run, 1), end);
            await RetryAsync(record => record.RecordEnd(command, CancellationToken.None), run);
        }
        catch (Exception failure)
        {
            // Without an end on record it is an interrupted run, which can be run again.
            LogFailed(failure, run.Id);
        }
    }

    private Task RetryAsync(Func<ILabRunRecordGrain, Task<CommandResult>> record, LabRun run) =>
        RecordRetry.SendAsync(() => record(grains.GetGrain<ILabRunRecordGrain>(run.Id)), run.Id, time);

    private static CommandHeader HeaderOf(LabRun run, int number) =>
        run.Header with { Id = FurtherCommandId.Derive(run.Header.Id, number), At = run.Header.At + run.Elapsed };

    [LoggerMessage(LogLevel.Error, "Run {Run} of the lab failed.")]
    private partial void LogFailed(Exception failure, string run);

    [LoggerMessage(LogLevel.Information, "Run {Run} of the lab was interrupted.")]
    private partial void LogInterrupted(string run);
}
