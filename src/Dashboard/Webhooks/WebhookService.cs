using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Territory.Dashboard.Webhooks;

/// <summary>Runs every webhook that is not paused, and follows when webhooks come and go.</summary>
internal sealed partial class WebhookService(WebhookStore store, WebhookFeed feed, WebhookSender sender, TimeProvider time, ILogger<WebhookService> logger) : BackgroundService
{
    private static readonly TimeSpan AfterAnError = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _changed = new(1);

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        store.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _changed.WaitAsync(stoppingToken);
                foreach (var webhook in store.All.Where(webhook => !webhook.IsPaused && !_running.ContainsKey(webhook.Id)))
                    Start(webhook, stoppingToken);
                foreach (var (id, stop) in _running.Where(run => store.Find(run.Key) is null or { IsPaused: true }).ToList())
                    await CancelAsync(stop);
            }
        }
        finally
        {
            store.Changed -= Wake;
        }
    }

    private void Wake(object? sender, EventArgs change) => Wake();

    private void Wake()
    {
        // One waiting wake is enough: it looks at all webhooks.
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }

    private void Start(Webhook webhook, CancellationToken stoppingToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _running[webhook.Id] = stop;
        _ = RunAsync(webhook, stop, stoppingToken);
    }

    private static async Task CancelAsync(CancellationTokenSource stop)
    {
        try
        {
            await stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The run has just ended by itself.
        }
    }

    private async Task RunAsync(Webhook webhook, CancellationTokenSource stop, CancellationToken stoppingToken)
    {
        try
        {
            await new WebhookRun(store, feed, sender, time).RunAsync(webhook, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            // Whatever it was: a webhook must not fall silent until the next start.
            LogFailure(logger, webhook.Id, failure.Message);
            await Task.Delay(AfterAnError, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _running.TryRemove(webhook.Id, out _);
            stop.Dispose();
            // It may have been set going again while it was ending.
            if (!stoppingToken.IsCancellationRequested)
                Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} stopped and is started again: {Reason}")]
    private static partial void LogFailure(ILogger logger, string webhook, string reason);
}
