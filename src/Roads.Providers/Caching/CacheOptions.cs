namespace Territory.Roads.Providers.Caching;

/// <summary>What a <see cref="CachedMatrixProvider"/> keeps, how long and where.</summary>
public sealed record CacheOptions
{
    /// <summary>
    /// Whose answers these are: kind, address and profiles. Part of the key: figures kept under another name are never served. Holds no secret, it stands in the file.
    /// </summary>
    public required string Provider { get; init; }

    /// <summary>Pairs kept; beyond it those that were not used for longest go. Memory is up to 120 bytes a pair, taken as they come.</summary>
    public int MaxPairs { get; init; } = 2_000_000;

    /// <summary>Pairs older than this are asked for again; null: roads are taken to stay as they are.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Where the pairs are kept between runs, one file a provider; null: in memory only.</summary>
    public string? Directory { get; init; }

    /// <summary>With a directory: how often the file is written at most while pairs come in. It is also written on disposal.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Requests to the provider at the same time; others wait.</summary>
    public int MaxConcurrentRequests { get; init; } = 4;

    /// <summary>Larger blocks are asked for in parts, so that what has arrived is kept when the rest fails.</summary>
    public int MaxPairsPerRequest { get; init; } = 100_000;

    /// <exception cref="ArgumentException">A value makes no sense; says which.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Provider) || Provider.Length > 1000)
            throw new ArgumentException($"{nameof(Provider)} must name the provider in up to 1,000 characters.");
        if (MaxPairs is < 1 or > 100_000_000)
            throw new ArgumentException($"{nameof(MaxPairs)} must be from 1 to 100,000,000; it is {MaxPairs}.");
        if (MaxAge <= TimeSpan.Zero)
            throw new ArgumentException($"{nameof(MaxAge)} must be positive; it is {MaxAge}.");
        if (SaveInterval < TimeSpan.Zero)
            throw new ArgumentException($"{nameof(SaveInterval)} must not be negative; it is {SaveInterval}.");
        if (MaxConcurrentRequests < 1 || MaxPairsPerRequest < 1)
            throw new ArgumentException($"{nameof(MaxConcurrentRequests)} and {nameof(MaxPairsPerRequest)} must be at least 1.");
    }
}
