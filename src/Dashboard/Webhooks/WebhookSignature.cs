using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Territory.Dashboard.Webhooks;

/// <summary>Signs what a webhook is told, so that the receiver knows who says it and that nobody has changed or repeated it.</summary>
/// <remarks>Source: Standard Webhooks specification 1.0 (standardwebhooks.com): HMAC-SHA256 over "id.timestamp.body", key in base64 after "whsec_".</remarks>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <param name="at">When it is sent; receivers refuse what is old.</param>
    public static string Of(string secret, string id, DateTimeOffset at, string body)
    {
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
