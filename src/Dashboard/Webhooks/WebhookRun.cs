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
            var noted = store.Note(webhook.Id, now => message is null
                ? now with { Position = position }
                : now with { Position = position, Told = now.Told + 1, FailingSince = null, LastFailure = null });
            if (noted is null)
                return;
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
            if (store.Note(id, now => Failed(now, failure)) is null or { IsPaused: true })
                return false;
            if (await WaitAsync(webhook, Waits[Math.Min(attempt, Waits.Length - 1)], cancellationToken))
                attempt = -1;
        }
    }

    /// <summary>Waits for the next attempt, which comes at once where a person sets the webhook going or takes it away.</summary>
    /// <param name="webhook">As it was before the attempt that failed.</param>
    /// <returns>Whether the wait was cut short.</returns>
    private async Task<bool> WaitAsync(Webhook webhook, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = cut.Token;
        void Look(object? sender, EventArgs change)
        {
            if (IsOver())
                cut.Cancel();
        }

        store.Changed += Look;
        try
        {
            // It may have happened before anyone listened.
            if (!IsOver())
                await Task.Delay(wait, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            store.Changed -= Look;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return IsOver();

        bool IsOver() => store.Find(webhook.Id)?.Resumed != webhook.Resumed;
    }

    private Webhook Failed(Webhook webhook, string failure)
    {
        var now = time.GetUtcNow();
        var since = webhook.FailingSince ?? now;
        return webhook with { FailingSince = since, LastFailure = failure, IsPaused = now - since > LongestFailure };
    }
}
