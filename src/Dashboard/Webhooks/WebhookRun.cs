namespace Territory.Dashboard.Webhooks;

/// <summary>Tells one webhook everything, in order, each message until it is taken.</summary>
internal sealed class WebhookRun(WebhookStore store, WebhookFeed feed, WebhookSender sender, TimeProvider time)
{
    /// <summary>After this long without success a person has to look at it.</summary>
    private static readonly TimeSpan LongestFailure = TimeSpan.FromDays(3);

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    public async Task RunAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        await foreach (var (position, message) in feed.FollowAsync(webhook.Region, webhook.Position, cancellationToken))
        {
            if (message is not null && !await TellAsync(webhook.Id, message, cancellationToken))
                return;
            if (store.Find(webhook.Id) is not { } now)
                return;
            store.Note(now with { Position = position, Told = now.Told + (message is null ? 0 : 1), FailingSince = null, LastFailure = message is null ? now.LastFailure : null });
        }
    }

    /// <returns>False when the webhook was taken away, or paused after failing for too long.</returns>
    private async Task<bool> TellAsync(string id, WebhookMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (store.Find(id) is not { } webhook)
                return false;
            if (await sender.SendAsync(webhook, message, cancellationToken) is not { } failure)
                return true;
            var since = webhook.FailingSince ?? time.GetUtcNow();
            var isTooLong = time.GetUtcNow() - since > LongestFailure;
            store.Note(webhook with { FailingSince = since, LastFailure = failure, IsPaused = isTooLong });
            if (isTooLong)
                return false;
            await Task.Delay(Waits[Math.Min(attempt, Waits.Length - 1)], time, cancellationToken);
        }
    }
}
