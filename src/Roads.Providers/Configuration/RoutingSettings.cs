using System.Text.Json.Serialization;
using Territory.Model.Travel;

namespace Territory.Roads.Providers.Configuration;

/// <summary>What <c>routing.json</c> says: where the travel times of regions without a road network come from. Every member but the provider may be absent.</summary>
public sealed record RoutingSettings
{
    /// <summary>One of "straight-line", "osrm", "valhalla", "openrouteservice".</summary>
    [JsonPropertyName("provider")]
    public required string Provider { get; init; }

    /// <summary>Of the service; needed but for straight lines.</summary>
    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>The environment variable that holds the service's key. The key itself never stands in the file.</summary>
    [JsonPropertyName("keyVariable")]
    public string? KeyVariable { get; init; }

    /// <summary>The request header that the key goes into; "Authorization" unless said.</summary>
    [JsonPropertyName("keyHeader")]
    public string? KeyHeader { get; init; }

    /// <summary>The service's word by mode, in place of its usual ones.</summary>
    [JsonPropertyName("profiles")]
    public IReadOnlyDictionary<TravelMode, string>? Profiles { get; init; }

    [JsonPropertyName("maxPointsPerRequest")]
    public int? MaxPointsPerRequest { get; init; }

    [JsonPropertyName("maxPairsPerRequest")]
    public int? MaxPairsPerRequest { get; init; }

    /// <summary>For one attempt.</summary>
    [JsonPropertyName("timeoutSeconds")]
    public double? TimeoutSeconds { get; init; }

    [JsonPropertyName("attempts")]
    public int? Attempts { get; init; }

    /// <summary>How long a plan waits for its matrix before straight lines stand in for it.</summary>
    [JsonPropertyName("patienceSeconds")]
    public double? PatienceSeconds { get; init; }

    /// <summary>Of straight lines, which are also what stands in for a service without an answer.</summary>
    [JsonPropertyName("detourFactor")]
    public double? DetourFactor { get; init; }

    /// <summary>Of straight lines; the mode's own speed unless said.</summary>
    [JsonPropertyName("speedKmh")]
    public double? SpeedKmh { get; init; }

    [JsonPropertyName("cache")]
    public RoutingCacheSettings? Cache { get; init; }
}
