using Orleans.Concurrency;
using Territory.Contracts.Plans;

namespace Territory.Contracts.Territories;

/// <summary>One region's territory, keyed by its <see cref="Model.Ids.RegionId"/>: master data, and the hub for positions of those who move.</summary>
[Alias("territory.ITerritoryGrain")]
public interface ITerritoryGrain : IGrainWithStringKey
{
    [Alias("Create")]
    Task<CommandResult> Create(CreateRegion command, CancellationToken cancellationToken = default);

    [Alias("ListProducts")]
    Task<CommandResult> ListProducts(ListProducts command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<TerritorySnapshot?> GetSnapshot(CancellationToken cancellationToken = default);

    /// <summary>Passes positions on to whoever watches. Ephemeral: the last value wins.</summary>
    [Alias("ReportPositions")]
    [OneWay]
    Task ReportPositions(PositionReport report);

    /// <summary>Passes on that a run of a plan began or ended.</summary>
    [Alias("AnnounceRun")]
    [OneWay]
    Task AnnounceRun(RunNews news);

    /// <summary>Watches positions and runs. Best effort: renew every few seconds; a slow watcher is dropped.</summary>
    [Alias("Watch")]
    Task Watch(ITerritoryObserver observer);

    [Alias("Unwatch")]
    Task Unwatch(ITerritoryObserver observer);
}
