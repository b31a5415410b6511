namespace Territory.Roads.Providers.Services;

/// <summary>A secret that only leaves through a request's header: its text form hides it, so that no log or message shows it by accident.</summary>
public sealed class ApiKey
{
    private const string Hidden = "(hidden)";
    private const int MaxLength = 1000;

    private readonly string value;

    /// <exception cref="ArgumentException">Empty, very long, or with characters that no header may hold; does not repeat the value.</exception>
    public ApiKey(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > MaxLength || value.Any(character => character is < ' ' or > '~'))
            throw new ArgumentException($"A key has 1 to {MaxLength} printable ASCII characters.", nameof(value));
        this.value = value;
    }

    public override string ToString() => Hidden;

    internal void AddTo(HttpRequestMessage request, string header) => request.Headers.TryAddWithoutValidation(header, value);

    /// <summary>A text of the service, which may repeat what it was sent, without the key.</summary>
    internal string RemovedFrom(string text) => text.Replace(value, Hidden, StringComparison.Ordinal);
}
