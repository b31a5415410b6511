using Orleans.Concurrency;
using Territory.Contracts.Plans;

namespace Territory.Contracts.Territories;

/// <summary>Receives positions and news of runs as they are reported; one per web host.</summary>
[Alias("territory.ITerritoryObserver")]
public interface ITerritoryObserver : IGrainObserver
{
    [Alias("PositionsReported")]
    [OneWay]
    Task PositionsReported(PositionReport report);

    [Alias("RunAnnounced")]
    [OneWay]
    Task RunAnnounced(RunNews news);
}
