using System.Collections.Concurrent;
using System.Text.Json;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Lab.Live;

/// <summary>What goes on in the lab, as long as somebody watches: which jobs there are is known from the journal, how far they are is asked of them.</summary>
internal sealed class LabFeed(LabDesk desk, LabRunQuery runs, LabCalibrationQuery calibrations, LabExpansionQuery expansions)
{
    private static readonly string[] Kinds = [ActorKind.LabRun, ActorKind.LabCalibration, ActorKind.LabExpansion];

    private readonly ConcurrentDictionary<(string Kind, string Id), bool> noticed = [];
    private readonly Dictionary<(string Kind, string Id), (LabNews News, string Text)> going = [];
    private bool isLoaded;

    /// <summary>The jobs that wait or run, as they were last asked.</summary>
    public IReadOnlyCollection<LabNews> Going => [.. going.Values.Select(entry => entry.News)];

    /// <summary>Something was put on record of a job.</summary>
    public void Notice(Change change)
    {
        if (Kinds.Contains(change.Kind, StringComparer.Ordinal))
            noticed[(change.Kind, change.Key)] = true;
    }

    /// <summary>Nobody watches.</summary>
    public void Forget()
    {
        noticed.Clear();
        going.Clear();
        isLoaded = false;
    }

    /// <summary>Asks all that go on how far they are. Not to be called twice at once.</summary>
    /// <returns>What moved, began or ended since the last time.</returns>
    public async Task<IReadOnlyList<LabNews>> CollectAsync(CancellationToken cancellationToken)
    {
        if (!isLoaded)
            await LoadAsync(cancellationToken);
        var asked = noticed.Keys.ToList();
        foreach (var job in asked)
            noticed.TryRemove(job, out _);
        var changed = new List<LabNews>();
        foreach (var job in asked.Union(going.Keys).ToList())
        {
            if (await FindAsync(job, cancellationToken) is { } news && Take(job, news))
                changed.Add(news);
        }

        return changed;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var run in (await runs.ListAsync(only: null, cancellationToken)).Where(run => run.End is null))
            noticed[(ActorKind.LabRun, run.Start.Run)] = true;
        foreach (var calibration in (await calibrations.ListAsync(only: null, cancellationToken)).Where(calibration => calibration.End is null))
            noticed[(ActorKind.LabCalibration, calibration.Start.Calibration)] = true;
        foreach (var expansion in (await expansions.ListAsync(only: null, cancellationToken)).Where(expansion => expansion.End is null))
            noticed[(ActorKind.LabExpansion, expansion.Start.Expansion)] = true;
        isLoaded = true;
    }

    private async Task<LabNews?> FindAsync((string Kind, string Id) job, CancellationToken cancellationToken)
    {
        switch (job.Kind)
        {
            case ActorKind.LabRun when await runs.FindAsync(job.Id, only: null, cancellationToken) is { } run:
                var runNow = await desk.NowAsync(run, cancellationToken);
                return new LabNews(job.Id, run.Start.LiveRegions, runNow.State, Run: runNow);
            case ActorKind.LabCalibration when await calibrations.FindAsync(job.Id, only: null, cancellationToken) is { } calibration:
                var fitNow = await desk.NowAsync(calibration, cancellationToken);
                return new LabNews(job.Id, calibration.Start.LiveRegions, fitNow.State, Calibration: fitNow);
            case ActorKind.LabExpansion when await expansions.FindAsync(job.Id, only: null, cancellationToken) is { } expansion:
                var searchNow = await desk.NowAsync(expansion, cancellationToken);
                return new LabNews(job.Id, expansion.Start.LiveRegions, searchNow.State, Expansion: searchNow);
            default:
                return null;
        }
    }

    /// <returns>Whether it is news.</returns>
    private bool Take((string Kind, string Id) job, LabNews news)
    {
        // The answers have lists, which are equal by their text only.
        var text = JsonSerializer.Serialize(news);
        var isNew = !going.TryGetValue(job, out var before) || before.Text != text;
        if (news.IsGoing)
            going[job] = (news, text);
        else
            going.Remove(job);
        return isNew;
    }
}
