using Territory.Contracts.Plans;
using Territory.Contracts.Territories;

namespace Territory.Dashboard.Live;

/// <summary>Receives a region's positions, and news of its runs, for this web host.</summary>
internal sealed class PositionObserver(RegionFeed feed) : ITerritoryObserver
{
    public Task PositionsReported(PositionReport report)
    {
        feed.Notice(report);
        return Task.CompletedTask;
    }

    public Task RunAnnounced(RunNews news)
    {
        feed.Notice(news);
        return Task.CompletedTask;
    }
}
