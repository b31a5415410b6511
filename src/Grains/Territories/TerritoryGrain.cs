using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using Territory.Contracts;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.ReadModel.Territories;

namespace Territory.Grains.Territories;

/// <summary>One region's master data, and the hub through which positions reach whoever watches.</summary>
[GrainType("territory")]
internal sealed class TerritoryGrain(IJournal journal, RegionCatalogues catalogues, ILogger<TerritoryGrain> logger)
    : JournaledActor<TerritoryState>(journal), ITerritoryGrain
{
    /// <summary>A watcher that has not renewed for this long is forgotten.</summary>
    private static readonly TimeSpan WatchExpiry = TimeSpan.FromSeconds(30);

    private readonly ObserverManager<ITerritoryObserver> watchers = new(WatchExpiry, logger);

    public async Task<CommandResult> Create(CreateRegion command, CancellationToken cancellationToken = default) =>
        Publish(await ExecuteAsync(command, state => TerritoryDecisions.Create(state, command, Id), cancellationToken));

    public async Task<CommandResult> ListProducts(ListProducts command, CancellationToken cancellationToken = default) =>
        Publish(await ExecuteAsync(command, state => TerritoryDecisions.List(state, command), cancellationToken));

    public Task<TerritorySnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new TerritorySnapshot(state.Region, Version, state.Products) : null);

    public Task ReportPositions(PositionReport report) => watchers.Notify(watcher => watcher.PositionsReported(report));

    public Task Watch(ITerritoryObserver observer)
    {
        watchers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public Task Unwatch(ITerritoryObserver observer)
    {
        watchers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private CommandResult Publish(CommandResult result)
    {
        if (State is { } state)
            catalogues.Replace(state);
        return result;
    }
}
