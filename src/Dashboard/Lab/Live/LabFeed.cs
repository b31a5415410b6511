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

    private readonly ConcurrentDictionary<(string Kind, string Id), bool> _noticed = [];
    private readonly Dictionary<(string Kind, string Id), (LabNews News, string Text)> _going = [];
    private bool _isLoaded;

    /// <summary>The jobs that wait or run, as they were last asked.</summary>
    public IReadOnlyCollection<LabNews> Going => [.. _going.Values.Select(entry => entry.News)];

    /// <summary>Something was put on record of a job.</summary>
    public void Notice(Change change)
    {
        if (Kinds.Contains(change.Kind, StringComparer.Ordinal))
            _noticed[(change.Kind, change.Key)] = true;
    }

    /// <summary>Nobody watches.</summary>
    public void Forget()
    {
        _noticed.Clear();
        _going.Clear();
        _isLoaded = false;
    }

    /// <summary>Asks all that go on how far they are. Not to be called twice at once.</summary>
    /// <returns>What moved, began or ended since the last time.</returns>
    public async Task<IReadOnlyList<LabNews>> CollectAsync(CancellationToken cancellationToken)
    {
        if (!_isLoaded)
            await LoadAsync(cancellationToken);
        var asked = _noticed.Keys.ToList();
        foreach (var job in asked)
            _noticed.TryRemove(job, out _);
        var changed = new List<LabNews>();
        foreach (var job in asked.Union(_going.Keys).ToList())
        {
            if (await FindAsync(job, cancellationToken) is { } news && Take(job, news))
                changed.Add(news);
        }

        return changed;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var run in (await runs.ListAsync(only: null, cancellationToken)).Where(run => run.End is null))
            _noticed[(ActorKind.LabRun, run.Start.Run)] = true;
        foreach (var calibration in (await calibrations.ListAsync(only: null, cancellationToken)).Where(calibration => calibration.End is null))
            _noticed[(ActorKind.LabCalibration, calibration.Start.Calibration)] = true;
        foreach (var expansion in (await expansions.ListAsync(only: null, cancellationToken)).Where(expansion => expansion.End is null))
            _noticed[(ActorKind.LabExpansion, expansion.Start.Expansion)] = true;
        _isLoaded = true;
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
        var isNew = !_going.TryGetValue(job, out var before) || before.Text != text;
        if (news.IsGoing)
            _going[job] = (news, text);
        else
            _going.Remove(job);
        return isNew;
    }
}
