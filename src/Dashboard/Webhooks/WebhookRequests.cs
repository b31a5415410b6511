using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Webhooks;

internal sealed record AddWebhookRequest(string Address)
{
    private const int LongestAddress = 2_000;

    /// <summary>Encrypted, or on this machine.</summary>
    public Uri? Uri => Address.Length <= LongestAddress && Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;

    public IReadOnlyList<RequestProblem> Problems() => Uri is not null
        ? []
        : [new RequestProblem("webhook.address", "An address begins with https:// (http:// only on this machine) and has no password in it.", "address", Address)];
}

/// <param name="Secret">Shown this once.</param>
internal sealed record AddedWebhook(string Id, string Secret);

/// <summary>A webhook as it stands, without its secret.</summary>
internal sealed record WebhookAnswer(
    string Id, string Address, DateTimeOffset CreatedAt, long Position, long Told, DateTimeOffset? FailingSince, string? LastFailure, bool IsPaused)
{
    public static WebhookAnswer Of(Webhook webhook) => new(
        webhook.Id, webhook.Address.ToString(), webhook.CreatedAt, webhook.Position, webhook.Told, webhook.FailingSince, webhook.LastFailure, webhook.IsPaused);
}
