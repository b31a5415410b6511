using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Dashboard.Clock;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>Follows the journal once for the whole process and ticks every region's feed.</summary>
internal sealed partial class LiveService(
    LiveFeeds feeds, IHubContext<LiveHub> hub, IGrainFactory grains, RegionClocks clocks, RegionQueries regions, OutletQueries outlets,
    MetricsQuery metrics, JournalFeed journal, TimeProvider time, ILogger<LiveService> logger) : BackgroundService
{
    private static readonly TimeSpan RevokeEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), TickAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var position = journal.Position;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in journal.FollowAsync(position, cancellationToken))
                {
                    foreach (var feed in feeds.All)
                        feed.Notice(change);
                    position = change.Position;
                }

                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Interrupted(logger, exception, position);
                await Task.Delay(RetryAfter, time, cancellationToken);
            }
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var pumps = new Dictionary<RegionId, RegionPump>();
        var revoke = new Errand("revoke", RevokeEvery, feeds.RevokeAsync, time);
        using var timer = new PeriodicTimer(LivePacing.Tick, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                revoke.RunIfDue(logger, cancellationToken);
                foreach (var feed in feeds.All)
                {
                    if (!pumps.TryGetValue(feed.Region, out var pump))
                        pumps.Add(feed.Region, pump = new RegionPump(feed, hub, grains, clocks, regions, outlets, metrics, feeds.Counters, time, logger));
                    pump.Tick(cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
        finally
        {
            await revoke.Ended;
            foreach (var pump in pumps.Values)
                await pump.DisposeAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Following the journal was interrupted after position {Position}; it goes on from there.")]
    private static partial void Interrupted(ILogger logger, Exception exception, long position);
}
