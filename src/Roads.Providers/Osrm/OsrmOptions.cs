using Territory.Model.Travel;

namespace Territory.Roads.Providers.Osrm;

/// <summary>How to reach an OSRM-compatible routing service.</summary>
public sealed record OsrmOptions
{
    /// <summary>Where the service answers, without <c>/table/v1</c>; one process of it usually serves one profile.</summary>
    public required Uri Address { get; init; }

    /// <summary>The profile word in the request by mode; a mode that is absent is refused.</summary>
    public IReadOnlyDictionary<TravelMode, string> Profiles { get; init; } = new Dictionary<TravelMode, string>
    {
        [TravelMode.Car] = "driving",
        [TravelMode.Van] = "driving",
        [TravelMode.Motorbike] = "driving",
        [TravelMode.Foot] = "foot",
    };

    /// <summary>Sources and targets of one request together; services refuse more than their own limit, 100 unless configured.</summary>
    public int MaxPointsPerRequest { get; init; } = 100;

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is tried in all before it is given up.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The wait before the second attempt; it doubles each time.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <exception cref="ArgumentException">A value makes no sense; says which.</exception>
    public void Validate()
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{nameof(Address)} must be an absolute http or https address; it is \"{Address}\".");
        if (MaxPointsPerRequest < 2)
            throw new ArgumentException($"{nameof(MaxPointsPerRequest)} must be at least 2; it is {MaxPointsPerRequest}.");
        if (MaxAttempts < 1)
            throw new ArgumentException($"{nameof(MaxAttempts)} must be at least 1; it is {MaxAttempts}.");
        if (RequestTimeout <= TimeSpan.Zero || FirstRetryDelay < TimeSpan.Zero)
            throw new ArgumentException($"{nameof(RequestTimeout)} must be positive and {nameof(FirstRetryDelay)} not negative.");
    }
}
