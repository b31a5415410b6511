using Territory.Contracts.Territories;

namespace Territory.Dashboard.Live;

/// <summary>Receives a region's positions for this web host.</summary>
internal sealed class PositionObserver(RegionFeed feed) : ITerritoryObserver
{
    public Task PositionsReported(PositionReport report)
    {
        feed.Notice(report);
        return Task.CompletedTask;
    }
}
