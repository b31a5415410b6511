using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Territory.Dashboard.Webhooks;

/// <summary>Sends one message once.</summary>
internal sealed class WebhookSender(WebhookStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A redirect is not followed: the message would go to an address that nobody entered.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    /// <returns>Null when the receiver took it, otherwise why it did not.</returns>
    public async Task<string?> SendAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(message, WebhookJsonContext.Default.WebhookMessage);
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(store.SecretOf(webhook), message.Id, now, body));
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds} s");
        }
    }

    public void Dispose() => _client.Dispose();
}
