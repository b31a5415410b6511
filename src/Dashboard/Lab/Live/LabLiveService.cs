using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Territory.Dashboard.Live;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Lab.Live;

/// <summary>Tells the watchers of the lab what goes on there, twice a second.</summary>
internal sealed partial class LabLiveService(LabWatchers watchers, LabFeed feed, IHubContext<LiveHub> hub, JournalFeed journal, TimeProvider time, ILogger<LabLiveService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
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
                    if (!watchers.IsEmpty)
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
                Interrupted(exception, position);
                await Task.Delay(RetryAfter, time, cancellationToken);
            }
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var revoke = new Errand("revoke from the lab", RevokeEvery, watchers.RevokeAsync, time);
        var tell = new Errand("lab", Tick, TellAsync, time);
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                revoke.RunIfDue(logger, cancellationToken);
                tell.RunIfDue(logger, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
        finally
        {
            await revoke.Ended;
            await tell.Ended;
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (watchers.IsEmpty)
        {
            feed.Forget();
            return;
        }

        var changed = await feed.CollectAsync(cancellationToken);
        var going = feed.Going;
        foreach (var watcher in watchers.All)
        {
            if (watcher.IsHopeless)
                watcher.Abort();
            else if (watcher.Next(changed, going) is { } frame)
                _ = SendAsync(watcher, frame, cancellationToken);
        }
    }

    private async Task SendAsync(LabWatcher watcher, LabFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            await hub.Clients.Client(watcher.Connection).SendAsync(LiveHub.LabFrame, frame, cancellationToken);
        }
        catch (Exception exception)
        {
            // What a failed frame told is untold only for a client that connects again, so this one must.
            NotSent(exception, watcher.Connection);
            watcher.Abort();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Following the journal for the lab was interrupted after position {Position}; it goes on from there.")]
    private partial void Interrupted(Exception exception, long position);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A frame of the lab could not be sent to connection {Connection}; it is closed.")]
    private partial void NotSent(Exception exception, string connection);
}
