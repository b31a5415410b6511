using Territory.Model.Travel;

namespace Territory.Roads.Providers.Services;

/// <summary>How to reach a routing service and how much to ask of it at once; each kind of service has its own defaults.</summary>
public abstract record RoutingServiceOptions
{
    private const int MaxQuoted = 200;

    /// <summary>Where the service answers, without the path of its matrix; http or https, and without a password or a query, so that it can be shown.</summary>
    public required Uri Address { get; init; }

    /// <summary>The service's own word for each mode; a mode that is absent is refused.</summary>
    public IReadOnlyDictionary<TravelMode, string> Profiles { get; init; } = new Dictionary<TravelMode, string>();

    /// <summary>Sources and targets of one request together; services refuse more than their own limit.</summary>
    public int MaxPointsPerRequest { get; init; } = 100;

    /// <summary>Sources times targets of one request.</summary>
    public int MaxPairsPerRequest { get; init; } = 10_000;

    /// <summary>For one attempt, from sending to the last byte of the answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is tried in all before it is given up.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The wait before the second attempt; it doubles each time.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After all attempts have failed nothing is asked for this long and every request fails at once: many callers must not each wait for a dead service.</summary>
    public TimeSpan RestAfterFailure { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A longer answer is refused while it arrives. 10,000 pairs take less than 1 MB in the services' wordiest form.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Sent with every request where the service asks for one.</summary>
    public ApiKey? Key { get; init; }

    public string KeyHeader { get; init; } = "Authorization";

    /// <summary>The kind of service, as in <see cref="TravelMatrix.Source"/>.</summary>
    public abstract string Name { get; }

    /// <summary>A service's own words as they may be shown: on one line, not endless, and without the key, which it may repeat.</summary>
    internal string Quoted(string text)
    {
        var shown = Key?.RemovedFrom(text) ?? text;
        shown = string.Concat(shown.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
        return shown.Length <= MaxQuoted ? shown : shown[..MaxQuoted] + "...";
    }

    /// <summary>What <see cref="TravelMatrix.Source"/> says of a mode's matrix.</summary>
    public string SourceFor(TravelMode mode) =>
        Profiles.TryGetValue(mode, out var profile) ? $"{Name} {profile} at {Address.Host}" : $"{Name} at {Address.Host}";

    /// <exception cref="ArgumentException">A value makes no sense; says which.</exception>
    public void Validate()
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{nameof(Address)} must be an absolute http or https address.");
        // Neither is repeated: it may hold a secret.
        if (Address.UserInfo.Length > 0 || Address.Query.Length > 0 || Address.Fragment.Length > 0)
            throw new ArgumentException($"{nameof(Address)} must hold neither a user nor a query; a key goes into {nameof(Key)}.");
        if (Key is not null && Address.Scheme != "https" && !Address.IsLoopback)
            throw new ArgumentException($"A {nameof(Key)} is sent over https only, or to this machine.");
        if (!IsWord(KeyHeader))
            throw new ArgumentException($"{nameof(KeyHeader)} must be the name of a header.");
        foreach (var (mode, profile) in Profiles)
        {
            if (!IsWord(profile))
                throw new ArgumentException($"The profile of {mode} must be one word of letters, digits, - and _; it is \"{profile}\".");
        }

        if (MaxPointsPerRequest < 2 || MaxPairsPerRequest < 1)
            throw new ArgumentException($"{nameof(MaxPointsPerRequest)} must be at least 2 and {nameof(MaxPairsPerRequest)} at least 1; they are {MaxPointsPerRequest} and {MaxPairsPerRequest}.");
        if (MaxAttempts < 1)
            throw new ArgumentException($"{nameof(MaxAttempts)} must be at least 1; it is {MaxAttempts}.");
        if (MaxResponseBytes < 1)
            throw new ArgumentException($"{nameof(MaxResponseBytes)} must be positive; it is {MaxResponseBytes}.");
        if (RequestTimeout <= TimeSpan.Zero || FirstRetryDelay < TimeSpan.Zero || RestAfterFailure < TimeSpan.Zero)
            throw new ArgumentException($"{nameof(RequestTimeout)} must be positive, {nameof(FirstRetryDelay)} and {nameof(RestAfterFailure)} not negative.");
    }

    private static bool IsWord(string? text) => text is { Length: > 0 and <= 60 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
