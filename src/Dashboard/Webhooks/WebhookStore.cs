using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Territory.Dashboard.Webhooks;

/// <summary>The webhooks of this installation, one file each; a change is on disk before it is answered.</summary>
public sealed class WebhookStore
{
    private const string Purpose = "webhook-secret";
    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, Webhook> _webhooks = new(StringComparer.Ordinal);
    private readonly IDataProtector _protector;
    private readonly string _folder;
    private readonly Lock _turn = new();

    public WebhookStore(string folder, IDataProtectionProvider protection)
    {
        _folder = folder;
        _protector = protection.CreateProtector(Purpose);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var webhook = JsonSerializer.Deserialize(File.ReadAllBytes(file), WebhookJsonContext.Default.Webhook)
                ?? throw new InvalidDataException($"The webhook in {file} is empty; delete the file and add the webhook again.");
            _webhooks[webhook.Id] = webhook;
        }
    }

    /// <summary>Raised after a webhook was added, set going again or taken away.</summary>
    public event EventHandler? Changed;

    public IReadOnlyList<Webhook> All => [.. _webhooks.Values.OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id, StringComparer.Ordinal)];

    public Webhook? Find(string id) => _webhooks.GetValueOrDefault(id);

    /// <summary>A new key, as the receiver gets it.</summary>
    public static string NewSecret() => WebhookSignature.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    public string Protect(string secret) => _protector.Protect(secret);

    /// <exception cref="CryptographicException">The key that protects secrets is gone.</exception>
    public string SecretOf(Webhook webhook) => _protector.Unprotect(webhook.ProtectedSecret);

    public void Add(Webhook webhook)
    {
        lock (_turn)
        {
            Write(webhook);
            _webhooks[webhook.Id] = webhook;
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Sets a webhook going again; null when it was taken away.</summary>
    public Webhook? Resume(string id)
    {
        var resumed = Note(id, webhook => webhook with { IsPaused = false, FailingSince = null, Resumed = webhook.Resumed + 1 });
        Changed?.Invoke(this, EventArgs.Empty);
        return resumed;
    }

    /// <summary>Keeps how far a webhook has come, on what it is by now; null when it was taken away meanwhile.</summary>
    public Webhook? Note(string id, Func<Webhook, Webhook> change)
    {
        lock (_turn)
        {
            if (Find(id) is not { } webhook)
                return null;
            var changed = change(webhook);
            Write(changed);
            _webhooks[id] = changed;
            return changed;
        }
    }

    public bool Remove(string id)
    {
        lock (_turn)
        {
            if (!_webhooks.TryRemove(id, out _))
                return false;
            File.Delete(PathOf(id));
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private void Write(Webhook webhook)
    {
        var path = PathOf(webhook.Id);
        var next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, webhook, WebhookJsonContext.Default.Webhook);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private string PathOf(string id) => Path.Combine(_folder, id + ".json");
}
