using Microsoft.Extensions.Logging;
using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.ReadModel.Territories;

namespace Territory.Grains.Territories;

/// <summary>One region's master data, and the hub through which positions reach whoever watches.</summary>
[GrainType("territory")]
internal sealed class TerritoryGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board, TimeProvider time, ILogger<TerritoryGrain> logger)
    : JournaledActor<TerritoryState>(journal), ITerritoryGrain
{
    private readonly PositionWatchers watchers = new(time, logger);

    public async Task<CommandResult> Create(CreateRegion command, CancellationToken cancellationToken = default) =>
        Publish(await ExecuteAsync(command, state => TerritoryDecisions.Create(state, command, Id), cancellationToken));

    public async Task<CommandResult> ListProducts(ListProducts command, CancellationToken cancellationToken = default) =>
        Publish(await ExecuteAsync(command, state => TerritoryDecisions.List(state, command), cancellationToken));

    public Task<TerritorySnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new TerritorySnapshot(state.Region, Version, state.Products) : null);

    public async Task ReportPositions(PositionReport report)
    {
        await GrainFactory.GetGrain<IFleetWatchGrain>(Id).TakePositions(report);
        await watchers.NotifyAsync(report);
    }

    public Task AnnounceRun(RunNews news) => watchers.NotifyAsync(news);

    public Task Watch(ITerritoryObserver observer)
    {
        watchers.Add(observer);
        return Task.CompletedTask;
    }

    public Task Unwatch(ITerritoryObserver observer)
    {
        watchers.Remove(observer);
        return Task.CompletedTask;
    }

    private CommandResult Publish(CommandResult result)
    {
        if (State is { } state)
            catalogues.Replace(state);
        return board.NoteMasterData(result);
    }
}
