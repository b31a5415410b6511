using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Runs;
using Territory.Grains.Work;
using Territory.Simulation.Expansion.Reports;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Grains.Lab.Expansions;

/// <summary>The searches for plans of waves that go on in this process, in turn with the runs of the lab.</summary>
/// <remarks>As with runs, one whose process ends has no end on record.</remarks>
internal sealed partial class ExpansionRuns(LabRuns runs, IGrainFactory grains, TimeProvider time, ILogger<ExpansionRuns> logger)
{
    private readonly ConcurrentDictionary<string, ExpansionSearch> going = new(StringComparer.Ordinal);

    public ExpansionSearch? Find(string expansion) => going.GetValueOrDefault(expansion);

    /// <summary>Takes a place for a search; false where there is none left.</summary>
    public bool TryAdd(ExpansionSearch search) => going.Count < LabRuns.MostAtOnce && going.TryAdd(search.Id, search);

    public void Forget(ExpansionSearch search) => going.TryRemove(KeyValuePair.Create(search.Id, search));

    /// <summary>Has a search whose start is on record go on in the background.</summary>
    public void Begin(ExpansionSearch search) => _ = FollowAsync(search);

    private async Task FollowAsync(ExpansionSearch search)
    {
        try
        {
            var plan = await runs.InTurnAsync(token => Search(search, token), search.Stopping);
            var number = 1;
            foreach (var text in RunTexts.Pieces(LabTextKind.Variant, 0, new ExpansionReport(search.Scenario, search.Study, plan).Create(search.Elapsed).ToJsonString()))
            {
                var command = new RecordLabText(HeaderOf(search, ++number), text);
                await RecordRetry.SendAsync(() => Record(search).RecordText(command, CancellationToken.None), search.Id, time);
            }

            var end = search.Stopping.IsCancellationRequested && plan.Iterations < search.Limits.Iterations ? LabRunEnd.Stopped : LabRunEnd.Done;
            await EndAsync(search, new LabExpansionEnded(end, plan.Iterations, search.ObjectiveOf(plan.Objective), search.Elapsed.TotalSeconds, null));
        }
        catch (OperationCanceledException) when (search.Stopping.IsCancellationRequested)
        {
            await EndAsync(search, new LabExpansionEnded(LabRunEnd.Stopped, 0, null, 0, null));
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(search.Id);
        }
        catch (Exception failure)
        {
            LogFailed(failure, search.Id);
            await EndAsync(search, new LabExpansionEnded(LabRunEnd.Failed, 0, null, search.Elapsed.TotalSeconds, $"{failure.GetType().Name}: {failure.Message}"));
        }

        Forget(search);
    }

    private static ExpansionPlan Search(ExpansionSearch search, CancellationToken cancellationToken)
    {
        search.Begin();
        var plan = search.Study.Plan(search.Limits, search, cancellationToken);
        if (!search.Stopping.IsCancellationRequested)
            cancellationToken.ThrowIfCancellationRequested();
        return plan;
    }

    private async Task EndAsync(ExpansionSearch search, LabExpansionEnded end)
    {
        try
        {
            var command = new RecordExpansionEnd(HeaderOf(search, 1), end);
            await RecordRetry.SendAsync(() => Record(search).RecordEnd(command, CancellationToken.None), search.Id, time);
        }
        catch (Exception failure)
        {
            LogFailed(failure, search.Id);
        }
    }

    private ILabExpansionRecordGrain Record(ExpansionSearch search) => grains.GetGrain<ILabExpansionRecordGrain>(search.Id);

    private static CommandHeader HeaderOf(ExpansionSearch search, int number) =>
        search.Header with { Id = FurtherCommandId.Derive(search.Header.Id, number), At = search.Header.At + search.Elapsed };

    [LoggerMessage(LogLevel.Error, "Expansion {Expansion} failed.")]
    private partial void LogFailed(Exception failure, string expansion);

    [LoggerMessage(LogLevel.Information, "Expansion {Expansion} was interrupted.")]
    private partial void LogInterrupted(string expansion);
}
