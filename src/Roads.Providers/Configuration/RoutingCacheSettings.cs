using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Configuration;

/// <summary>How the answers of a routing service are kept.</summary>
public sealed record RoutingCacheSettings
{
    /// <summary>Pairs kept, 2,000,000 unless said; 0 keeps none.</summary>
    [JsonPropertyName("pairs")]
    public int? Pairs { get; init; }

    /// <summary>After this many days a pair is asked for again; absent: never.</summary>
    [JsonPropertyName("days")]
    public double? Days { get; init; }

    /// <summary>Whether the pairs outlive the process, as they do unless said, in <c>routing-cache</c> in the data directory.</summary>
    [JsonPropertyName("onDisk")]
    public bool? OnDisk { get; init; }
}
