using Orleans.Concurrency;

namespace Territory.Contracts.Territories;

/// <summary>Receives positions as they are reported; one per web host.</summary>
[Alias("territory.ITerritoryObserver")]
public interface ITerritoryObserver : IGrainObserver
{
    [Alias("PositionsReported")]
    [OneWay]
    Task PositionsReported(PositionReport report);
}
